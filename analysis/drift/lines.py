"""Who is the same person, and where: scores as lines of one person in one unit."""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.drift.model import NEW_MONTHS
from analysis.drift.people import Lines
from analysis.panel import Floats, Ints
from analysis.row_order import row_order
from analysis.scoring import Scored
from analysis.tree import Tree

Columns = tuple[Ints, Ints, Ints, Floats, Floats, Floats, Floats, Floats]
"""Fields of `Lines`."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Lines of every scale and epoch, and the units in which people sit.

    Attributes
    ----------
    units : ndarray of int, shape (n_seats,)
        Units with rows of their own, by number.
    lines : dict of (scale, epoch) to Lines
        Waves are numbered within the call.
    block : ndarray of int, shape (n_waves,)
        Waves of linked answers carry their epoch's number; any other wave has a number of its own.
    """

    units: Ints
    lines: dict[tuple[int, int], Lines]
    block: Ints


LEAST_ABSENT = 3
"""Waves of an epoch that somebody must have been absent from to count as new: few of the others miss as many."""


def seat(scored: Scored, tree: Tree, *, epochs: Ints, months: Floats, units: Ints) -> Seating:
    """Lines of people.

    Within an epoch a person who moves aside becomes a new line; one whose answers were raised to a unit above, because
    few answered, stays where they were seen.
    """
    order = row_order((epochs[scored.wave], scored.person, scored.wave, scored.unit, scored.scale), (scored.points,))
    wave, person, scale = scored.wave[order], scored.person[order], scored.scale[order]
    home, move = _homes(person, scored.unit[order], epochs[wave], tree.parent)
    newness = _newness(person, wave, epochs, months)
    position = np.full(tree.n_units, -1, dtype=np.int64)
    position[units] = np.arange(units.size)
    lines = {}
    for number in range(int(scale.max(initial=-1)) + 1):
        for epoch in np.unique(epochs[wave]).tolist():
            chosen = np.flatnonzero((scale == number) & (epochs[wave] == epoch))
            start = _line_starts(person[chosen], move[chosen])
            rows = order[chosen]
            columns = (
                wave[chosen],
                scored.points[rows],
                scored.items[rows],
                scored.people[rows],
                scored.variance[rows],
                newness[chosen],
            )
            lines[number, epoch] = Lines(start, position[home[chosen]], *columns)
    return Seating(units, lines, _blocks(scored, epochs))


def seats_of(scored: Scored, tree: Tree) -> Ints:
    return np.flatnonzero(np.bincount(scored.unit, minlength=tree.n_units)).astype(np.int64)


def _line_starts(person: Ints, move: Ints) -> Ints:
    new = np.ones(person.size, dtype=np.bool_)
    new[1:] = (person[1:] < 0) | (person[1:] != person[:-1]) | (move[1:] != move[:-1])
    return np.append(np.flatnonzero(new), person.size).astype(np.int64)


def _blocks(scored: Scored, epochs: Ints) -> Ints:
    linked = np.bincount(scored.wave[scored.person >= 0], minlength=epochs.size) > 0
    return np.where(linked, epochs, -1 - np.arange(epochs.size)).astype(np.int64)


@numba.njit(cache=True)
def _homes(person: Ints, unit: Ints, epoch: Ints, parent: Ints) -> tuple[Ints, Ints]:
    """Unit in which each row counts, and how often its person has moved before; rows by epoch, person, wave."""
    home, move = unit.copy(), np.zeros(unit.size, dtype=np.int64)
    for row in range(1, unit.size):
        same = person[row] >= 0 and person[row] == person[row - 1] and epoch[row] == epoch[row - 1]
        if not same:
            continue
        move[row] = move[row - 1]
        if _is_above(unit[row], home[row - 1], parent):
            home[row] = home[row - 1]
        elif not _is_above(home[row - 1], unit[row], parent):
            move[row] += 1
    return home, move


@numba.njit(cache=True)
def _newness(person: Ints, wave: Ints, epochs: Ints, months: Floats) -> Floats:
    """Of each row; rows by epoch, person, wave."""
    newness, first, begun = np.zeros(wave.size), 0, 0
    for row in range(wave.size):
        same_epoch = row > 0 and epochs[wave[row]] == epochs[wave[row - 1]]
        if not same_epoch:
            begun = np.searchsorted(epochs, epochs[wave[row]])
        if not (same_epoch and person[row] == person[row - 1]):
            first = wave[row]
        if person[row] >= 0 and first - begun >= LEAST_ABSENT:
            newness[row] = 0.5 ** ((months[wave[row]] - months[first]) / NEW_MONTHS)
    return newness


@numba.njit(cache=True)
def _is_above(upper: int, lower: int, parent: Ints) -> bool:
    while lower >= 0:
        if lower == upper:
            return True
        lower = parent[lower]
    return False


def check_one_place(scored: Scored) -> None:
    """A person sits in one unit in one wave, and has one score per scale there."""
    # Rows are in order of wave, person and unit already.
    person, wave, unit = scored.person, scored.wave, scored.unit
    twice = np.flatnonzero(
        (person[1:] >= 0) & (person[1:] == person[:-1]) & (wave[1:] == wave[:-1]) & (unit[1:] != unit[:-1])
    )
    if twice.size:
        row = int(twice[0])
        raise ValueError(f"person {person[row]} is in units {unit[row]} and {unit[row + 1]} in wave {wave[row]}")
