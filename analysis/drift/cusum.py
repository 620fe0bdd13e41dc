"""CUSUM, the textbook chart for a lasting change of known size, with its average run length."""

from typing import get_args

import numpy as np
from numpy.typing import ArrayLike

from analysis.drift.charts import Chart, Side, density, nodes_between, one_series, solved, threshold_at


def chart(values: ArrayLike, *, threshold: float = 5.0, allowance: float = 0.5, side: Side = "down") -> Chart:
    """Sum what exceeds an allowance, and alarm when the sum passes the threshold.

    A baseline to compare the monitor with. Its rate of false alarms holds for independent normal waves with known
    mean and standard deviation only; survey waves are none of these.

    Parameters
    ----------
    values : array_like of float, shape (n_waves,)
        Standardised series in time order; at a missing wave (nan) the sums stand still.
    threshold : float
        The h of the books, in standard deviations; > 0. `threshold_for` finds it for a run length.
    allowance : float
        The k of the books, half the change that is looked for, in standard deviations; ≥ 0.
    side : "down", "up" or "both"
        Which changes alarm; "both" runs a chart to either side and takes the larger sum.

    Returns
    -------
    Chart
        The sum after each wave, and the alarms; both sums start afresh from 0 after an alarm.

    Raises
    ------
    ValueError
        If the series is no row of numbers, or threshold, allowance or side are none.

    Notes
    -----
    C_t = max(0, C_{t−1} + z_t − k), for falls with −z_t; alarm where C_t > h.

    References
    ----------
    Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100–115.

    Examples
    --------
    >>> chart([0.2, -2.5, -3.0, -1.5], threshold=5).alarms
    array([3])
    """
    _check(threshold, allowance, side)
    series = one_series(values)
    statistic = np.zeros(series.size)
    alarms = []
    up = down = 0.0
    for wave, value in enumerate(series):
        if not np.isnan(value):
            up = max(0.0, up + value - allowance)
            down = max(0.0, down - value - allowance)
        statistic[wave] = {"up": up, "down": down, "both": max(up, down)}[side]
        if statistic[wave] > threshold:
            alarms.append(wave)
            up = down = 0.0
    return Chart(statistic, np.array(alarms, dtype=np.int64), threshold, side)


def run_length(threshold: float, *, allowance: float = 0.5, shift: float = 0.0, side: Side = "down") -> float:
    """Average run length of a CUSUM that starts from zero: waves until it alarms, the alarming one included.

    Parameters
    ----------
    threshold, allowance : float
        As in `chart`.
    shift : float
        Mean of the series, in standard deviations, from the first wave on; negative is a fall.
    side : "down", "up" or "both"
        As in `chart`.

    Returns
    -------
    float
        Mean number of waves; with a shift of 0 the mean time between false alarms.

    Raises
    ------
    ValueError
        As in `chart`.

    Notes
    -----
    The run length from a sum of x satisfies the Fredholm equation of the second kind

        L(x) = 1 + Φ(k − x − δ) L(0) + ∫₀ʰ φ(y + k − x − δ) L(y) dy,

    in which the sum's return to 0 has a probability of its own; it is solved at Gauss–Legendre nodes and 0 (Nyström).
    Two sides: 1/L = 1/L₊ + 1/L₋, exact for equal allowances. Assumes independent normal waves of variance 1.

    References
    ----------
    Page (1954); Brook, D. and Evans, D. A. (1972). Biometrika 59, 539–549; Kemp, K. W. (1961). JRSS B 23, 149–153.

    Examples
    --------
    >>> round(run_length(5.0), 2), round(run_length(5.0, side="both"), 2)
    (930.89, 465.44)
    """
    _check(threshold, allowance, side)
    if side == "both":
        lengths = [run_length(threshold, allowance=allowance, shift=shift, side=one) for one in ("down", "up")]
        return 1 / sum(1 / length for length in lengths)
    from scipy.special import ndtr  # noqa: PLC0415 -- weight

    node, weight = nodes_between(0.0, threshold, 1.0)
    state = np.concatenate([[0.0], node])
    towards = -shift if side == "down" else shift
    kernel = np.empty((state.size, state.size))
    kernel[:, 0] = ndtr(allowance - state - towards)
    kernel[:, 1:] = weight * density(node + allowance - state[:, None] - towards)
    return float(solved(kernel)[0])


def threshold_for(length: float, *, allowance: float = 0.5, side: Side = "down") -> float:
    """Threshold at which false alarms are on average `length` waves apart.

    Parameters
    ----------
    length : float
        Average run length without any change, in waves; from about 4 to 1e9.
    allowance : float
        As in `chart`.
    side : "down", "up" or "both"
        As in `chart`.

    Returns
    -------
    float
        The threshold, in standard deviations.

    Raises
    ------
    ValueError
        If no threshold has this run length, or it is longer than the equation can be solved for.

    Examples
    --------
    >>> round(threshold_for(930.887), 4)
    5.0
    """
    return threshold_at(lambda height: run_length(height, allowance=allowance, side=side), length)


def _check(threshold: float, allowance: float, side: Side) -> None:
    if not threshold > 0:
        raise ValueError(f"threshold must be above 0; got {threshold}")
    if not allowance >= 0:
        raise ValueError(f"allowance must be at least 0; got {allowance}")
    if side not in get_args(Side):
        raise ValueError(f"side must be down, up or both; got {side!r}")
