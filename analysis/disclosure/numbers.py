"""The numbers that are published of a wave."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import HIDDEN, groups
from analysis.disclosure.counts import by_band, by_unit, place_units, totals
from analysis.disclosure.prove import Choice
from analysis.disclosure.sheet import Counted
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
        What of it is shown as a number; of the rest, what lies near an end of the scale is shown as a bound.
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
    rows: list[Row] = []
    for unit in np.flatnonzero(by_counts.units & (at_units[:, 0] >= k)):
        rows += _row((int(unit), -1, 0, scale), at_units[unit], is_exact=bool(shown.units[unit]), k=k)
    for factor, mine in enumerate(by_counts.bands):
        at_bands = by_band(counts, values, factor)
        for place in range(counts.n_places):
            for group in groups(mine, place):
                people = at_bands[list(group), place].sum(axis=0)
                key = (int(where[place]), factor, sum(1 << band for band in group), scale)
                is_exact = bool((shown.bands[factor][list(group), place] != HIDDEN).all())
                rows += _row(key, people, is_exact=is_exact, k=k) if people[0] >= k else []
    return rows


def _row(key: tuple[int, int, int, int], values: Ints, *, is_exact: bool, k: int) -> list[Row]:
    """A number, or a bound, or nothing where it is left out for another reason."""
    people, answers, sums, low, high = (int(value) for value in values)
    if is_exact:
        return [(*key, people, answers, sums, EXACT)]
    if min(low, high) < k:
        return [(*key, people, answers, -1, NEAR_TOP if high < low else NEAR_BOTTOM)]
    return []
