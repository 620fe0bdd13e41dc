"""EWMA, the textbook chart that forgets slowly, with its average run length."""

from typing import get_args

import numpy as np
from numpy.typing import ArrayLike

from analysis.drift.charts import Chart, Side, density, nodes_between, one_series, solved, threshold_at


def chart(values: ArrayLike, *, limit: float = 2.814, weight: float = 0.1, side: Side = "both") -> Chart:
    """Average the waves with weights that fade, and alarm when the average leaves fixed limits.

    A baseline to compare the monitor with; its rate of false alarms holds for independent normal waves with known
    mean and standard deviation only.

    Parameters
    ----------
    values : array_like of float, shape (n_waves,)
        Standardised series in time order; at a missing wave (nan) the average stands still.
    limit : float
        The L of the books: distance of the limits from 0, in standard deviations of the average; > 0.
        `limit_for` finds it for a run length.
    weight : float
        The λ of the books, weight of the newest wave, 0 < λ ≤ 1.
    side : "down", "up" or "both"
        Which limit alarms. With one side the average may wander off to the other: a run length is known for both.

    Returns
    -------
    Chart
        The average after each wave, the alarms, and the threshold L √(λ/(2−λ)); the average starts afresh from 0
        after an alarm.

    Raises
    ------
    ValueError
        If the series is no row of numbers, or limit, weight or side are none.

    Notes
    -----
    Z_t = (1−λ) Z_{t−1} + λ z_t with Z₀ = 0; the limits are those of a long run, the same for every wave.

    References
    ----------
    Roberts, S. W. (1959). Control chart tests based on geometric moving averages. Technometrics 1, 239–250.

    Examples
    --------
    >>> chart([-1.0, -3.0, -4.0, -1.0], limit=2.7, weight=0.2).alarms
    array([2])
    """
    _check(limit, weight)
    if side not in get_args(Side):
        raise ValueError(f"side must be down, up or both; got {side!r}")
    series = one_series(values)
    threshold = _threshold(limit, weight)
    statistic = np.zeros(series.size)
    alarms = []
    average = 0.0
    for wave, value in enumerate(series):
        if not np.isnan(value):
            average = (1 - weight) * average + weight * value
        statistic[wave] = average
        if {"up": average, "down": -average, "both": abs(average)}[side] > threshold:
            alarms.append(wave)
            average = 0.0
    return Chart(statistic, np.array(alarms, dtype=np.int64), threshold, side)


def run_length(limit: float, *, weight: float = 0.1, shift: float = 0.0) -> float:
    """Average run length of a two-sided EWMA chart that starts from zero, with fixed limits.

    Parameters
    ----------
    limit, weight : float
        As in `chart`.
    shift : float
        Mean of the series, in standard deviations, from the first wave on.

    Returns
    -------
    float
        Mean number of waves until the alarm, the alarming one included.

    Raises
    ------
    ValueError
        As in `chart`.

    Notes
    -----
    With limits ±c the run length from an average of u satisfies

        L(u) = 1 + (1/λ) ∫₋c^c φ((y − (1−λ) u)/λ − δ) L(y) dy,

    solved at Gauss–Legendre nodes and read off at 0 (Nyström). Assumes independent normal waves of variance 1.

    References
    ----------
    Crowder, S. V. (1987). A simple method for studying run-length distributions of exponentially weighted moving
    average charts. Technometrics 29, 401–407.

    Examples
    --------
    >>> round(run_length(2.814), 2), round(run_length(2.814, shift=1.0), 2)
    (499.58, 10.33)
    """
    _check(limit, weight)
    threshold = _threshold(limit, weight)
    node, step = nodes_between(-threshold, threshold, weight)
    state = np.concatenate([[0.0], node])
    kernel = np.zeros((state.size, state.size))
    kernel[:, 1:] = step / weight * density((node - (1 - weight) * state[:, None]) / weight - shift)
    return float(solved(kernel)[0])


def limit_for(length: float, *, weight: float = 0.1) -> float:
    """Limit at which false alarms of either side are on average `length` waves apart.

    Parameters
    ----------
    length : float
        Average run length without any change, in waves; from about 2 to 1e9.
    weight : float
        As in `chart`.

    Returns
    -------
    float
        The limit, in standard deviations of the average.

    Raises
    ------
    ValueError
        If no limit has this run length, or it is longer than the equation can be solved for.

    Examples
    --------
    >>> round(limit_for(499.58), 3)
    2.814
    """
    return threshold_at(lambda limit: run_length(limit, weight=weight), length)


def _threshold(limit: float, weight: float) -> float:
    return limit * float(np.sqrt(weight / (2 - weight)))


def _check(limit: float, weight: float) -> None:
    if not limit > 0:
        raise ValueError(f"limit must be above 0; got {limit}")
    if not 0 < weight <= 1:
        raise ValueError(f"weight must lie above 0 and at most 1; got {weight}")
