"""Who is the same person, and where: scores as lines of one person in one unit."""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.drift.people import Lines
from analysis.panel import Floats, Ints
from analysis.scoring import Scored
from analysis.tree import Tree

Columns = tuple[Ints, Ints, Ints, Floats, Floats, Floats, Floats]
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


def seat(scored: Scored, tree: Tree, epochs: Ints, units: Ints) -> Seating:
    """Lines of people.

    Within an epoch a person who moves aside becomes a new line; one whose answers were raised to a unit above, because
    few answered, stays where they were seen.
    """
    order = np.lexsort((scored.points, scored.scale, scored.unit, scored.wave, scored.person))
    order = order[np.argsort(epochs[scored.wave[order]], kind="stable")]
    wave, person, scale = scored.wave[order], scored.person[order], scored.scale[order]
    home, move = _homes(person, scored.unit[order], epochs[wave], tree.parent)
    position = np.full(tree.n_units, -1, dtype=np.int64)
    position[units] = np.arange(units.size)
    lines = {}
    for number in range(int(scale.max(initial=-1)) + 1):
        for epoch in np.unique(epochs[wave]).tolist():
            chosen = np.flatnonzero((scale == number) & (epochs[wave] == epoch))
            chosen = chosen[np.lexsort((wave[chosen], move[chosen], person[chosen]))]
            start = _line_starts(person[chosen], move[chosen])
            rows = order[chosen]
            columns = (
                wave[chosen],
                scored.points[rows],
                scored.items[rows],
                scored.people[rows],
                scored.variance[rows],
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
def _is_above(upper: int, lower: int, parent: Ints) -> bool:
    while lower >= 0:
        if lower == upper:
            return True
        lower = parent[lower]
    return False


def check_one_place(scored: Scored) -> None:
    """A person sits in one unit in one wave, and has one score per scale there."""
    order = np.lexsort((scored.unit, scored.wave, scored.person))
    person, wave, unit = scored.person[order], scored.wave[order], scored.unit[order]
    twice = np.flatnonzero(
        (person[1:] >= 0) & (person[1:] == person[:-1]) & (wave[1:] == wave[:-1]) & (unit[1:] != unit[:-1])
    )
    if twice.size:
        row = int(twice[0])
        raise ValueError(f"person {person[row]} is in units {unit[row]} and {unit[row + 1]} in wave {wave[row]}")


def moments_of(seating: Seating, n_waves: int, n_scales: int, lags: Ints) -> tuple[Floats, ...]:
    """Sums of squares for `model.Moments`, by wave, scale and lag."""
    shape = (n_waves, n_scales)
    within, freedom, scores, inverse = (np.zeros(shape) for _ in range(4))
    change, pairs = np.zeros((*shape, lags.size)), np.zeros((*shape, lags.size))
    for (scale, _), lines in seating.lines.items():
        rows = (lines.start, lines.seat, lines.wave, lines.points, lines.items, lines.people, lines.variance)
        sums = _square_sums(rows, seating.units.size, n_waves, lags)
        for total, part in zip((within, freedom, scores, inverse, change, pairs), sums, strict=True):
            total[:, scale] += part
    return within, freedom, scores, inverse, change, pairs


@numba.njit(cache=True)
def _square_sums(rows: Columns, n_seats: int, n_waves: int, lags: Ints) -> tuple[Floats, ...]:
    within, freedom, scores, inverse = _sums_within(rows, n_seats, n_waves)
    change, pairs = _sums_of_change(rows, n_seats, n_waves, lags)
    return within, freedom, scores, inverse, change, pairs


@numba.njit(cache=True)
def _sums_within(rows: Columns, n_seats: int, n_waves: int) -> tuple[Floats, ...]:
    """Squares around the mean of unit and wave, degrees of freedom, scores, sum of 1 / items; by wave."""
    _, seat, wave, points, items, people, variance = rows
    count, total = np.zeros((n_seats, n_waves)), np.zeros((n_seats, n_waves))
    within, freedom, scores, inverse = np.zeros(n_waves), np.zeros(n_waves), np.zeros(n_waves), np.zeros(n_waves)
    for row in range(wave.size):
        scores[wave[row]] += people[row]
        inverse[wave[row]] += people[row] / items[row]
        if people[row] == 1.0:
            count[seat[row], wave[row]] += 1.0
            total[seat[row], wave[row]] += points[row]
    for row in range(wave.size):
        u, t = seat[row], wave[row]
        if people[row] > 1.0:
            within[t] += (people[row] - 1.0) * variance[row]
            freedom[t] += people[row] - 1.0
        elif count[u, t] > 1.0:
            within[t] += (points[row] - total[u, t] / count[u, t]) ** 2
            freedom[t] += (count[u, t] - 1.0) / count[u, t]
    return within, freedom, scores, inverse


@numba.njit(cache=True)
def _sums_of_change(rows: Columns, n_seats: int, n_waves: int, lags: Ints) -> tuple[Floats, Floats]:
    """Squares of people's changes around the mean change of their unit, and degrees of freedom; by wave and lag."""
    start, seat, wave, points = rows[:4]
    sums = np.zeros((3, n_seats, n_waves, lags.size))
    for line in range(start.size - 1):
        for row in range(start[line] + 1, start[line + 1]):
            for earlier in range(start[line], row):
                for k in range(lags.size):
                    if wave[row] - wave[earlier] == lags[k]:
                        step = points[row] - points[earlier]
                        sums[0, seat[row], wave[row], k] += 1.0
                        sums[1, seat[row], wave[row], k] += step
                        sums[2, seat[row], wave[row], k] += step * step
    change, pairs = np.zeros((n_waves, lags.size)), np.zeros((n_waves, lags.size))
    for u in range(n_seats):
        for t in range(n_waves):
            for k in range(lags.size):
                n = sums[0, u, t, k]
                if n > 1.0:
                    change[t, k] += sums[2, u, t, k] - sums[1, u, t, k] ** 2 / n
                    pairs[t, k] += n - 1.0
    return change, pairs
