"""A change that has been told becomes the new normal: from its onset on, the unit's level is unknown again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.covariance import UNKNOWN
from analysis.drift.people import Series
from analysis.drift.shapes import Shapes
from analysis.panel import Floats, Ints
from analysis.tree import Tree

LEAST_RAMP = 1
"""Index of the shortest ramp: even a crash may go on sliding for a while."""

AT_ONCE = -1
"""In the place of a shape: the change is known to have been whole in its first wave."""


@dataclass(frozen=True, slots=True)
class Base:
    """One told change: in which unit and scale, told after which wave, since when, and in which shape."""

    unit: int
    scale: int
    told: int
    onset: int
    shape: int


def unknown_loads(
    series: Series, seats: Ints, tree: Tree, *, bases: list[Base], shapes: Shapes, totals: bool = False
) -> Floats:
    """Per seat, responses to its unknown level and to the changes told of it or of a unit above or below.

    Shape (n_seats, n_loads, n_waves), zero where a seat has fewer than others. A base reaches the units
    below its own, and through their sums the units above; these by their own rows too, if rows are published totals.
    """
    size = np.sqrt(UNKNOWN)
    reached = [(base, np.flatnonzero(_reached(tree, base.unit, totals=totals)[seats])) for base in bases]
    rows_each = 2 if shapes.length.size > LEAST_RAMP else 1
    used = np.ones(seats.size, dtype=np.int64)
    for _, inside in reached:
        used[inside] += rows_each
    loads = np.zeros((seats.size, int(used.max(initial=1)), series.value.shape[1]))
    loads[:, 0] = series.response[:, :, 0] * size
    used[:] = 1
    for base, inside in reached:
        for row in _told(series.response[inside], base, shapes):
            loads[inside, used[inside]] = row * size
            used[inside] += 1
    return loads


def _reached(tree: Tree, unit: int, *, totals: bool) -> NDArray[np.bool_]:
    reached = tree.within(unit)
    if totals:
        reached[list(tree.path(unit))] = True
    return reached


def _told(response: Floats, base: Base, shapes: Shapes) -> list[Floats]:
    """A step at the onset, and the ramp that may still be going on; each of shape (n_seats, n_waves)."""
    rows = [response[:, :, base.onset]]
    ramp = base.shape or LEAST_RAMP
    if 0 < ramp < shapes.length.size:
        total = np.zeros(response.shape[:2])
        for wave in range(base.onset, response.shape[1]):
            total = total + shapes.rise[ramp, base.onset, wave] * response[:, :, wave]
        rows.append(total)
    return rows


def restarts(tree: Tree, n_scales: int, bases: list[Base]) -> Ints:
    """The wave after which onsets count, shape (n_scales, n_units): the last told change of the unit or one above."""
    after = np.full((n_scales, tree.n_units), -1, dtype=np.int64)
    for base in bases:
        inside = tree.within(base.unit)
        after[base.scale, inside] = np.maximum(after[base.scale, inside], base.told)
    return after
