"""Longer exchanges of answers that no shown sum notices: a kind's steps taken over by others, one way after another."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from analysis.disclosure.kinds import Kinds
from analysis.panel import Ints

MOST_LOOKS = 20_000
"""Kinds looked at for one way; whoever finds none is left to a linear program."""


@dataclass(frozen=True, slots=True)
class Roads:
    """Kinds as roads between cells and sets of bands, to be gone up by so many steps and down by so many.

    Attributes
    ----------
    cell, bands : list of int
        Both ends of each road.
    from_cell, from_bands : list of list of int
        Roads at each cell, and at each set of bands.
    rises, falls : list of int
        Steps up (from cell to bands) and down.
    """

    cell: list[int]
    bands: list[int]
    from_cell: list[list[int]]
    from_bands: list[list[int]]
    rises: list[int]
    falls: list[int]


def roads_of(kinds: Kinds, *, rises: Ints, falls: Ints) -> Roads:
    """Roads of all kinds."""
    return Roads(
        kinds.cell.tolist(),
        kinds.bands.tolist(),
        _roads_at(kinds.cell),
        _roads_at(kinds.bands),
        rises.tolist(),
        falls.tolist(),
    )


def may_go_round(roads: Roads, kind: int, by: int) -> bool:
    """Whether others can take over so many steps of a kind; False may mean that no way was found in time."""
    gone: dict[int, int] = {}
    while by > 0:
        way = _way(roads, kind, gone)
        if not way:
            return False
        steps = min(by, *(_room(roads, gone, road, is_up=is_up) for road, is_up in way))
        for road, is_up in way:
            gone[road] = gone.get(road, 0) + (steps if is_up else -steps)
        by -= steps
    return True


def _way(roads: Roads, kind: int, gone: dict[int, int]) -> list[tuple[int, bool]]:
    """Roads from the kind's cell to its bands, up and down by turns, the shortest first; empty if there is none."""
    start, goal = (roads.cell[kind], True), (roads.bands[kind], False)
    came: dict[tuple[int, bool], tuple[int, tuple[int, bool]]] = {start: (kind, start)}
    waiting, looks = deque([start]), 0
    while waiting and looks < MOST_LOOKS and goal not in came:
        at = waiting.popleft()
        number, is_cell = at
        for road in roads.from_cell[number] if is_cell else roads.from_bands[number]:
            looks += 1
            to = (roads.bands[road], False) if is_cell else (roads.cell[road], True)
            if road != kind and to not in came and _room(roads, gone, road, is_up=is_cell) > 0:
                came[to] = (road, at)
                waiting.append(to)
    return _back(came, start, goal)


def _back(
    came: dict[tuple[int, bool], tuple[int, tuple[int, bool]]], start: tuple[int, bool], at: tuple[int, bool]
) -> list[tuple[int, bool]]:
    way: list[tuple[int, bool]] = []
    while at in came and at != start:
        road, at = came[at]
        way.append((road, at[1]))
    return way


def _room(roads: Roads, gone: dict[int, int], road: int, *, is_up: bool) -> int:
    """Steps that are left on a road."""
    steps = gone.get(road, 0)
    return roads.rises[road] - steps if is_up else roads.falls[road] + steps


def _roads_at(end: Ints) -> list[list[int]]:
    turn = np.argsort(end, kind="stable")
    first = np.cumsum(np.bincount(end, minlength=1))[:-1]
    return [part.tolist() for part in np.split(turn, first)]
