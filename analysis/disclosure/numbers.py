"""The numbers that are published of a wave."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import HIDDEN, groups
from analysis.disclosure.counts import Counts, Mask, by_band, by_unit, place_units, totals
from analysis.disclosure.prove import Choice
from analysis.disclosure.sheet import Counted
from analysis.disclosure.tree_rule import nearest_shown
from analysis.panel import Ints

EXACT, NEAR_TOP, NEAR_BOTTOM = 0, 1, -1


@dataclass(frozen=True, slots=True)
class Numbers:
    """Published numbers of scales, or of questions, one per row.

    Attributes
    ----------
    unit : ndarray of int, shape (n_rows,)
        The unit that a number is about, with all below it.
    factor, bands : ndarray of int, shape (n_rows,)
        The people there: a factor, and its bands as the bits of a number; −1, 0 for everybody.
    measure : ndarray of int, shape (n_rows,)
        Scale or question.
    people, answers : ndarray of int, shape (n_rows,)
        People who answered, and their answers.
    steps : ndarray of int, shape (n_rows,)
        Sum of the answer steps above the lower end; −1 where only a bound is shown.
    end : ndarray of int, shape (n_rows,)
        0 for a number; 1 or −1 where it lies so near the upper or lower end that only this is shown.
    """

    unit: Ints
    factor: Ints
    bands: Ints
    measure: Ints
    people: Ints
    answers: Ints
    steps: Ints
    end: Ints


Row = tuple[int, int, int, int, int, int, int, int]


def numbers_of(rows: list[Row]) -> Numbers:
    """Rows as columns."""
    table = np.array(rows, np.int64).reshape(len(rows), 8)
    return Numbers(*table.T)


def scale_numbers(counted: Counted, by_counts: Choice, shown: Choice, scale: int, *, k: int) -> list[Row]:
    """What is shown of one scale.

    Parameters
    ----------
    counted : Counted
        The wave.
    by_counts : Choice
        What was decided from counts alone.
    shown : Choice
        What of it is shown as a number; of other units, some near an end of the scale are shown as a bound.
    scale : int
        The scale.
    k : int
        Fewest people of a group, and fewest steps from an end of the scale.

    Returns
    -------
    list of tuple
        Rows of `Numbers`, units before bands.
    """
    counts = counted.counts
    where = place_units(counts.tree)
    parts = (counts.people, counted.answers, counted.sums, counted.steps.low, counted.steps.high)
    values = np.column_stack([part[:, scale] for part in parts])
    at_units = totals(by_unit(counts, values), counts.tree)
    is_told = shown.units | _may_have_a_bound(counts, at_units, by_counts, shown, k=k)
    rows = [
        _row((int(unit), -1, 0, scale), at_units[unit], is_exact=bool(shown.units[unit]))
        for unit in np.flatnonzero(is_told & (at_units[:, 0] >= k))
    ]
    for factor, mine in enumerate(by_counts.bands):
        at_bands = by_band(counts, values, factor)
        for place in range(counts.n_places):
            for group in groups(mine, place):
                people = at_bands[list(group), place].sum(axis=0)
                key = (int(where[place]), factor, sum(1 << band for band in group), scale)
                if (shown.bands[factor][list(group), place] != HIDDEN).all() and people[0] >= k:
                    rows.append(_row(key, people, is_exact=True))
    return rows


def _may_have_a_bound(counts: Counts, at_units: Ints, by_counts: Choice, shown: Choice, *, k: int) -> Mask:
    """Units near an end that may be said to be: what is left beside them, whose sum they narrow, lies far from both.

    Bands have none: the sum of all of a factor in a place is known, and to say which of them is near may give them all.
    """
    tree = counts.tree
    near = np.asarray(by_counts.units & ~shown.units & (at_units[:, 3:].min(axis=1) < k), np.bool_)
    if not shown.units[tree.root]:
        return near
    cell, above = nearest_shown(shown.units, tree), nearest_shown(near | shown.units, tree)[tree.parent]
    topmost = np.asarray(near & ~near[above], np.bool_)
    rest = np.zeros((tree.n_units, 2), np.int64)
    for sign, whole in ((1, shown.units), (-1, topmost)):
        np.add.at(rest, cell[whole], sign * at_units[whole, 3:])
    below = np.flatnonzero(shown.units & (tree.parent >= 0))
    np.subtract.at(rest, cell[tree.parent[below]], at_units[below, 3:])
    return np.asarray(near & (rest[cell] >= 2 * k).all(axis=1), np.bool_)


def _row(key: tuple[int, int, int, int], values: Ints, *, is_exact: bool) -> Row:
    """A number, or a bound."""
    people, answers, sums, low, high = (int(value) for value in values)
    if is_exact:
        return (*key, people, answers, sums, EXACT)
    return (*key, people, answers, -1, NEAR_TOP if high < low else NEAR_BOTTOM)
