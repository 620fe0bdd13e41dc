"""Sums of squares over people's lines, wave by wave, that person parameters are estimated from."""

import numba
import numpy as np

from analysis.drift.lines import Columns, Seating
from analysis.panel import Floats, Ints


def moments_of(seating: Seating, n_waves: int, n_scales: int, lags: Ints) -> tuple[Floats, ...]:
    """Sums for `model.Moments`, by wave, scale and lag."""
    shape = (n_waves, n_scales)
    within, freedom, scores, inverse, cooling, newness = (np.zeros(shape) for _ in range(6))
    change, pairs = np.zeros((*shape, lags.size)), np.zeros((*shape, lags.size))
    for (scale, _), lines in seating.lines.items():
        rows = (lines.start, lines.seat, lines.wave, lines.points, lines.items, lines.people, lines.variance)
        sums = _square_sums((*rows, lines.newness), seating.units.size, n_waves, lags)
        totals = (within, freedom, scores, inverse, change, pairs, cooling, newness)
        for total, part in zip(totals, sums, strict=True):
            total[:, scale] += part
    return within, freedom, scores, inverse, change, pairs, cooling, newness


@numba.njit(cache=True)
def _square_sums(rows: Columns, n_seats: int, n_waves: int, lags: Ints) -> tuple[Floats, ...]:
    within, freedom, scores, inverse = _sums_within(rows, n_seats, n_waves)
    change, pairs = _sums_of_change(rows, n_seats, n_waves, lags)
    cooling, newness = _sums_of_newness(rows, n_waves)
    return within, freedom, scores, inverse, change, pairs, cooling, newness


@numba.njit(cache=True)
def _sums_within(rows: Columns, n_seats: int, n_waves: int) -> tuple[Floats, ...]:
    """Squares around the mean of unit and wave, degrees of freedom, scores, sum of 1 / items; by wave."""
    _, seat, wave, points, items, people, variance, _ = rows
    count, total = np.zeros((n_seats, n_waves)), np.zeros((n_seats, n_waves))
    within, freedom, scores, inverse = np.zeros(n_waves), np.zeros(n_waves), np.zeros(n_waves), np.zeros(n_waves)
    for row in range(wave.size):
        scores[wave[row]] += people[row]
        inverse[wave[row]] += people[row] / items[row]
        if people[row] == 1.0:
            count[seat[row], wave[row]] += 1.0
            total[seat[row], wave[row]] += points[row]
    for row in range(wave.size):
        u, t = seat[row], wave[row]
        if people[row] > 1.0:
            within[t] += (people[row] - 1.0) * variance[row]
            freedom[t] += people[row] - 1.0
        elif count[u, t] > 1.0:
            within[t] += (points[row] - total[u, t] / count[u, t]) ** 2
            freedom[t] += (count[u, t] - 1.0) / count[u, t]
    return within, freedom, scores, inverse


@numba.njit(cache=True)
def _sums_of_change(rows: Columns, n_seats: int, n_waves: int, lags: Ints) -> tuple[Floats, Floats]:
    """Squares of people's changes around the mean change of their unit, and degrees of freedom; by wave and lag."""
    start, seat, wave, points = rows[:4]
    sums = np.zeros((3, n_seats, n_waves, lags.size))
    for line in range(start.size - 1):
        for row in range(start[line] + 1, start[line + 1]):
            for earlier in range(start[line], row):
                for k in range(lags.size):
                    if wave[row] - wave[earlier] == lags[k]:
                        step = points[row] - points[earlier]
                        sums[0, seat[row], wave[row], k] += 1.0
                        sums[1, seat[row], wave[row], k] += step
                        sums[2, seat[row], wave[row], k] += step * step
    change, pairs = np.zeros((n_waves, lags.size)), np.zeros((n_waves, lags.size))
    for u in range(n_seats):
        for t in range(n_waves):
            for k in range(lags.size):
                n = sums[0, u, t, k]
                if n > 1.0:
                    change[t, k] += sums[2, u, t, k] - sums[1, u, t, k] ** 2 / n
                    pairs[t, k] += n - 1.0
    return change, pairs


@numba.njit(cache=True)
def _sums_of_newness(rows: Columns, n_waves: int) -> tuple[Floats, Floats]:
    """Products of scores, beside the company's mean of the wave, with newness, and squares of newness; by wave.

    Both around the means of the person's earlier rows, so that the sums over waves are those around the person's means.
    """
    start, _, wave, points, _, people, _, newness = rows
    count, level = np.zeros(n_waves), np.zeros(n_waves)
    for row in range(wave.size):
        count[wave[row]] += people[row]
        level[wave[row]] += people[row] * points[row]
    products, squares = np.zeros(n_waves), np.zeros(n_waves)
    for line in range(start.size - 1):
        if newness[start[line]] == 0.0:
            continue
        mean, mean_newness = 0.0, 0.0
        for row in range(start[line], start[line + 1]):
            t, known = wave[row], float(row - start[line])
            above, fresh = points[row] - level[t] / count[t] - mean, newness[row] - mean_newness
            products[t] += known / (known + 1.0) * above * fresh
            squares[t] += known / (known + 1.0) * fresh * fresh
            mean += above / (known + 1.0)
            mean_newness += fresh / (known + 1.0)
    return products, squares
