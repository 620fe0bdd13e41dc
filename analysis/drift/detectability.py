"""What could not have been seen: the fall that would have been found with a stated probability."""

import numba
import numpy as np
from scipy.special import ndtri

from analysis.drift.course import Course
from analysis.drift.decide import Ledger
from analysis.drift.evidence import N_SIZES
from analysis.drift.result import Detectability
from analysis.drift.tables import Tables
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
    onset = _onset(months, horizon)
    if onset < 0:
        return np.nan
    model = int(tables.log_fit.argmax())
    information = float(tables.information[model, 0, onset])
    return _fall_found(information, log_needed + np.log(tables.score.shape[1] * N_SIZES), smallest)


def _onset(months: Floats, horizon: int) -> int:
    """First wave after the horizon; −1 if nothing was asked before it."""
    onset = int(np.searchsorted(months, months[-1] - horizon + 1e-9, side="right"))
    return onset if 1 <= onset < months.size else -1


def _fall_found(information: float, log_sum: float, smallest: float) -> float:
    if not np.isfinite(log_sum) or information * HIGHEST_FALL**2 < 1.0:
        return np.nan
    needed = _score_needed(information, smallest, log_sum)
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
    stretch = course.stretch
    assert stretch is not None  # noqa: S101 -- every call has one
    setting, n_horizons = stretch.setting, len(HORIZONS)
    months, tree, last = setting.calendar.months, setting.tree, setting.calendar.months.size - 1
    needed = ledger.log_threshold - ledger.log_weight
    falls = np.full((tree.n_units, len(course.series), n_horizons), np.nan)
    onsets = np.array([_onset(months, horizon) for horizon in HORIZONS])
    log_hypotheses = np.log(setting.shapes.length.size * N_SIZES)
    for scale in range(len(course.series)):
        known = stretch.step_information(scale, ledger.bases, np.maximum(onsets, 0))
        for unit, k in np.argwhere((known > 0) & (onsets >= 0)).tolist():
            log_sum = float(needed[unit]) + log_hypotheses
            falls[unit, scale, k] = _fall_found(float(known[unit, k]), log_sum, setting.smallest)
        company = stretch.tables(scale, tree.root, last, ledger.bases)
        if company is not None:
            falls[tree.root, scale] = [
                detectable_fall(
                    company, months, horizon, log_needed=float(needed[tree.root]), smallest=setting.smallest
                )
                for horizon in HORIZONS
            ]
    units, scales, horizons = (axis.ravel() for axis in np.indices(falls.shape))
    return Detectability(units, scales, np.array(HORIZONS)[horizons], falls.ravel(), np.full(falls.size, POWER))
