"""How far the simulated numbers may be from the true ones: 95 % Monte Carlo limits."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr, betaincinv, gammaincinv

from analysis.panel import Floats

RESAMPLES = 4000
SIDE = 0.025
NEVER = math.inf


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its 95 % limits; nan where there is nothing to measure."""

    value: float
    low: float
    high: float


NOTHING = Measured(math.nan, math.nan, math.nan)


def rate(events: Sequence[float], years: Sequence[float]) -> Measured:
    """Events a year, companies being resampled.

    Few events tell little of their own spread, so the limits are never narrower than those of a Poisson count, which
    also stand where nothing happened at all.
    """
    happened, lived = np.array(events, dtype=np.float64), np.array(years, dtype=np.float64)
    total, time = float(happened.sum()), float(lived.sum())
    if not time > 0:
        return NOTHING
    drawn = np.random.default_rng(20260101).integers(happened.size, size=(RESAMPLES, happened.size))
    rates = happened[drawn].sum(axis=1) / lived[drawn].sum(axis=1)
    low, high = np.quantile(rates, [SIDE, 1 - SIDE])
    least = float(gammaincinv(total, SIDE)) / time if total else 0.0
    most = float(gammaincinv(total + 1, 1 - SIDE)) / time
    return Measured(total / time, min(float(low), least), max(float(high), most))


def share(found: int, of: int) -> Measured:
    """Clopper and Pearson's limits of a share."""
    if of == 0:
        return NOTHING
    low = float(betaincinv(found, of - found + 1, SIDE)) if found else 0.0
    high = float(betaincinv(found + 1, of - found, 1 - SIDE)) if found < of else 1.0
    return Measured(found / of, low, high)


def middle(delays: Sequence[float]) -> Measured:
    """Median with the limits that order statistics give; a delay of `NEVER` is longer than any."""
    if not delays:
        return NOTHING
    ordered = np.sort(np.array(delays, dtype=np.float64))
    # Fewer than six values have no order statistics between which the median lies with 95 %.
    may_leave_out = np.flatnonzero(bdtr(np.arange(ordered.size), ordered.size, 0.5) <= SIDE)
    if not may_leave_out.size:
        return Measured(_at(ordered, 0.5), 1.0, NEVER)
    below = int(may_leave_out[-1])
    return Measured(_at(ordered, 0.5), float(ordered[below]), float(ordered[ordered.size - 1 - below]))


def quantile(delays: Sequence[float], part: float) -> float:
    """The smallest delay that so many do not exceed."""
    return _at(np.sort(np.array(delays, dtype=np.float64)), part) if delays else math.nan


def mean(values: Sequence[float]) -> Measured:
    """Mean with its normal limits."""
    if len(values) < 2:
        return NOTHING
    numbers = np.array(values, dtype=np.float64)
    half = 1.96 * float(numbers.std(ddof=1)) / math.sqrt(numbers.size)
    centre = float(numbers.mean())
    return Measured(centre, centre - half, centre + half)


def _at(ordered: Floats, part: float) -> float:
    return float(ordered[max(math.ceil(part * ordered.size) - 1, 0)])
