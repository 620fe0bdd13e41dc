"""From units to the company: what is new in each unit, added up the tree by precision."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.covariance import UNKNOWN, Calendar, Kinship, Sizes, add_kin, add_loads, from_shocks
from analysis.drift.people import Series
from analysis.drift.whiten import whiten
from analysis.panel import Floats, Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class News:
    """What is new per node and wave: sums over the units at or below it, each weighted by its precision.

    Attributes
    ----------
    value, precision : ndarray of float, shape (n_units, n_waves)
        Sum of precision times innovation; sum of precisions.
    response : ndarray of float, shape (n_units, n_waves, n_waves)
        Sum of precision times response to a step that begins in the wave of the last axis.
    third : ndarray of float, shape (n_units, n_waves)
        Third cumulant of the value.
    rest_value, rest_precision : ndarray of float, shape (n_units, n_waves)
        The same sums over the rest of the company.
    """

    value: Floats
    precision: Floats
    response: Floats
    third: Floats
    rest_value: Floats
    rest_precision: Floats


def roll_up(
    series: Series,
    seats: Ints,
    tree: Tree,
    *,
    loads: Floats,
    shocks: Sizes,
    skewness: float,
    calendar: Calendar,
    kinship: Kinship,
    totals: NDArray[np.bool_],
) -> News:
    """Innovations of every unit given its own past (level unknown), and their sums up the tree.

    `loads` holds, per seat, the responses to what is unknown there, shape (n_seats, n_loads, n_waves); `totals` says
    where a unit's own row is the published total of all below it, shape (n_units, n_waves).
    """
    n_waves = calendar.months.size
    flat = (tree.n_units, n_waves)
    value, precision, third, rest_value, rest_precision = (np.zeros(flat) for _ in range(5))
    sums = (value, precision, np.zeros((*flat, n_waves)), third)
    when = (calendar.months, calendar.block)
    known = (kinship.lasting, kinship.wander, kinship.stay, kinship.memory)
    columns = (series.value, series.precision, series.response, series.kin, skewness * series.cube, loads)
    _whiten_seats(columns, seats, shocks, when, known, sums)
    _add_up(sums, (rest_value, rest_precision), tree.parent, tree.downward, totals)
    return News(*sums, rest_value, rest_precision)


Sums = tuple[Floats, Floats, Floats, Floats]
"""Value, precision, response and third cumulant of `News`."""


@numba.njit(cache=True)
def _whiten_seats(
    columns: tuple[Floats, Floats, Floats, Floats, Floats, Floats],
    seats: Ints,
    shocks: Sizes,
    when: tuple[Floats, Ints],
    known: tuple[float, float, float, float],
    sums: Sums,
) -> None:
    value, precision, response, kin, third, loads = columns
    from_start = np.zeros(value.shape[1], dtype=np.int64)
    for position in range(seats.size):
        unit = seats[position]
        noise = np.full(value.shape[1], np.inf)
        for t in range(noise.size):
            if precision[position, t] > 0.0:
                noise[t] = 1.0 / precision[position, t]
        cover = from_shocks(response[position], shocks, when[0])
        add_loads(loads[position], cover)
        add_kin(kin[position], known, when[0], when[1], cover)
        fresh, spread, moved = whiten(value[position], noise, cover, response[position], from_start)
        for t in range(noise.size):
            if np.isfinite(spread[t]):
                sums[0][unit, t] += fresh[t] / spread[t]
                sums[1][unit, t] += 1.0 / spread[t] ** 2
                sums[3][unit, t] += third[position, t] / spread[t] ** 6
                for onset in range(t + 1):
                    sums[2][unit, t, onset] += moved[t, onset] / spread[t]


@numba.njit(cache=True)
def _add_up(sums: Sums, rest: tuple[Floats, Floats], parent: Ints, downward: Ints, totals: NDArray[np.bool_]) -> None:
    """Add children to parents; where a parent's own row is the published total, the better known of the two stands.

    The rest of the company, for a unit, is its siblings and the rest for its parent.
    """
    value, precision, response, third = sums
    below_value, below_precision, below = np.zeros_like(value), np.zeros_like(precision), np.zeros_like(response)
    below_third = np.zeros_like(third)
    for unit in downward[::-1]:
        for t in range(value.shape[1]):
            own = totals[unit, t]
            if own and precision[unit, t] >= below_precision[unit, t]:
                continue
            if own:
                value[unit, t] = precision[unit, t] = third[unit, t] = 0.0
                response[unit, t] = 0.0
            value[unit, t] += below_value[unit, t]
            precision[unit, t] += below_precision[unit, t]
            third[unit, t] += below_third[unit, t]
            response[unit, t] += below[unit, t]
        above = parent[unit]
        if above >= 0:
            below_value[above] += value[unit]
            below_precision[above] += precision[unit]
            below_third[above] += third[unit]
            below[above] += response[unit]
    for unit in downward[1:]:
        above = parent[unit]
        for t in range(value.shape[1]):
            inside = (below_value[above, t], below_precision[above, t])
            if not totals[above, t]:
                inside = (value[above, t], precision[above, t])
            rest[0][unit, t] = rest[0][above, t] + inside[0] - value[unit, t]
            rest[1][unit, t] = rest[1][above, t] + inside[1] - precision[unit, t]


def level_load(series: Series, position: int) -> Floats:
    """The unit's level, of which nothing is known: shape (n_waves,)."""
    return np.asarray(series.response[position, :, 0] * np.sqrt(UNKNOWN))
