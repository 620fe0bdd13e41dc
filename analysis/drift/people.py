"""From people to units: each score as a surprise beside the person's earlier ones, collapsed per unit and wave.

A person's lasting and wandering deviations are tracked by a Kalman filter. What is new in a score is its innovation;
the unit's innovations are averaged by their precision. Beside each average stands its response: how far it moves if
the unit's level has moved by one point since a given wave, which is less than one once people have been seen before.
"""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.model import Parameters
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Lines:
    """Scores of one scale and epoch by unit, person and wave; a line is one person's scores in one unit.

    Attributes
    ----------
    start : ndarray of int, shape (n_lines + 1,)
        First row of each line, and the end.
    seat : ndarray of int, shape (n_rows,)
        Position of the unit among the units in which people sit.
    wave : ndarray of int, shape (n_rows,)
        Wave of each row; rising within a line.
    points, items, people, variance : ndarray of float, shape (n_rows,)
        Score, items behind it, people behind it (more than 1 only in lines of one row), variance between these.
    """

    start: Ints
    seat: Ints
    wave: Ints
    points: Floats
    items: Floats
    people: Floats
    variance: Floats


@dataclass(frozen=True, slots=True)
class Series:
    """What each unit's people say in each wave, collapsed.

    Attributes
    ----------
    value : ndarray of float, shape (n_seats, n_waves)
        Mean innovation, in points.
    precision : ndarray of float, shape (n_seats, n_waves)
        Its precision given all earlier waves; 0 where nobody answered.
    response : ndarray of float, shape (n_seats, n_waves, n_waves)
        Its response to a step of one point that began in the wave of the last axis (0 for later ones).
    kin : ndarray of float, shape (n_seats, n_waves)
        Response to the mean deviation of the people of the wave's epoch (of the wave itself where they are not
        linked), per root of their number.
    cube : ndarray of float, shape (n_seats, n_waves)
        Third cumulant of the value in points cubed, if each surprise divided by its standard deviation has one of 1.
    surprises : ndarray of float, shape (4, n_waves)
        Number of surprises in the whole company, and the sums of their first three powers, each divided by its
        standard deviation.
    """

    value: Floats
    precision: Floats
    response: Floats
    kin: Floats
    cube: Floats
    surprises: Floats

    @staticmethod
    def empty(n_seats: int, n_waves: int) -> "Series":
        flat = (n_seats, n_waves)
        value, precision, kin, cube = (np.zeros(flat) for _ in range(4))
        return Series(value, precision, np.zeros((*flat, n_waves)), kin, cube, np.zeros((4, n_waves)))


def collapse(
    lines: Lines, into: Series, months: Floats, parameters: Parameters, *, scale: int, linked: NDArray[np.bool_]
) -> None:
    """Write the collapsed innovations of the lines' waves into `into`, which must hold zeros there.

    `linked` says of each wave whether its people are known one by one; of others the same people come back unknown.
    """
    variance = float(parameters.variance[scale])
    lasting, wander = parameters.lasting * variance, parameters.wander * variance
    noise = parameters.noise * variance * float(parameters.items[scale]) / lines.items
    _filter(
        (lines.start, lines.seat, lines.wave, lines.points, lines.people, noise),
        (into.value, into.precision, into.response, into.kin, into.cube, into.surprises),
        (months, linked),
        (lasting, wander, parameters.memory),
    )


Rows = tuple[Ints, Ints, Ints, Floats, Floats, Floats]
"""Start, seat, wave, points, people, noise of lines."""

Into = tuple[Floats, Floats, Floats, Floats, Floats, Floats]
"""Fields of `Series`."""


@numba.njit(cache=True)
def _filter(rows: Rows, into: Into, when: tuple[Floats, NDArray[np.bool_]], sizes: tuple[float, float, float]) -> None:
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
            _filter_line(rows, (start[line], end), into, months, sizes, moved)
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
    rows: Rows, span: tuple[int, int], into: Into, months: Floats, sizes: tuple[float, float, float], moved: Floats
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
        if people[row] == 1.0:
            scaled = surprise / np.sqrt(total)
            surprises[0, t] += 1.0
            surprises[1, t] += scaled
            surprises[2, t] += scaled * scaled
            surprises[3, t] += scaled * scaled * scaled
        moved[:, before + 1 : t + 1] = 0.0
        whole = 1.0 - moved[0, first] - keep * moved[1, first]
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
