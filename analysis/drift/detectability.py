"""What could not have been seen: the fall that would have been found with a stated probability."""

import numba
import numpy as np
from scipy.special import ndtri

from analysis.drift.course import Course
from analysis.drift.decide import Ledger
from analysis.drift.evidence import N_SIZES
from analysis.drift.result import Detectability
from analysis.drift.tables import Tables, news_of_scale, node_tables
from analysis.panel import Floats

POWER = 0.8
HIGHEST_FALL = 100.0
"""Points; a larger fall does not exist."""

HORIZONS = (3, 6, 12)
"""Months since the fall began."""


def detectable_fall(tables: Tables, months: Floats, horizon: int, *, log_needed: float, smallest: float) -> float:
    """Points of a lasting step that began `horizon` months ago and would have been found by now with 80 % power.

    Parameters
    ----------
    tables : Tables
        Score and information of the node; only the information is used.
    months : ndarray of float, shape (n_waves,)
        Time of each wave, in months.
    horizon : int
        Months from the fall to the last wave.
    log_needed : float
        Log evidence at which this node alone raises an alarm.
    smallest : float
        Smallest size in the mixture, in points.

    Returns
    -------
    float
        Points of 0–100; nan if the waves do not reach back before the fall or no fall could be found.

    Notes
    -----
    After the horizon the score of the step is normal with mean δI and variance I. It must reach the value at which
    the mixture over sizes, with the prior weight of steps and the evidence of one onset alone, crosses the line; other
    onsets add to it, so the power is a little higher than stated.
    """
    last = months.size - 1
    onset = int(np.searchsorted(months, months[last] - horizon + 1e-9, side="right"))
    if onset < 1 or onset > last:
        return np.nan
    model = int(tables.log_fit[:, last].argmax())
    information = float(tables.information[model, last, 0, onset])
    if information * HIGHEST_FALL**2 < 1.0:
        return np.nan
    n_shapes = tables.score.shape[2]
    needed = _score_needed(information, smallest, log_needed + np.log(n_shapes * N_SIZES))
    fall = (needed + float(ndtri(POWER)) * np.sqrt(information)) / information
    return float(fall) if fall <= HIGHEST_FALL else np.nan


@numba.njit(cache=True)
def _score_needed(information: float, smallest: float, log_sum: float) -> float:
    """Score at which the sum of the likelihood ratios over sizes reaches exp(log_sum), by bisection."""
    low, high = 0.0, 1.0
    while _log_sum(high, information, smallest) < log_sum:
        high *= 2.0
    for _ in range(60):
        half = 0.5 * (low + high)
        if _log_sum(half, information, smallest) < log_sum:
            low = half
        else:
            high = half
    return high


@numba.njit(cache=True)
def _log_sum(score: float, information: float, smallest: float) -> float:
    sizes = smallest * 2.0 ** np.arange(N_SIZES)
    terms = sizes * score - 0.5 * sizes * sizes * information
    top = terms.max()
    return float(top + np.log(np.exp(terms - top).sum()))


def detectabilities(course: Course, ledger: Ledger) -> Detectability:
    """Of every unit and scale as of the last wave, for each horizon."""
    setting, parameters = course.setting, course.parameters
    assert parameters is not None  # noqa: S101 -- set by the first stretch, which every call has
    rows: list[tuple[int, int, int, float]] = []
    months = course.opened.months
    for scale, series in enumerate(course.series):
        news = news_of_scale(series, course.units, setting, parameters=parameters, scale=scale, bases=ledger.bases)
        for unit in range(setting.tree.n_units):
            tables = node_tables(news, unit, setting, parameters, scale)
            needed = ledger.log_threshold - float(ledger.log_weight[unit])
            tables = tables if np.isfinite(needed) else None
            for horizon in HORIZONS:
                fall = np.nan
                if tables is not None:
                    fall = detectable_fall(tables, months, horizon, log_needed=needed, smallest=setting.smallest)
                rows.append((unit, scale, horizon, fall))
    rows.sort(key=lambda row: row[:3])
    units, scales, horizons, falls = (np.array(column) for column in zip(*rows, strict=True))
    return Detectability(units, scales, horizons, falls.astype(np.float64), np.full(falls.size, POWER))
