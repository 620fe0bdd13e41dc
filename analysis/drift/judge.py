"""The evidence of all units below the company at once, one after the other in one compiled loop."""

import numba
import numpy as np

from analysis.drift.contrast import Columns, beside, columns
from analysis.drift.covariance import Sizes, from_shocks
from analysis.drift.evidence import FAR, LOG_SUM, Whitened, gather, sums_after
from analysis.drift.model import Parameters
from analysis.drift.rollup import News
from analysis.drift.setting import Setting
from analysis.drift.shapes import FIRST_ONSET, Grid
from analysis.drift.shocks import COMPANY_MOVES
from analysis.drift.tables import Tables
from analysis.drift.whiten import whiten
from analysis.panel import Floats, Ints

LEAST_WAVES = 2
"""Waves that a unit must be compared in before anything can be said."""


def judge_units(
    news: News, setting: Setting, *, parameters: Parameters, scale: int, after: Ints, waves: tuple[int, int]
) -> tuple[Floats, Floats]:
    """Log evidence for falls and rises, shape (2, n_units, n_waves), and innovations, nan where nothing is compared.

    `after` holds, per unit, the wave after which onsets count. The company itself is left out.
    """
    given = _given(news, setting, parameters, scale)
    evidence, innovations = _judge(given, setting.shapes.grid, after, waves, setting.smallest)
    return evidence, innovations


def about_steps(news: News, setting: Setting, *, parameters: Parameters, scale: int, onsets: Ints) -> Floats:
    """What the last wave tells of a step at each onset, as in `Stretch.about_steps`; 0 for the company."""
    given = _given(news, setting, parameters, scale)
    found: Floats = _about_steps(given, setting.shapes.first_onset, onsets)
    return found


def unit_tables(
    news: News, unit: int, setting: Setting, *, parameters: Parameters, scale: int, wave: int, after: int
) -> Tables | None:
    """Score and information of every hypothesis about a unit after a wave; None where nothing can be compared."""
    given, grid = _given(news, setting, parameters, scale), setting.shapes.grid
    fresh, spread, moved, skewness = _series_of(given, unit, grid[FIRST_ONSET])
    if not np.isfinite(spread).any():
        return None
    sums = sums_after(_inflated(fresh, moved, skewness, setting.inflation[unit]), grid, wave, after)[None]
    return Tables(sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3, 0], np.zeros(1))


Given = tuple[Columns, Ints, tuple[Floats, Floats], Sizes, float, Floats]
"""News, units below the company, inner levels and inflation, variances of shocks between and of the company, months."""


def _given(news: News, setting: Setting, parameters: Parameters, scale: int) -> Given:
    variance = float(parameters.variance[scale])
    sizes, moves = parameters.between[scale].times(variance), COMPANY_MOVES * variance
    units = np.delete(np.arange(setting.tree.n_units), setting.tree.root)
    return columns(news), units, (setting.inner, setting.inflation), sizes, moves, setting.calendar.months


@numba.njit(cache=True)
def _series_of(given: Given, unit: int, first_onset: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Whitened innovations of one unit, their spread, their responses and their third cumulants."""
    news, _, of_units, sizes, moves, months = given
    value, noise, response, third = beside(news, unit, -1, moves)
    if np.isfinite(noise).sum() < LEAST_WAVES:
        noise[:] = np.inf
    times = of_units[0][unit]
    cover = from_shocks(response, (sizes[0] * times, sizes[1] * times, sizes[2] * times), months)
    fresh, spread, moved = whiten(value, noise, cover, response, first_onset)
    return fresh, spread, moved, third / spread**3


@numba.njit(cache=True)
def _inflated(fresh: Floats, moved: Floats, skewness: Floats, inflation: float) -> Whitened:
    """Innovations, responses and third cumulants if all variances are larger by a factor."""
    root = np.sqrt(inflation)
    return fresh / root, moved / root, skewness / root**3


@numba.njit(cache=True)
def _judge(given: Given, grid: Grid, after: Ints, waves: tuple[int, int], smallest: float) -> tuple[Floats, Floats]:
    n_units, n_waves = given[0][0].shape
    evidence, innovations = np.full((2, n_units, n_waves), -np.inf), np.full((n_units, n_waves), np.nan)
    for unit in given[1]:
        fresh, spread, moved, skewness = _series_of(given, unit, grid[FIRST_ONSET])
        for t in range(n_waves):
            if np.isfinite(spread[t]):
                innovations[unit, t] = fresh[t]
        if np.isfinite(spread).any():
            news = _inflated(fresh, moved, skewness, given[2][1][unit])
            found = gather(news, grid, after[unit], waves, smallest)
            for way in range(2):
                for t in range(waves[0], waves[1]):
                    if found[way, FAR, t] >= smallest:
                        evidence[way, unit, t] = found[way, LOG_SUM, t]
    return evidence, innovations


@numba.njit(cache=True)
def _about_steps(given: Given, first_onset: Ints, onsets: Ints) -> Floats:
    found = np.zeros((3, given[0][0].shape[0], onsets.size))
    for unit in given[1]:
        fresh, _, moved, skewness = _series_of(given, unit, first_onset)
        _, moved, skewness = _inflated(fresh, moved, skewness, given[2][1][unit])
        for k in range(onsets.size):
            for t in range(onsets[k], moved.shape[0]):
                found[0, unit, k] += moved[t, onsets[k]] ** 2
                if moved[t, onsets[k]] != 0.0:
                    found[1, unit, k] += moved[t, onsets[k]] ** 3 * skewness[t]
            t = onsets[k]
            while t > 0 and moved[t, t] == 0.0:
                t -= 1
            found[2, unit, k] = moved[t, t]
    return found
