"""A change that has been told becomes the new normal: from its onset on, the unit's level is unknown again."""

from dataclasses import dataclass

import numpy as np

from analysis.drift.evidence import Shapes
from analysis.drift.people import Series
from analysis.drift.whiten import UNKNOWN
from analysis.panel import Floats, Ints
from analysis.tree import Tree

LEAST_RAMP = 1
"""Index of the shortest ramp: even a crash may go on sliding for a while."""


@dataclass(frozen=True, slots=True)
class Base:
    """One told change: in which unit and scale, told after which wave, since when, and in which shape."""

    unit: int
    scale: int
    told: int
    onset: int
    shape: int


def unknown_loads(series: Series, seats: Ints, tree: Tree, *, bases: list[Base], shapes: Shapes) -> Floats:
    """Per seat, responses to its unknown level and to the changes told of it or of a unit above or below.

    Shape (n_seats, n_loads, n_waves), zero where a seat has fewer than others. A base reaches the units
    below its own, and through their sums the units above.
    """
    below = [(base, tree.within(base.unit)) for base in bases]
    size = np.sqrt(UNKNOWN)
    loads = []
    for position, unit in enumerate(seats.tolist()):
        response = series.response[position]
        rows = [response[:, 0]]
        for base, inside in below:
            if inside[unit]:
                rows.extend(_told(response, base, shapes))
        loads.append(rows)
    most = max((len(rows) for rows in loads), default=1)
    padded = np.zeros((seats.size, most, series.value.shape[1]))
    for position, rows in enumerate(loads):
        padded[position, : len(rows)] = np.array(rows) * size
    return padded


def _told(response: Floats, base: Base, shapes: Shapes) -> list[Floats]:
    """A step at the onset, and the ramp that may still be going on."""
    rows = [response[:, base.onset]]
    ramp = base.shape or LEAST_RAMP
    if ramp < shapes.months.size:
        n = response.shape[0]
        total = np.zeros(n)
        for wave in range(base.onset, n):
            total = total + shapes.rise[ramp, base.onset, wave] * response[:, wave]
        rows.append(total)
    return rows


def restarts(tree: Tree, n_scales: int, bases: list[Base]) -> Ints:
    """The wave after which onsets count, shape (n_scales, n_units): the last told change of the unit or one above."""
    after = np.full((n_scales, tree.n_units), -1, dtype=np.int64)
    for base in bases:
        inside = tree.within(base.unit)
        after[base.scale, inside] = np.maximum(after[base.scale, inside], base.told)
    return after
