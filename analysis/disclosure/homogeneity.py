"""Groups whose sum lies so near an end of the scale that it says what each of them answered."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.counts import Counts, Mask, by_band, by_unit, totals
from analysis.disclosure.margins import shown_bands
from analysis.disclosure.prove import Choice, is_proved
from analysis.disclosure.tree_rule import nearest_shown
from analysis.panel import Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Steps:
    """How far the answers of each row of `Counts` lie from the ends of the scale.

    Attributes
    ----------
    low, high : ndarray of int, shape (n_rows, n_scales)
        Answer steps, summed over the answers of the row, above the lower and below the upper end. Each person counts
        with at most k - 1 of them: otherwise somebody whose own answers are all of a group's steps knows the others'.
    """

    low: Ints
    high: Ints


def without_extremes(counts: Counts, steps: Steps, choice: Choice, *, scale: int, k: int) -> Choice:
    """Take back what would show, alone or by subtraction, a sum fewer than k steps from an end.

    Parameters
    ----------
    counts : Counts
        Who answered.
    steps : Steps
        What they answered.
    choice : Choice
        Proved by counts.
    scale : int
        The scale in question.
    k : int
        Fewest steps.

    Returns
    -------
    Choice
        Shown on this scale; still proved. Nothing at all if the company's own sum is too near an end.

    Notes
    -----
    Sums that a reader finds are unions of cells, or of bands, and no union lies nearer an end than its parts: so it is
    the parts that are looked at. A part too near an end is joined to a neighbour. Sums of people of more than one
    factor at once are not looked at: they mix signs, and are held to the proof by counts.
    """
    near = np.column_stack((steps.low[:, scale], steps.high[:, scale], counts.people[:, scale]))
    if (near[:, :2].sum(axis=0) < k).any():
        return Choice(np.zeros_like(choice.units), tuple(np.zeros_like(mask) for mask in choice.bands))
    while True:
        units = _units_apart(counts, near, choice.units, k=k)
        bands = _bands_apart(counts, near, units, choice.bands, k=k)
        if not is_proved(counts, Choice(units, bands), scale=scale, k=k):
            bands = shown_bands(counts, units, bands, k=k, scales=(scale,))
        smaller = Choice(units, bands)
        if _is_same(smaller, choice):
            return smaller
        choice = smaller


def _is_same(one: Choice, other: Choice) -> bool:
    pairs = zip((one.units, *one.bands), (other.units, *other.bands), strict=True)
    return all(bool((mine == its).all()) for mine, its in pairs)


def _units_apart(counts: Counts, near: Ints, units: Mask, *, k: int) -> Mask:
    """Units left when each cell too near an end has been joined to another."""
    tree, units = counts.tree, units.copy()
    people = totals(by_unit(counts, near), tree)[:, 2]
    while True:
        nearest = nearest_shown(units, tree)
        cells = np.zeros((tree.n_units, 3), np.int64)
        np.add.at(cells, nearest[counts.unit], near)
        extreme = (cells[:, 2] > 0) & (cells[:, :2] < k).any(axis=1)
        if not extreme.any():
            return units
        deepest = np.flatnonzero(extreme & (tree.depth == tree.depth[extreme].max()))
        units[_joined(deepest, nearest, people, units, tree)] = False


def _joined(cells: Ints, nearest: Ints, people: Ints, units: Mask, tree: Tree) -> Ints:
    """For each cell what to leave out so that it grows: the smallest shown unit below it, else itself."""
    below = np.flatnonzero(units & (tree.parent >= 0))
    above = nearest[tree.parent[below]]
    turn = np.lexsort((below, people[below], above))
    first, at = np.unique(above[turn], return_index=True)
    smallest = dict(zip(first.tolist(), below[turn][at].tolist(), strict=True))
    return np.array([smallest.get(cell, cell) for cell in cells.tolist()], np.int64)


def _bands_apart(counts: Counts, near: Ints, units: Mask, bands: tuple[Mask, ...], *, k: int) -> tuple[Mask, ...]:
    """Bands left when each, and what is left beside them, lies far enough from both ends."""
    is_shown = np.concatenate(([units[counts.tree.root]], units[counts.divisions]))
    return tuple(
        _factor_apart(by_band(counts, near, factor), mask & is_shown, k=k) for factor, mask in enumerate(bands)
    )


def _factor_apart(sums: Ints, shown: Mask, *, k: int) -> Mask:
    """The same for one factor; `sums` has shape (n_bands, n_places, 3): steps from both ends, people."""
    shown = shown & ~((sums[:, :, :2] < k).any(axis=2))
    for place in range(shown.shape[1]):
        while shown[:, place].any() and _is_near(sums[~shown[:, place], place].sum(axis=0), k=k):
            shown[_smallest(sums[:, place, 2], shown[:, place]), place] = False
    for band in range(len(shown)):
        inside = shown[band, 1:]
        while inside.any() and shown[band, 0] and _is_near(sums[band, 0] - sums[band, 1:][inside].sum(axis=0), k=k):
            inside[_smallest(sums[band, 1:, 2], inside)] = False
    return shown


def _is_near(sums: Ints, *, k: int) -> bool:
    """Whether there are people, and their steps from an end are fewer than k."""
    return bool(sums[2] > 0 and (sums[:2] < k).any())


def _smallest(people: Ints, shown: Mask) -> int:
    places = np.flatnonzero(shown)
    return int(places[np.argmin(people[places])])
