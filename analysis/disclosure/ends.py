"""Answers that all shown sums together hold at an end of the scale."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from analysis.disclosure.bands import groups, hide
from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.prove import Choice
from analysis.disclosure.tree_rule import nearest_shown
from analysis.panel import Floats, Ints

STEPS = 4
"""From one end of the scale to the other."""
ZERO = 1e-6
"""Below it a number that the program returns is taken for none."""
Row = tuple[int, tuple[int, ...], int]
"""Factor, group of bands, place."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """Who enters which sum; people of one kind enter the same.

    Attributes
    ----------
    low, high : ndarray of int, shape (n_kinds,)
        Steps of their answers above the lower and below the upper end.
    place : ndarray of int, shape (n_kinds,)
        Where the people of each kind stand.
    entry, kind : ndarray of int, shape (n_entries,)
        Sum that a kind enters.
    first_band : int
        Number of the first sum that is a band's; those before are of units.
    bands : list of Row
        What the others are.
    """

    low: Ints
    high: Ints
    place: Ints
    entry: Ints
    kind: Ints
    first_band: int
    bands: list[Row]


def without_pinned(counts: Counts, steps: Steps, choice: Choice, *, scale: int) -> Choice:
    """Take back bands until every answer may have been another one, by at least a step, as far as shown sums tell.

    Parameters
    ----------
    counts : Counts
        Who answered.
    steps : Steps
        What they answered.
    choice : Choice
        Shown on this scale, with enough steps in each part.
    scale : int
        The scale in question.

    Returns
    -------
    Choice
        The same units, and bands of which none is new.

    Notes
    -----
    A linear program looks for answers that give the same sums and in which people who all chose an end moved away from
    it. Where it finds none, its multipliers name the sums that hold them there; the band among them that has the
    fewest steps is taken back. Without any band the sums are of groups that share nobody, each with steps to spare.
    """
    bands = tuple(mine.copy() for mine in choice.bands)
    while any(mine.any() for mine in bands):
        sums = _sums(counts, steps, Choice(choice.units, bands), scale=scale)
        held = _held(sums)
        if not held:
            break
        factor, group, place = min(held, key=lambda row: _size(counts, row, scale))
        hide(bands[factor], group, place)
    return Choice(choice.units, bands)


def _size(counts: Counts, row: Row, scale: int) -> int:
    factor, group, place = row
    inside = np.isin(counts.band[:, factor], group) & ((counts.place == place) | (place == 0))
    return int(counts.people[inside, scale].sum())


def _sums(counts: Counts, steps: Steps, choice: Choice, *, scale: int) -> _Sums:
    rows = np.flatnonzero(counts.people[:, scale])
    cell = nearest_shown(choice.units, counts.tree)[counts.unit[rows]]
    bands = [
        (factor, group, place)
        for factor, mine in enumerate(choice.bands)
        for place in range(counts.n_places)
        for group in groups(mine, place)
    ]
    number = {row: at for at, row in enumerate(bands)}
    keys = [np.unique(cell, return_inverse=True)[1]]
    first = int(keys[0].max(initial=-1)) + 1
    for factor in range(counts.n_factors):
        table = np.full((counts.n_bands[factor], counts.n_places), -1)
        for (of, group, place), at in number.items():
            if of == factor:
                table[list(group), place] = first + at
        keys += [
            table[counts.band[rows, factor], 0],
            _beside_the_company(table)[counts.band[rows, factor], counts.place[rows]],
        ]
    unique, first_row, kind = np.unique(np.column_stack(keys), axis=0, return_index=True, return_inverse=True)
    low, high = (np.bincount(kind.ravel(), of[rows, scale]).astype(np.int64) for of in (steps.low, steps.high))
    inside, column = np.nonzero(unique >= 0)
    return _Sums(
        low, high, counts.place[rows[first_row]], unique[inside, column], inside.astype(np.int64), first, bands
    )


def _beside_the_company(table: Ints) -> Ints:
    """Without the company's own sums, which are counted once."""
    return np.concatenate((np.full((len(table), 1), -1), table[:, 1:]), axis=1)


def _held(sums: _Sums) -> list[Row]:
    """Bands whose sums hold some people at an end; none if nobody is held."""
    waiting = _at_an_end(sums)
    # Most can move while all other places stay as they are; small programs are faster than a large one.
    for place in np.unique(sums.place[waiting]):
        here = sums.place == place
        waiting[waiting & here] = ~_moved(sums, waiting & here, among=here)[0]
    everybody = np.ones_like(waiting)
    while waiting.any():
        moved, multipliers = _moved(sums, waiting, among=everybody)
        if not moved.any():
            shares = zip(sums.bands, multipliers[sums.first_band :], strict=True)
            return [row for row, share in shares if abs(share) > ZERO] or sums.bands
        waiting[waiting] = ~moved
    return []


def _at_an_end(sums: _Sums) -> Mask:
    """Kinds of people who all chose one end, and single answers, which nobody else's can make up for."""
    answers = sums.low + sums.high
    return np.asarray((answers > 0) & ((sums.low == 0) | (sums.high == 0) | (answers <= STEPS)))


def _moved(sums: _Sums, waiting: Mask, *, among: Mask) -> tuple[Mask, Floats]:
    """Which of those waiting moved by a step, when as many as possible do; and each sum's multiplier."""
    from scipy.optimize import linprog  # noqa: PLC0415 -- weight
    from scipy.sparse import csc_array, hstack  # noqa: PLC0415 -- weight

    wanted, moving = np.flatnonzero(waiting), np.flatnonzero(among)
    shape = (sums.first_band + len(sums.bands), sums.low.size)
    enters = csc_array((np.ones(sums.kind.size), (sums.entry, sums.kind)), shape=shape)
    direction = np.where(sums.high[wanted] > 0, 1, -1)
    fall = np.where(waiting & (sums.high > 0), 0, sums.low)
    room = np.concatenate((np.ones(wanted.size), sums.high[moving], fall[moving]))
    # linprog's stubs know no sparse matrix.
    enter: Any = hstack([enters[:, wanted] * direction, enters[:, moving], -enters[:, moving]])
    found = linprog(
        np.concatenate((-np.ones(wanted.size), np.zeros(2 * moving.size))),
        A_eq=enter,
        b_eq=np.zeros(shape[0]),
        bounds=[(0.0, float(most)) for most in room],
        method="highs",
    )
    if found.x is None:
        raise RuntimeError(f"answers as they are do not give their own sums: {found.message}")
    return found.x[: wanted.size] > 1 - ZERO, found.eqlin.marginals
