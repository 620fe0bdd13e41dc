"""When the level of one plain series changed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.drift.charts import one_series
from analysis.drift.segmentation import dated
from analysis.drift.spikes import spikes
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Segments:
    """A series cut where its level changed.

    Attributes
    ----------
    onset : ndarray of int, shape (n_changes,)
        Index of the first value of each new level: the middle of what the data allow.
    onset_low, onset_high : ndarray of int, shape (n_changes,)
        Its 90 % interval; at a gap in the series it begins with the gap.
    level : ndarray of float, shape (n_changes + 1,)
        Mean of each stretch, without spikes, in the unit of the series.
    spike : ndarray of int, shape (n_spikes,)
        Values set aside because they lie far from both their neighbours.
    memory : float
        Autocorrelation of the noise from one index to the next; nan where it cannot be said.
    log_odds : float
        Natural logarithm of the odds of any change against none; −inf where the series is too short for one.
    """

    onset: Ints
    onset_low: Ints
    onset_high: Ints
    level: Floats
    spike: Ints
    memory: float
    log_odds: float


def change_points(values: ArrayLike, *, shortest: int = 3, odds: float = 10.0) -> Segments:
    """Say how many times the level of a series changed for good, when, and from what to what.

    For a series that is known to its end and about which nothing else is known: one indicator over years, a unit
    with nothing but means. It looks back, so it is no alarm; `monitor` is, and knows who answered. When unsure it
    finds nothing: slow bends, seasons and wandering levels are explained by the noise's memory before a change is.

    Parameters
    ----------
    values : array_like of float, shape (n_values,)
        The series at even times, in any unit; nan where it is missing. The work grows with n_values²: 0.2 s for
        100, 4 s for 700.
    shortest : int
        Values each level must last; at least 1.
    odds : float
        How likely more changes must be, against as many as are told, for one more to be told; ≥ 1. With 10,
        stationary Gaussian series of 24 to 80 values without a change were given one in at most 4 of 100.

    Returns
    -------
    Segments
        Onsets with 90 % intervals, and levels.

    Raises
    ------
    ValueError
        If the series is no row of numbers, or shortest or odds lie outside their range.
    InsufficientData
        If no value is present.

    Notes
    -----
    Within a stretch y = level + w + e, w a Gaussian AR(1) that starts anew at each change, e white. Levels are
    integrated out under a normal prior as wide as the series; memory (0 to 0.99), share of e and size of the noise are
    averaged over a grid; changes are Poisson with mean 1; no change allows a straight line too. The sums over all
    cuts are exact. The number told is the smallest against which more changes are less than `odds` to 1; onsets are
    medians of their exact distributions, which keeps them in order. Jumpy noise (heavy tails with memory) and slow
    bends give false changes in up to 1 of 5 series; a strong season hides true ones.

    References
    ----------
    Fearnhead, P. (2006). Exact and efficient Bayesian inference for multiple changepoint problems. Statistics and
    Computing 16, 203–213.

    Examples
    --------
    >>> found = change_points([7.1, 6.8, 7.0, 7.2, 6.9, 7.1, 4.0, 4.2, 3.9, 4.1, 3.8, 4.0])
    >>> found.onset, found.level.round(2)
    (array([6]), array([7.02, 4.  ]))
    """
    if shortest < 1:
        raise ValueError(f"shortest must be at least 1 value; got {shortest}")
    if not odds >= 1:
        raise ValueError(f"odds must be at least 1 to 1; got {odds}")
    series = one_series(values)
    present = np.flatnonzero(~np.isnan(series))
    if present.size == 0:
        raise InsufficientData(f"none of the {series.size} values is present")
    spike = present[spikes(series[present])]
    times = np.setdiff1d(present, spike)
    return _cut(series, times, spike, shortest, odds)


def _cut(series: Floats, times: Ints, spike: Ints, shortest: int, odds: float) -> Segments:
    values = series[times]
    spread = float(values.std())
    if times.size < max(2 * shortest, 3) or spread <= 1e-12 * float(np.abs(values).max()):
        never = np.zeros(0, dtype=np.int64)
        return Segments(never, never, never, values.mean(keepdims=True), spike, np.nan, -np.inf)
    found = dated((values - values.mean()) / spread, times.astype(np.float64), shortest=shortest, odds=odds)
    low, onset, high = (_quantile(found.at, share) for share in (0.05, 0.5, 0.95))
    level = np.array([stretch.mean() for stretch in np.split(values, onset)])
    after_gap = times[low - 1] + 1
    return Segments(times[onset], after_gap, times[high], level, spike, found.memory, found.log_odds)


def _quantile(probability: Floats, share: float) -> Ints:
    """First place at which each row's probability adds up to a share."""
    reached = np.cumsum(probability, axis=1) >= share
    return np.asarray(np.argmax(reached, axis=1), dtype=np.int64)
