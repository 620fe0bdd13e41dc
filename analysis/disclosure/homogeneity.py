"""Groups whose sum lies so near an end of the scale that it says what each of them answered."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.bands import ALONE, HIDDEN, Bands, groups, hide
from analysis.disclosure.counts import Counts, Mask, by_band, by_unit, place_units, totals
from analysis.disclosure.margins import proved_bands
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
        return Choice(np.zeros_like(choice.units), tuple(np.zeros_like(mine) for mine in choice.bands))
    while True:
        units = _units_apart(counts, near, choice.units, k=k)
        bands = _bands_apart(counts, near, units, choice.bands, k=k)
        if not is_proved(counts, Choice(units, bands), scale=scale, k=k):
            bands = proved_bands(counts, units, bands, k=k, scales=(scale,))
        smaller = Choice(units, bands)
        if is_same(smaller, choice):
            return smaller
        choice = smaller


def is_same(one: Choice, other: Choice) -> bool:
    """Whether two choices show the same."""
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


def _bands_apart(counts: Counts, near: Ints, units: Mask, bands: tuple[Bands, ...], *, k: int) -> tuple[Bands, ...]:
    """Bands left when each group, and what is left beside them, lies far enough from both ends."""
    is_shown = units[place_units(counts.tree)]
    return tuple(
        factor_apart(by_band(counts, near, factor), np.where(is_shown, mine, HIDDEN).astype(np.int8), k=k)
        for factor, mine in enumerate(bands)
    )


def factor_apart(sums: Ints, bands: Bands, *, k: int) -> Bands:
    """The same for one factor; `sums` has shape (n_bands, n_places, 3): steps from both ends, people."""
    bands = bands.copy()
    for place in range(bands.shape[1]):
        for group in groups(bands, place):
            if _is_near(sums[list(group), place].sum(axis=0), k=k):
                hide(bands, group, place)
        while (shown := groups(bands, place)) and _is_near(sums[bands[:, place] == HIDDEN, place].sum(axis=0), k=k):
            hide(bands, min(shown, key=lambda group: (sums[list(group), place, 2].sum(), group)), place)
    for band in np.flatnonzero(bands[:, 0] == ALONE):
        _band_apart(sums[band], bands[band], k=k)
    return bands


def _band_apart(sums: Ints, shown: NDArray[np.int8], *, k: int) -> None:
    """Hide a band in its smallest division until what is left of the company's lies far enough from both ends."""
    while (inside := 1 + np.flatnonzero(shown[1:] == ALONE)).size and _is_near(sums[0] - sums[inside].sum(axis=0), k=k):
        shown[inside[np.argmin(sums[inside, 2])]] = HIDDEN


def _is_near(sums: Ints, *, k: int) -> bool:
    """Whether there are people, and their steps from an end are fewer than k."""
    return bool(sums[2] > 0 and (sums[:2] < k).any())
