"""Whose answers may have been others, as far as all shown sums together tell: by linear programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.disclosure.kinds import Kinds
from analysis.panel import Floats, Ints

ZERO = 1e-6
"""Below it a number that the program returns is taken for none."""
OF_OTHERS = 0.1
"""What all others together weigh beside the kind in question."""
SMALL = 500
"""Kinds up to which it takes longer to simplify a program than to solve it."""
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
    mine, matrix, found = kinds.place == place, _matrix(kinds), None
    *nearer, widest = (_Program(moves, matrix[:, among], among) for among in _surroundings(kinds, place))
    for program in (*nearer, widest):
        for one in np.flatnonzero(left & mine):
            if left[one]:
                left[program.free_with(int(one), np.flatnonzero(left & mine))] = False
    for one in np.flatnonzero(left & mine):
        is_free, multipliers = widest.moved(int(one))
        left[one] = not is_free
        found = found if is_free or found is not None else multipliers
    return found


def _surroundings(kinds: Kinds, place: int) -> Iterator[Ints]:
    """Kinds among which to look: those of the place, then all, or those of the largest others."""
    yield np.flatnonzero(kinds.place == place)
    size = np.bincount(kinds.place)
    if kinds.place.size <= MOST_KINDS:
        yield np.arange(kinds.place.size)
    else:
        size[place] = size.max() + 1
        yield np.flatnonzero(np.isin(kinds.place, np.argsort(-size, kind="stable")[:3]))


@dataclass(frozen=True, slots=True)
class _Program:
    """The linear program of some kinds; `matrix` are their sums."""

    moves: Moves
    matrix: Any
    among: Ints

    def moved(self, one: int) -> tuple[bool, Floats]:
        """Whether a kind can go all its way, and the multipliers of the sums that hold it."""
        found = self._solved(one, aims={one: 1.0})
        return bool(found.x[self.among == one][0] <= ZERO - self.moves.by[one]), found.eqlin.marginals

    def free_with(self, one: int, waiting: Ints) -> Ints:
        """Those of a place who go all their way when one does and the others go as far as that allows.

        One answer that frees many saves as many programs. The others weigh so little that the one is not held back for
        them, or if it is, a program of its own decides. Who goes further than needed could go just so far.
        """
        inside = waiting[self.moves.falls[waiting] >= self.moves.by[waiting]]
        aims = dict.fromkeys(inside.tolist(), OF_OTHERS / max(1, inside.size)) | {one: 1.0}
        went = np.zeros(self.moves.by.size)
        went[self.among] = self._solved(one, aims=aims).x
        return waiting[went[waiting] <= ZERO - self.moves.by[waiting]]

    def _solved(self, one: int, *, aims: Mapping[int, float]) -> Any:
        from scipy.optimize import linprog  # noqa: PLC0415 -- weight

        low, high = -self.moves.falls.astype(np.float64), self.moves.rises.astype(np.float64)
        low[one], high[one] = -self.moves.by[one], 0.0
        aim = np.zeros(low.size)
        for kind, weight in aims.items():
            aim[kind] = weight / self.moves.by[kind]
        found = linprog(
            aim[self.among],
            A_eq=self.matrix,
            b_eq=np.zeros(self.matrix.shape[0]),
            bounds=list(zip(low[self.among].tolist(), high[self.among].tolist(), strict=True)),
            method="highs",
            options={"presolve": self.among.size > SMALL},
        )
        if found.x is None:
            raise RuntimeError(f"answers as they are do not give their own sums: {found.message}")
        return found


def _matrix(kinds: Kinds) -> Any:
    """Sums by kinds; linprog's stubs know no sparse matrix."""
    from scipy.sparse import csc_array  # noqa: PLC0415 -- weight

    return csc_array((np.ones(kinds.kind.size), (kinds.entry, kinds.kind)), shape=(kinds.n_sums, kinds.place.size))
