"""From people to units: each score as a surprise beside the person's earlier ones, collapsed per unit and wave.

A person's lasting and wandering deviations are tracked by a Kalman filter. What is new in a score is its innovation;
the unit's innovations are averaged by their precision. Beside each average stands its response: how far it moves if
the unit's level has moved by one point since a given wave, which is less than one once people have been seen before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.model import Parameters
from analysis.drift.person_filter import company_means, filter_people
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
    newness : ndarray of float, shape (n_rows,)
        What is left of being new: 1 in the first wave of somebody who joined while the epoch ran, half of it after half
        a year; 0 for those who were there before.
    """

    start: Ints
    seat: Ints
    wave: Ints
    points: Floats
    items: Floats
    people: Floats
    variance: Floats
    newness: Floats


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
        Number of surprises in the whole company, and the sums of their first three powers, each beside what the
        company's level adds to it and divided by its standard deviation.
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
    points = lines.points - float(parameters.cooling[scale]) * lines.newness
    filter_people(
        (lines.start, lines.seat, lines.wave, points, lines.people, noise),
        company_means(lines.wave, points, lines.people, months.size),
        (into.value, into.precision, into.response, into.kin, into.cube, into.surprises),
        (months, linked),
        (lasting, wander, parameters.memory),
    )
