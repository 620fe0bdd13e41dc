"""What waves say of the sizes of shocks: likelihoods of units' series on the grid of sizes."""

import numba
import numpy as np

from analysis.drift.contrast import contrast
from analysis.drift.covariance import add_loads, from_shocks
from analysis.drift.model import running_sum, running_total
from analysis.drift.people import Series
from analysis.drift.rollup import News, level_load
from analysis.drift.shocks import COMPANY_MOVES
from analysis.drift.whiten import LEAST_NEWS, MOST_SPREAD
from analysis.panel import Floats, Ints
from analysis.tree import Tree

FEWEST_UNITS, MOST_UNITS, MOST_SQUARES = 30, 600, 20_000
"""Units per scale whose likelihood is computed: 30, or more while waves are few; then more would say little more."""

MOST_NATS = 4.0
"""What one unit may say at most: one that has fallen must not teach the engine that units wander."""


def unit_log_likelihood(
    series: Series, sizes: Floats, *, variance: float, months: Floats, most_waves: int, turn: float
) -> Floats:
    """Of each point of `sizes`, over units beside the company's mean, in the waves of `months`; shape (n_points,).

    Of each unit the last `most_waves` are used. Where only some units are taken, `turn`, a share of the distance
    between two of them, says which.
    """
    total, wave = np.zeros(sizes.shape[0]), months.size
    precision = series.precision[:, :wave]
    waves_seen = (precision > 0).sum(axis=1)
    chosen = _spread_out(np.flatnonzero(waves_seen >= 2), wave, turn)
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
        total += _bounded(_likelihoods(own, noise, response, load, sizes * variance, months, most_waves))
    return total


def between_log_likelihood(
    news: News, tree: Tree, sizes: Floats, *, variance: float, months: Floats, most_waves: int
) -> Floats:
    """The same for the levels between units and company."""
    total, wave = np.zeros(sizes.shape[0]), months.size
    inner = np.setdiff1d(np.unique(tree.parent[tree.parent >= 0]), [tree.root])
    for unit in _spread_out(inner, wave, 0.0).tolist():
        beside = contrast(news, unit, tree.root, COMPANY_MOVES * variance)
        if beside is None:
            continue
        response = np.ascontiguousarray(beside.response[:wave, :wave])
        value, noise, none = beside.value[:wave], beside.noise[:wave], np.zeros((0, wave))
        total += _bounded(_likelihoods(value, noise, response, none, sizes * variance, months, most_waves))
    return total


def _bounded(log_likelihood: Floats) -> Floats:
    """Beside its best point, no unit speaks against another with more than so many nats."""
    return np.asarray(np.maximum(log_likelihood - log_likelihood.max(), -MOST_NATS))


@numba.njit(cache=True)
def _likelihoods(
    value: Floats, noise: Floats, response: Floats, loads: Floats, sizes: Floats, months: Floats, most_waves: int
) -> Floats:
    """Of each point, for one series; `sizes` are variances in points squared."""
    start = max(0, value.size - most_waves)
    parts = np.zeros((4, value.size, value.size))
    parts[0] = from_shocks(response, (1.0, 0.0, 0.0), months)
    parts[1] = from_shocks(response, (0.0, 1.0, 0.0), months)
    parts[2] = from_shocks(response, (0.0, 0.0, 1.0), months)
    add_loads(loads, parts[3])
    return _fit_all(value[start:], noise[start:], parts[:, start:, start:], sizes)


@numba.njit(cache=True)
def _fit_all(value: Floats, noise: Floats, parts: Floats, sizes: Floats) -> Floats:
    """Log likelihood of one series at every point: one Cholesky decomposition for all, point beside point."""
    n, n_points = value.size, sizes.shape[0]
    later, rest = np.zeros((n, n, n_points)), np.zeros((n, n_points))
    fresh, spread, out = np.zeros((n, n_points)), np.ones((n, n_points)), np.zeros(n_points)
    for t in range(n):
        if not np.isfinite(noise[t]):
            continue
        for s in range(t + 1):
            _combine(sizes, parts[:, t, s], rest[s])
        fresh[t] = value[t]
        for s in range(t):
            if np.isfinite(noise[s]):
                _divide(rest[s], spread[s], later[s, t])
                _subtract(later[s, t], fresh[s], fresh[t])
                for q in range(s + 1, t + 1):
                    _subtract(later[s, t], later[s, q], rest[q])
        for g in range(n_points):
            spread[t, g] = np.sqrt(max(rest[t, g] + noise[t], LEAST_NEWS * noise[t]))
            later[t, t, g] = spread[t, g]
            fresh[t, g] /= spread[t, g]
            if spread[t, g] < MOST_SPREAD:
                out[g] -= 0.5 * fresh[t, g] ** 2 + np.log(spread[t, g])
    return out


@numba.njit(cache=True)
def _combine(sizes: Floats, part: Floats, out: Floats) -> None:
    for g in range(out.size):
        out[g] = part[3] + sizes[g, 0] * part[0] + sizes[g, 1] * part[1] + sizes[g, 2] * part[2]


@numba.njit(cache=True)
def _divide(top: Floats, bottom: Floats, out: Floats) -> None:
    for g in range(out.size):
        out[g] = top[g] / bottom[g]


@numba.njit(cache=True)
def _subtract(share: Floats, known: Floats, out: Floats) -> None:
    for g in range(out.size):
        out[g] -= share[g] * known[g]


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


def _spread_out(values: Ints, wave: int, turn: float) -> Ints:
    most = min(max(FEWEST_UNITS, MOST_SQUARES // wave**2), MOST_UNITS)
    if values.size <= most:
        return values
    return values[((np.arange(most) + turn) * values.size / most).astype(np.int64)]
