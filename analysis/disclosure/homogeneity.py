"""Groups whose sum lies so near an end of the scale that it says what each of them answered."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import ALONE, HIDDEN, Bands, groups
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
        with at most `most_steps(k)` of them: otherwise somebody whose own answers are all of a group's steps knows the
        others'.
    """

    low: Ints
    high: Ints


def without_extremes(
    counts: Counts, steps: Steps, choice: Choice, *, scale: int, k: int, by_counts: Choice | None = None
) -> Choice:
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
    by_counts : Choice, optional
        What a reader expects to see, if some of it has already been taken back.

    Returns
    -------
    Choice
        Shown on this scale; still proved. Nothing at all if the company's own sum is too near an end.

    Notes
    -----
    Sums that a reader finds are unions of cells, or of bands, and no union lies nearer an end than its parts: so it is
    the parts that are looked at; sums of units and bands together are left to `ends`. What is missing must not say more
    than that fewer than k steps are left. So a unit too near an end is joined to a neighbour until both have k steps
    for each unit taken back and k more: else it would be known that the neighbour alone has them. And of a factor that
    has a band too near an end in some place none is shown there, so that it may be any.
    """
    by_counts = choice if by_counts is None else by_counts
    near = np.column_stack((steps.low[:, scale], steps.high[:, scale], counts.people[:, scale]))
    while True:
        units = _units_apart(counts, near, choice.units, by_counts.units, k=k)
        bands = _bands_apart(counts, near, units, choice.bands, by_counts.bands, k=k)
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


def _units_apart(counts: Counts, near: Ints, units: Mask, by_counts: Mask, *, k: int) -> Mask:
    """Units left when each cell too near an end has been joined to another; none if the company itself is."""
    tree, units = counts.tree, units.copy()
    people = totals(by_unit(counts, near), tree)[:, 2]
    while units.any():
        nearest = nearest_shown(units, tree)
        cells = np.zeros((tree.n_units, 3), np.int64)
        np.add.at(cells, nearest[counts.unit], near)
        taken_back = np.bincount(nearest[by_counts & ~units], minlength=tree.n_units)
        extreme = (cells[:, 2] > 0) & (cells[:, :2] < k * (1 + taken_back[:, None])).any(axis=1)
        if not extreme.any():
            break
        deepest = np.flatnonzero(extreme & (tree.depth == tree.depth[extreme].max()))
        units[_joined(deepest, nearest, people, units, tree)] = False
    return units


def _joined(cells: Ints, nearest: Ints, people: Ints, units: Mask, tree: Tree) -> Ints:
    """For each cell what to leave out so that it grows: the smallest shown unit below it, else itself."""
    below = np.flatnonzero(units & (tree.parent >= 0))
    above = nearest[tree.parent[below]]
    turn = np.lexsort((below, people[below], above))
    first, at = np.unique(above[turn], return_index=True)
    smallest = dict(zip(first.tolist(), below[turn][at].tolist(), strict=True))
    return np.array([smallest.get(cell, cell) for cell in cells.tolist()], np.int64)


def _bands_apart(
    counts: Counts, near: Ints, units: Mask, bands: tuple[Bands, ...], by_counts: tuple[Bands, ...], *, k: int
) -> tuple[Bands, ...]:
    """Bands left when each group, and what is left beside them, lies far enough from both ends."""
    is_shown = units[place_units(counts.tree)]
    return tuple(
        factor_apart(by_band(counts, near, factor), np.where(is_shown, mine, HIDDEN).astype(np.int8), expected, k=k)
        for factor, (mine, expected) in enumerate(zip(bands, by_counts, strict=True))
    )


def factor_apart(sums: Ints, bands: Bands, by_counts: Bands, *, k: int) -> Bands:
    """The same for one factor; `sums` has shape (n_bands, n_places, 3): steps from both ends, people.

    A place shows all bands that it can by counts, or none; and if the company shows none, no division does.
    """
    bands = bands.copy()
    for place in range(bands.shape[1]):
        if any(_is_near(sums[part, place].sum(axis=0), k=k) for part in _parts(bands, place)):
            hide_factor(bands, place)
    for band in np.flatnonzero(bands[:, 0] == ALONE):
        _band_apart(sums[band], bands, by_counts, int(band), k=k)
    return bands


def hide_factor(bands: Bands, place: int) -> None:
    """Show a factor no longer in a place: if it is the company, nowhere."""
    bands[:, place if place > 0 else slice(None)] = HIDDEN


def _parts(bands: Bands, place: int) -> list[list[int]]:
    """Groups of bands that are shown in a place, if any, and the rest."""
    shown = [list(group) for group in groups(bands, place)]
    return [*shown, np.flatnonzero(bands[:, place] == HIDDEN).tolist()] if shown else []


def _band_apart(sums: Ints, bands: Bands, by_counts: Bands, band: int, *, k: int) -> None:
    """Hide a factor in its smallest division until what is left of the company's band lies far from both ends."""
    while bands[band, 0] == ALONE:
        inside = 1 + np.flatnonzero(bands[band, 1:] == ALONE)
        taken_back = int((by_counts[band, 1:] == ALONE).sum()) - inside.size
        if not _is_near(sums[0] - sums[inside].sum(axis=0), k=k * (1 + taken_back)):
            return
        hide_factor(bands, int(inside[np.argmin(sums[inside, 2])]) if inside.size else 0)


def _is_near(sums: Ints, *, k: int) -> bool:
    """Whether there are people, and their steps from an end are fewer than k."""
    return bool(sums[2] > 0 and (sums[:2] < k).any())
