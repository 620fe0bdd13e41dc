"""What could not have been seen: the fall that would have been found with a stated probability."""

import numba
import numpy as np
from scipy.special import ndtri

from analysis.drift.course import Course
from analysis.drift.decide import Ledger
from analysis.drift.evidence import N_SIZES, least_size, sum_of_ratios
from analysis.drift.result import Detectability
from analysis.panel import Floats

POWER = 0.8
HIGHEST_FALL = 100.0
"""Points; a larger fall does not exist."""

HORIZONS = (3, 6, 12)
"""Months since the fall began."""


def detectable_fall(information: float, *, log_sum: float, least: float, third: float = 0.0, waves: int = 1) -> float:
    """Points of a lasting step that would have been found by now with 80 % power.

    Parameters
    ----------
    information : float
        About a step of one point, as of the last wave.
    log_sum : float
        Logarithm of the sum of likelihood ratios over all hypotheses of one onset at which the unit raises an alarm.
    least : float
        Smallest size in the mixture, in points.
    third : float
        Third cumulant that the score of a fall has above zero, for skewed answers.
    waves : int
        Waves since the step, that one included.

    Returns
    -------
    float
        Points of 0–100; nan if no fall could be found.

    Notes
    -----
    The score of the step is normal with mean δI and variance I. It must reach the value at which the mixture over
    sizes, with the prior weight of steps, crosses the line. Neighbouring onsets add to the evidence: where the step is
    seen slowly, each is a factor of q = exp(−log_sum / waves) less likely than the one before, so that together they
    are worth (1 + q) / (1 − q) times the right one.
    """
    if not np.isfinite(log_sum) or information * HIGHEST_FALL**2 < 1.0:
        return np.nan
    ratio = np.exp(-log_sum / waves)
    enough = log_sum - np.log((1.0 + ratio) / (1.0 - ratio))
    needed = _score_needed(information, least, third, enough)
    fall = (needed + float(ndtri(POWER)) * np.sqrt(information)) / information
    return float(fall) if fall <= HIGHEST_FALL else np.nan


def onset_of(months: Floats, horizon: int) -> int:
    """First wave after the horizon; −1 if nothing was asked before it."""
    onset = int(np.searchsorted(months, months[-1] - horizon + 1e-9, side="right"))
    return onset if 1 <= onset < months.size else -1


@numba.njit(cache=True)
def _score_needed(information: float, least: float, third: float, log_sum: float) -> float:
    """Score at which the sum of the likelihood ratios over sizes reaches exp(log_sum), by bisection."""
    low, high = 0.0, 1.0
    while np.log(sum_of_ratios(high, information, third, least)) < log_sum:
        high *= 2.0
    for _ in range(60):
        half = 0.5 * (low + high)
        if np.log(sum_of_ratios(half, information, third, least)) < log_sum:
            low = half
        else:
            high = half
    return high


def detectabilities(course: Course, ledger: Ledger) -> Detectability:
    """Of every unit and scale as of the last wave, for each horizon."""
    stretch = course.stretch
    assert stretch is not None  # noqa: S101 -- every call has one
    setting, n_horizons = stretch.setting, len(HORIZONS)
    months, tree = setting.calendar.months, setting.tree
    needed = ledger.log_threshold - ledger.log_weight
    falls = np.full((tree.n_units, len(course.series), n_horizons), np.nan)
    onsets = np.array([onset_of(months, horizon) for horizon in HORIZONS])
    log_hypotheses = np.log(setting.shapes.length.size * N_SIZES)
    for scale in range(len(course.series)):
        known, third, response = stretch.about_steps(scale, ledger.bases, np.maximum(onsets, 0))
        for unit, k in np.argwhere((known > 0) & (onsets >= 0)).tolist():
            falls[unit, scale, k] = detectable_fall(
                float(known[unit, k]),
                log_sum=float(needed[unit]) + log_hypotheses,
                least=least_size(float(response[unit, k]), setting.smallest),
                third=max(-float(third[unit, k]), 0.0),
                waves=int(months.size - onsets[k]),
            )
    units, scales, horizons = (axis.ravel() for axis in np.indices(falls.shape))
    return Detectability(units, scales, np.array(HORIZONS)[horizons], falls.ravel(), np.full(falls.size, POWER))
