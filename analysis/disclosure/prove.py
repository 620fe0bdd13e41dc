"""The proof that no combination of shown numbers is about fewer than k people."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import Bands
from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.cuts import inseparable, splitting_costs
from analysis.disclosure.tree_rule import nearest_shown
from analysis.panel import Ints


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown on one scale.

    Attributes
    ----------
    units : ndarray of bool, shape (n_units,)
        Units shown.
    bands : tuple of ndarray of int, shape (n_bands, n_places), for each factor
        How bands are shown; place 0 is the company, place 1 + i its i-th division.
    """

    units: Mask
    bands: tuple[Bands, ...]


def is_proved(counts: Counts, choice: Choice, *, scale: int, k: int) -> bool:
    """Whether no combination of what is shown on a scale is about fewer than k people; see `unproved`."""
    if not choice.units[counts.tree.root]:
        return not choice.units.any() and not any(mine.any() for mine in choice.bands)
    cells = np.zeros(counts.tree.n_units, np.int64)
    np.add.at(cells, nearest_shown(choice.units, counts.tree)[counts.unit], counts.people[:, scale])
    are_large = bool(((cells == 0) | (cells >= k)).all())
    return are_large and not unproved(counts, choice, scale=scale, k=k).any()


def unproved(counts: Counts, choice: Choice, *, scale: int, k: int) -> Mask:
    """Where the proof does not hold.

    Parameters
    ----------
    counts : Counts
        Who answered.
    choice : Choice
        What would be shown.
    scale : int
        The scale in question.
    k : int
        Fewest people of a group.

    Returns
    -------
    ndarray of bool, shape (n_factors, n_places)
        True where bands of a factor might be told apart within one cell. All False: it is proved.

    Notes
    -----
    What a reader can compute from shown sums weighs the people of a cell (those who count towards the same shown unit)
    by the cell and by their bands: v = a(cell) + Σ b(band). Suppose that v is zero for all but fewer than k people.
    Bands that take k people to be told apart then have equal weights (`cuts`), which makes the cells of the other
    factors coarser, and so on until nothing changes. If in the end all people of a cell weigh the same, v concerns
    whole cells, and each has at least k people by the tree rule: v is zero. The proof is sound and not complete: where
    it does not hold, the numbers may still be safe, and are not shown.
    """
    rows = np.flatnonzero(counts.people[:, scale])
    people, band = counts.people[rows, scale], counts.band[rows]
    cell = nearest_shown(choice.units, counts.tree)[counts.unit[rows]]
    # Who counts towards the company itself belongs to no division that is shown, and shares its pooled bands.
    place = np.where(cell == counts.tree.root, 0, counts.place[rows])
    groups = [np.tile(np.arange(n), (counts.n_places, 1)) for n in counts.n_bands]
    is_moving = True
    while is_moving:
        is_moving = False
        for factor in range(counts.n_factors):
            others = [groups[other][place, band[:, other]] for other in range(counts.n_factors) if other != factor]
            costs = splitting_costs(
                place,
                _number(place, cell, *others),
                band[:, factor],
                people,
                n_places=counts.n_places,
                n_bands=counts.n_bands[factor],
            )
            found = inseparable(costs, choice.bands[factor], k=k)
            is_moving |= bool((found != groups[factor]).any())
            groups[factor] = found
    return _mixed(groups, cell, place, band)


def _mixed(groups: list[Ints], cell: Ints, place: Ints, band: Ints) -> Mask:
    """Places with a cell whose people are not all in one group of a factor, shape (n_factors, n_places)."""
    n_places = len(groups[0]) if groups else 1
    mixed = np.zeros((len(groups), n_places), np.bool_)
    for factor, group in enumerate(groups):
        mine = group[place, band[:, factor]]
        size = int(cell.max(initial=0)) + 1
        low, high = np.full(size, mine.max(initial=0)), np.zeros(size, np.int64)
        np.minimum.at(low, cell, mine)
        np.maximum.at(high, cell, mine)
        mixed[factor, place[high[cell] > low[cell]]] = True
    return mixed


def _number(*keys: Ints) -> Ints:
    """One number for each combination of keys, shape of a key."""
    number = np.zeros(keys[0].shape, np.int64)
    for key in keys:
        number = number * (int(key.max(initial=0)) + 1) + key
    return number
