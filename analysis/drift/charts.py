"""What the textbook control charts share: the standardised series that goes in, the chart that comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints

Side = Literal["down", "up", "both"]

# Beyond this the linear system is too close to singular for the digits that are promised.
LONGEST = 1e9


@dataclass(frozen=True, slots=True)
class Chart:
    """A control chart of one series.

    Attributes
    ----------
    statistic : ndarray of float, shape (n_waves,)
        The chart's statistic after each wave, in standard deviations; before the restart where it alarms.
    alarms : ndarray of int, shape (n_alarms,)
        Waves in which the statistic passed the threshold; the chart starts afresh after each.
    threshold : float
        The threshold, in the unit of the statistic.
    side : "down", "up" or "both"
        Which changes alarm.
    """

    statistic: Floats
    alarms: Ints
    threshold: float
    side: Side


def standardised(values: ArrayLike, *, baseline: int = 12) -> Floats:
    """Return a series in standard deviations of its first waves from their mean.

    This is how charts are used in practice, and their weakest point: a dozen waves taken for the truth. The run
    lengths of `cusum` and `ewma` hold for known mean and standard deviation, not for these.

    Parameters
    ----------
    values : array_like of float, shape (n_waves,)
        A series in any unit, in time order; nan where a wave is missing.
    baseline : int
        Number of first present values whose mean and standard deviation are taken as known; at least 2.

    Returns
    -------
    ndarray of float, shape (n_waves,)
        The series in standard deviations; nan where it was missing.

    Raises
    ------
    ValueError
        If the series is no row of numbers, or the baseline is shorter than 2.
    InsufficientData
        If fewer values are present than the baseline wants, or they are all equal.

    Examples
    --------
    >>> standardised([1.0, 3.0, 2.0, 6.0], baseline=3)
    array([-1.,  1.,  0.,  4.])
    """
    series = one_series(values)
    if baseline < 2:
        raise ValueError(f"baseline must be at least 2 waves; got {baseline}")
    known = series[~np.isnan(series)][:baseline]
    if known.size < baseline:
        raise InsufficientData(f"{known.size} values are present; the baseline wants {baseline}")
    spread = float(known.std(ddof=1))
    if spread <= 1e-12 * float(np.abs(known).max()):
        raise InsufficientData(f"the {baseline} values of the baseline are all equal: no spread to measure by")
    return np.asarray((series - known.mean()) / spread)


def one_series(values: ArrayLike) -> Floats:
    """One row of numbers; nan stands for a missing wave."""
    series = np.asarray(values, dtype=np.float64)
    if series.ndim != 1:
        raise ValueError(f"values must be one series; got shape {series.shape}")
    if np.isinf(series).any():
        raise ValueError(f"values must be finite or nan; wave {int(np.flatnonzero(np.isinf(series))[0])} is infinite")
    return series


def density(distance: Floats) -> Floats:
    """Density of the standard normal distribution (scipy.stats takes a second to load)."""
    return np.asarray(np.exp(-0.5 * distance**2) / np.sqrt(2 * np.pi))


def nodes_between(low: float, high: float, width: float) -> tuple[Floats, Floats]:
    """Gauss–Legendre nodes and weights on an interval, dense enough for a normal density of this width."""
    node, weight = np.polynomial.legendre.leggauss(40 + int(8 * (high - low) / width))
    half = 0.5 * (high - low)
    return low + half * (node + 1), half * weight


def solved(kernel: Floats) -> Floats:
    """Solve L = 1 + kernel L: mean number of waves until a chart leaves the states of the kernel."""
    return np.asarray(np.linalg.solve(np.eye(kernel.shape[0]) - kernel, np.ones(kernel.shape[0])), dtype=np.float64)


def threshold_at(run_length: Callable[[float], float], length: float) -> float:
    """Threshold at which an increasing run length reaches `length`."""
    from scipy.optimize import brentq  # noqa: PLC0415 -- weight

    low = high = 0.01
    if not run_length(low) < length <= LONGEST:
        raise ValueError(f"length must lie between {run_length(low):.4g} and {LONGEST:.0e} waves; got {length}")
    while run_length(high) < length:
        low, high = high, 2 * high
    return float(brentq(lambda height: np.log(run_length(height) / length), low, high, xtol=1e-10))
