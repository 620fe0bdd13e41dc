"""How far a mean moved between two groups of which some people are in both."""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from analysis.panel import Floats, Ints

FAR_END = 1.6448536269514722
"""Standard errors to the ends of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Change:
    """One mean before and after.

    Attributes
    ----------
    number : int
        Scale, item, facet or unit the change is of.
    size, low, high : float
        Points of 0–100 after less before, with its 90 % interval; nan where too few people tell.
    n_before, n_after : int
        People on each side.
    """

    number: int
    size: float
    low: float
    high: float
    n_before: int
    n_after: int


def change_of(number: int, side: Ints, person: Ints, value: Floats) -> Change:
    """Change of the mean from side 0 to side 1; a person (not −1) who is on both sides counts once on each."""
    before, after = (np.flatnonzero(side == one) for one in (0, 1))
    if not before.size or not after.size:
        return Change(number, nan, nan, nan, int(before.size), int(after.size))
    size = float(value[after].mean() - value[before].mean())
    error = _error((person[before], value[before]), (person[after], value[after]))
    return Change(number, size, size - FAR_END * error, size + FAR_END * error, int(before.size), int(after.size))


def _error(before: tuple[Ints, Floats], after: tuple[Ints, Floats]) -> float:
    """Standard error of the difference of means; people who are on both sides take part of their spread with them."""
    if min(before[1].size, after[1].size) < 2:
        return nan
    square = sum(float(value.var(ddof=1)) / value.size for _, value in (before, after))
    known = [np.flatnonzero(person >= 0) for person, _ in (before, after)]
    _, then, now = np.intersect1d(before[0][known[0]], after[0][known[1]], return_indices=True)
    if then.size > 1:
        moved = np.stack((before[1][known[0]][then], after[1][known[1]][now]))
        square -= 2.0 * float(np.cov(moved)[0, 1]) * then.size / (before[1].size * after[1].size)
    return sqrt(max(square, 0.0))
