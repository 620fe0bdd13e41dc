"""Whose answers may have been others, as far as all shown sums together tell: by linear programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.disclosure.kinds import Kinds
from analysis.panel import Floats, Ints

ZERO = 1e-6
"""Below it a number that the program returns is taken for none."""
MOST_KINDS = 20_000
"""More are not put into one program: then the place in question is looked at together with the largest others."""


@dataclass(frozen=True, slots=True)
class Moves:
    """By how much each kind's sum may move towards an end and away, and how far it is to move away.

    Attributes
    ----------
    rises, falls : ndarray of int, shape (n_kinds,)
        Steps to the end in question, and to the other one.
    by : ndarray of int, shape (n_kinds,)
        Steps away from it that are wanting.
    """

    rises: Ints
    falls: Ints
    by: Ints


def held_in(kinds: Kinds, moves: Moves, left: Mask, place: int) -> Floats | None:
    """Look for ways to move for those left in a place.

    Parameters
    ----------
    kinds : Kinds
        Who enters which sum.
    moves : Moves
        How far they may go, and are to go.
    left : ndarray of bool, shape (n_kinds,)
        For whom a way is looked for; who has one is left no longer.
    place : int
        The place.

    Returns
    -------
    ndarray of float, shape (n_sums,), or None
        Multipliers of the sums that hold somebody there; None if nobody is held.
    """
    mine = kinds.place == place
    found = None
    for among in _surroundings(kinds, place):
        _let_go(kinds, moves, left, mine, among)
        found = None
        for one in np.flatnonzero(left & mine):
            is_free, multipliers = _moved(kinds, moves, np.array([one]), among)
            left[one] = not is_free[0]
            found = found if is_free[0] or found is not None else multipliers
    return found


def _let_go(kinds: Kinds, moves: Moves, left: Mask, mine: Mask, among: Ints) -> None:
    """Leave no longer who is free to move at once with others."""
    while (waiting := np.flatnonzero(left & mine & (moves.falls >= moves.by))).size > 1:
        free = waiting[_moved(kinds, moves, waiting, among)[0]]
        left[free] = False
        if not free.size:
            break


def _surroundings(kinds: Kinds, place: int) -> Iterator[Ints]:
    """Kinds among which to look: those of the place, then all, or those of the largest others."""
    yield np.flatnonzero(kinds.place == place)
    size = np.bincount(kinds.place)
    if kinds.place.size <= MOST_KINDS:
        yield np.arange(kinds.place.size)
    else:
        size[place] = size.max() + 1
        yield np.flatnonzero(np.isin(kinds.place, np.argsort(-size, kind="stable")[:3]))


def _moved(kinds: Kinds, moves: Moves, wanted: Ints, among: Ints) -> tuple[Mask, Floats]:
    """Which of those wanted moved all their way, when together they go as far as they can; multipliers of sums."""
    from scipy.optimize import linprog  # noqa: PLC0415 -- weight

    low, high = -moves.falls.astype(np.float64), moves.rises.astype(np.float64)
    low[wanted], high[wanted] = -moves.by[wanted], 0.0
    aim = np.zeros(low.size)
    aim[wanted] = 1.0 / moves.by[wanted]
    found = linprog(
        aim[among],
        A_eq=_matrix(kinds)[:, among],
        b_eq=np.zeros(kinds.n_sums),
        bounds=list(zip(low[among].tolist(), high[among].tolist(), strict=True)),
        method="highs",
    )
    if found.x is None:
        raise RuntimeError(f"answers as they are do not give their own sums: {found.message}")
    moved = np.zeros(low.size)
    moved[among] = found.x
    return moved[wanted] <= ZERO - moves.by[wanted], found.eqlin.marginals


def _matrix(kinds: Kinds) -> Any:
    """Sums by kinds; linprog's stubs know no sparse matrix."""
    from scipy.sparse import csc_array  # noqa: PLC0415 -- weight

    return csc_array((np.ones(kinds.kind.size), (kinds.entry, kinds.kind)), shape=(kinds.n_sums, kinds.place.size))
