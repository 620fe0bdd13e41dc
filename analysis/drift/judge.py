"""The evidence of all units below the company at once, one after the other in one compiled loop."""

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.evidence import tabulate, weigh
from analysis.drift.model import Parameters
from analysis.drift.rollup import Columns, News, beside, columns
from analysis.drift.setting import Setting
from analysis.drift.shocks import COMPANY_MOVES
from analysis.drift.whiten import MONTHLY_MEMORY, When, whiten
from analysis.panel import Floats, Ints

LEAST_WAVES = 2
"""Waves that a unit must be compared in before anything can be said."""


def judge_units(
    news: News, setting: Setting, *, parameters: Parameters, scale: int, after: Ints, waves: tuple[int, int]
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Log evidence for falls and rises, and where there was something to compare; each of shape (n_units, n_waves).

    `after` holds, per unit, the wave after which onsets count. The company itself is left out.
    """
    shapes = (setting.shapes.rise, setting.shapes.first_onset)
    down, up, compared = _judge(_given(news, setting, parameters, scale), shapes, after, waves, setting.smallest)
    return down, up, compared


def step_information(news: News, setting: Setting, *, parameters: Parameters, scale: int, onsets: Ints) -> Floats:
    """Information about a step at each onset, after the last wave, shape (n_units, n_onsets); 0 for the company."""
    found: Floats = _step_information(_given(news, setting, parameters, scale), onsets)
    return found


Given = tuple[Columns, Ints, Floats, tuple[float, float, float], When]
"""News, units below the company, their inner levels, variances (white, slow, of the company), and when."""


def _given(news: News, setting: Setting, parameters: Parameters, scale: int) -> Given:
    variance, between = float(parameters.variance[scale]), parameters.between[scale]
    sizes = (between.white * variance, between.slow * variance, COMPANY_MOVES * variance)
    units = np.delete(np.arange(setting.tree.n_units), setting.tree.root)
    when = (setting.calendar.months, setting.calendar.block, MONTHLY_MEMORY)
    return columns(news), units, setting.inner, sizes, when


@numba.njit(cache=True)
def _series_of(given: Given, unit: int) -> tuple[Floats, Floats, Floats]:
    """Whitened innovations of one unit, their spread, and their responses."""
    news, _, inner, sizes, when = given
    value, noise, response = beside(news, unit, -1, sizes[2])
    none, nobody = np.zeros((0, value.size)), np.zeros(value.size)
    if np.isfinite(noise).sum() < LEAST_WAVES:
        noise[:] = np.inf
    shocks = (sizes[0] * inner[unit], sizes[1] * inner[unit])
    return whiten(value, noise, response, none, shocks, when, (nobody, 0.0, 0.0, 1.0, 0.0))


@numba.njit(cache=True)
def _judge(
    given: Given, shapes: tuple[Floats, Ints], after: Ints, waves: tuple[int, int], smallest: float
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    n_units, n_waves = given[0][0].shape
    down, up = np.full((n_units, n_waves), -np.inf), np.full((n_units, n_waves), -np.inf)
    compared = np.zeros((n_units, n_waves), dtype=np.bool_)
    n_shapes, one = shapes[0].shape[0], np.zeros((1, n_waves))
    for unit in given[1]:
        fresh, spread, moved = _series_of(given, unit)
        compared[unit] = np.isfinite(spread)
        if compared[unit].any():
            score, information = np.zeros((2, 1, n_waves, n_shapes, n_waves))
            tabulate(fresh, moved, shapes[0], score[0], information[0])
            found = weigh(score, information, one, shapes[0], shapes[1], after[unit], waves, smallest)
            down[unit], up[unit] = found
    return down, up, compared


@numba.njit(cache=True)
def _step_information(given: Given, onsets: Ints) -> Floats:
    information = np.zeros((given[0][0].shape[0], onsets.size))
    for unit in given[1]:
        _, _, moved = _series_of(given, unit)
        for k in range(onsets.size):
            for t in range(onsets[k], moved.shape[0]):
                information[unit, k] += moved[t, onsets[k]] ** 2
    return information
