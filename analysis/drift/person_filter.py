"""One person after the other: a Kalman filter of the lasting and the wandering deviation, and its response to steps."""

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats, Ints

Rows = tuple[Ints, Ints, Ints, Floats, Floats, Floats]
"""Start, seat, wave, points, people, noise of lines."""

Into = tuple[Floats, Floats, Floats, Floats, Floats, Floats]
"""Fields of `Series`."""


@numba.njit(cache=True)
def company_means(wave: Ints, points: Floats, people: Floats, n_waves: int) -> Floats:
    """Mean score of each wave, shape (n_waves,); 0 where nobody answered."""
    count, total = np.zeros(n_waves), np.zeros(n_waves)
    for row in range(wave.size):
        if wave[row] < n_waves:
            count[wave[row]] += people[row]
            total[wave[row]] += people[row] * points[row]
    return total / np.maximum(count, 1.0)


@numba.njit(cache=True)
def filter_people(
    rows: Rows,
    level: Floats,
    into: Into,
    when: tuple[Floats, NDArray[np.bool_]],
    sizes: tuple[float, float, float],
) -> None:
    start, seat, wave, _, people, _ = rows
    months, linked = when
    value, precision, response, kin, cube, _ = into
    n_waves = months.size
    touched, heads = np.zeros(value.shape, dtype=np.bool_), np.zeros(value.shape)
    moved = np.zeros((2, n_waves))
    for line in range(start.size - 1):
        end = start[line]
        while end < start[line + 1] and wave[end] < n_waves:
            touched[seat[end], wave[end]] = True
            end += 1
        if end > start[line]:
            heads[seat[start[line]], wave[start[line]]] += people[start[line]]
            _filter_line(rows, (start[line], end), level, into, months, sizes, moved)
    for u in range(value.shape[0]):
        seen = 0.0
        for t in range(n_waves):
            if linked[t]:
                seen += heads[u, t]
            there = seen if linked[t] else heads[u, t]
            if touched[u, t]:
                value[u, t] /= precision[u, t]
                for onset in range(t + 1):
                    response[u, t, onset] /= precision[u, t]
                kin[u, t] = response[u, t, 0] / np.sqrt(max(there, 1.0))
                cube[u, t] /= precision[u, t] ** 3


@numba.njit(cache=True)
def _filter_line(
    rows: Rows,
    span: tuple[int, int],
    level: Floats,
    into: Into,
    months: Floats,
    sizes: tuple[float, float, float],
    moved: Floats,
) -> None:
    """One person: Kalman filter of the lasting and the wandering deviation, and its response to steps (`moved`)."""
    _, seat, wave, points, people, noise = rows
    value, precision, response, _, cube, surprises = into
    lasting, wander, memory = sizes
    first = wave[span[0]]
    before = first
    mean_lasting, mean_wander, moved[0, first], moved[1, first] = 0.0, 0.0, 0.0, 0.0
    v_ll, v_lw, v_ww = lasting, 0.0, wander
    for row in range(span[0], span[1]):
        u, t = seat[row], wave[row]
        keep = memory ** (months[t] - months[before])
        mean_wander *= keep
        v_lw *= keep
        v_ww = keep * keep * v_ww + wander * (1.0 - keep * keep)
        total = v_ll + 2.0 * v_lw + v_ww + noise[row]
        gain_lasting, gain_wander = (v_ll + v_lw) / total, (v_lw + v_ww) / total
        surprise = points[row] - mean_lasting - mean_wander
        weight = people[row] / total
        value[u, t] += weight * surprise
        precision[u, t] += weight
        cube[u, t] += weight / np.sqrt(total)
        moved[:, before + 1 : t + 1] = 0.0
        whole = 1.0 - moved[0, first] - keep * moved[1, first]
        if people[row] == 1.0:
            scaled = (surprise - whole * level[t]) / np.sqrt(total)
            for power in range(4):
                surprises[power, t] += scaled**power
        response[u, t, :first] += weight * whole
        gains = (weight, keep, gain_lasting, gain_wander)
        _respond(moved[0, first : t + 1], moved[1, first:], response[u, t, first:], gains)
        mean_lasting += gain_lasting * surprise
        mean_wander += gain_wander * surprise
        v_ll -= gain_lasting * gain_lasting * total
        v_lw -= gain_lasting * gain_wander * total
        v_ww -= gain_wander * gain_wander * total
        before = t


@numba.njit(cache=True)
def _respond(lasting: Floats, wander: Floats, response: Floats, gains: tuple[float, float, float, float]) -> None:
    """Response of one surprise to steps at every onset, and what the filter takes from it."""
    weight, keep, gain_lasting, gain_wander = gains
    for onset in range(lasting.size):
        left = keep * wander[onset]
        rest = 1.0 - lasting[onset] - left
        response[onset] += weight * rest
        lasting[onset] += gain_lasting * rest
        wander[onset] = left + gain_wander * rest
