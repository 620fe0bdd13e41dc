"""How large the shocks are that units share: likelihoods on a grid, weighed with a prior, from earlier waves only."""

import numba
import numpy as np

from analysis.drift.contrast import contrast
from analysis.drift.covariance import add_loads, from_shocks
from analysis.drift.evidence import HIGHEST_LOG
from analysis.drift.model import Shocks, running_dot, running_sum, running_total
from analysis.drift.people import Series
from analysis.drift.rollup import News, level_load
from analysis.drift.whiten import innovations
from analysis.panel import Floats, Ints
from analysis.tree import Tree

GRID = tuple(
    Shocks(white, slow)
    for white in (0.0, 0.001, 0.0025, 0.01, 0.03, 0.1, 0.3)
    for slow in (0.0, 0.004, 0.015, 0.05, 0.2)
)
"""Variances as shares of the variance between people."""

SIZES = np.array([(shocks.white, shocks.slow) for shocks in GRID])

DEFAULT_UNIT = 0.006
DEFAULT_BETWEEN = 0.003
PRIOR_WIDTH = 1.3
"""Standard deviation of the log variance before any data."""

SLOW_SHARE = 0.3
MOST_UNITS, MOST_SQUARES = 20, 20_000
"""Units per scale whose likelihood is computed: 20, or more while waves are few; then more would say little more."""

MOST_WAVES = 48
"""Waves of each unit that are used: the latest."""

MOST_SPREAD = 100.0
"""Standard deviation, in points, above which an observation only sets a level that was unknown."""

COMPANY_MOVES = 0.01
"""Variance of what the company does together, trends and seasons with it, as a share of that between people; set high,
because a unit must not be taken to fall when the company rises."""

RECENT_MONTHS = 6.0
"""A drift that has begun and is not found yet must not teach the engine that such shocks are usual."""


def log_prior(default: float, width: float) -> Floats:
    """Log weights of the grid: log-normal around the default, a slow part being possible but not expected."""
    return np.array([_log_prior_of(shocks, default, width) for shocks in GRID])


def _log_prior_of(shocks: Shocks, default: float, width: float) -> float:
    white = np.log(max(shocks.white, default / 6.0) / default) / width
    slow = 0.0 if shocks.slow == 0 else np.log(max(shocks.slow, default / 6.0) / (SLOW_SHARE * default)) / width
    return float(-0.5 * (white**2 + slow**2) + (0.0 if shocks.slow == 0 else np.log(SLOW_SHARE)))


def unit_log_likelihood(series: Series, wave: int, variance: float, months: Floats) -> Floats:
    """Of each grid point, over units beside the company's mean, before the wave; shape (n_grid,)."""
    total = np.zeros(len(GRID))
    precision = series.precision[:, :wave]
    waves_seen = (precision > 0).sum(axis=1)
    chosen = _spread_out(np.flatnonzero(waves_seen >= 2), wave)
    if chosen.size < 3:
        return total
    centred = _centred(series, wave)
    value, rest = _company(centred, precision)
    for position in chosen.tolist():
        seen = (precision[position] > 0) & (rest > precision[position])
        noise = np.full(wave, np.inf)
        noise[seen] = 1.0 / precision[position, seen] + 1.0 / rest[seen]
        own = np.where(seen, centred[position] - value, 0.0)
        response = np.ascontiguousarray(series.response[position, :wave, :wave])
        load = level_load(series, position)[None, :wave]
        total += _likelihoods(own, noise, response, load, variance, months[:wave])
    return total


def between_log_likelihood(news: News, tree: Tree, wave: int, variance: float, months: Floats) -> Floats:
    """The same for the levels between units and company."""
    total = np.zeros(len(GRID))
    inner = np.setdiff1d(np.unique(tree.parent[tree.parent >= 0]), [tree.root])
    for unit in _spread_out(inner, wave).tolist():
        beside = contrast(news, unit, tree.root, COMPANY_MOVES * variance)
        if beside is None:
            continue
        response = np.ascontiguousarray(beside.response[:wave, :wave])
        total += _likelihoods(
            beside.value[:wave], beside.noise[:wave], response, np.zeros((0, wave)), variance, months[:wave]
        )
    return total


@numba.njit(cache=True)
def _likelihoods(
    value: Floats, noise: Floats, response: Floats, loads: Floats, variance: float, months: Floats
) -> Floats:
    """Of each grid point, for one series; of a long one its last waves, which tell enough."""
    start = max(0, value.size - MOST_WAVES)
    level, out = np.zeros((value.size, value.size)), np.zeros(SIZES.shape[0])
    add_loads(loads, level)
    white = from_shocks(response, (variance, 0.0), months)[start:, start:]
    slow = from_shocks(response, (0.0, variance), months)[start:, start:]
    for g in range(SIZES.shape[0]):
        cover = level[start:, start:] + SIZES[g, 0] * white + SIZES[g, 1] * slow
        fresh, spread, _ = innovations(value[start:], noise[start:], cover)
        out[g] = log_likelihood(fresh, spread)[-1]
    return out


@numba.njit(cache=True)
def log_likelihood(fresh: Floats, spread: Floats) -> Floats:
    """Running log likelihood after each wave, shape (n_waves,); what only sets an unknown level counts for nothing."""
    out, total = np.zeros(fresh.size), 0.0
    for wave in range(fresh.size):
        if spread[wave] < MOST_SPREAD:
            total -= 0.5 * fresh[wave] ** 2 + np.log(spread[wave])
        out[wave] = total
    return out


def settle(log_weights: Floats) -> Shocks:
    """Posterior mean over the grid."""
    weights = np.exp(np.maximum(log_weights - log_weights.max(), -HIGHEST_LOG))
    total = running_dot(weights, np.ones_like(weights))
    white = running_dot(weights, np.array([shocks.white for shocks in GRID])) / total
    slow = running_dot(weights, np.array([shocks.slow for shocks in GRID])) / total
    return Shocks(white, slow)


def _centred(series: Series, wave: int) -> Floats:
    """Values less what the company's overall level contributes, shape (n_seats, wave).

    People who are new bring the whole level into their unit's value, people known for long nothing of it.
    """
    whole_level, precision = series.response[:, :wave, 0], series.precision[:, :wave]
    top = running_sum(running_total(precision * whole_level * series.value[:, :wave]))
    bottom = running_sum(running_total(precision * whole_level**2))
    return np.asarray(series.value[:, :wave] - (top / bottom if bottom > 0 else 0.0) * whole_level)


def _company(value: Floats, precision: Floats) -> tuple[Floats, Floats]:
    """Mean over all units and its precision."""
    total = running_total(precision * value)
    weight = running_total(precision)
    return np.where(weight > 0, total / np.where(weight > 0, weight, 1.0), 0.0), weight


def _spread_out(values: Ints, wave: int) -> Ints:
    most = max(MOST_UNITS, MOST_SQUARES // wave**2)
    if values.size <= most:
        return values
    return values[(np.arange(most) * values.size) // most]


def settled_wave(months: Floats, wave: int) -> int:
    """Number of waves that may teach about shocks: all before `wave` but the latest sixth, six months at most."""
    if wave == 0:
        return 0
    recent = int((months[:wave] > months[wave - 1] - RECENT_MONTHS).sum())
    return wave - min(recent, wave // 6)
