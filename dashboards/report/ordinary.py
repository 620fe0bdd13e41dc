"""Moves beyond sampling error that are yet no larger than such units usually make."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, isfinite, sqrt
from statistics import median

from dashboards.figures.drawing import Table
from dashboards.report.lookup import Lookup
from dashboards.report.moves import FEWEST_ANSWERS, NINETY_PERCENT
from dashboards.wording.numbers import opened, rounded
from dashboards.wording.ordinary import interval, moved, named, title, verdict
from dashboards.wording.waves import wave_range

FEWEST_SIBLINGS = 5
USUAL_MOVES = 2
BY_CHANCE = 0.1
SD_OF_NORMAL = 1.4826  # times the median absolute deviation of a normal distribution: its standard deviation
MOST_NAMED = 5
MOST_SHOWN = 4
MOST_TOLD = 40
MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Moved:
    """One unit's change between two waves, with half the width of its 90 % interval."""

    unit: str
    n: int
    points: float
    half_width: float

    @property
    def is_clear(self) -> bool:
        """Whether the sampling interval leaves out 0."""
        return abs(self.points) > self.half_width


@dataclass(frozen=True, slots=True)
class Siblings:
    """What the parts of one unit did from the wave before to this one.

    `usual` is how far their moves are from `middle`; intervals of `n_clear` leave out 0, of `n_apart` the middle.
    """

    parent: str
    scale: str
    wave: int
    n_units: int
    n_clear: int
    n_apart: int
    middle: float
    usual: float
    ordinary: list[Moved]


@dataclass(frozen=True, slots=True)
class Told:
    """One scale between two waves, in words."""

    title: str
    sentence: str
    named: str


@dataclass(frozen=True, slots=True)
class Ordinary:
    """One of each of the latest pairs of waves in words, more for who asks, a table, and what is left out of them."""

    shown: list[Told]
    more: list[Told]
    untold: int
    table: Table
    left_out: int


def ordinary(lookup: Lookup) -> Ordinary | None:
    """Ordinary moves, the latest first; None where there are too few siblings, or no more moved than by chance."""
    found = sorted(groups(lookup), key=lambda group: (-group.wave, lookup.level[group.parent]))
    if not found:
        return None
    shown = _foremost(found)
    more = [group for group in found if group not in shown]
    rows = [_row(lookup, group, one) for group in found for one in group.ordinary]
    return Ordinary(
        shown=[_told(lookup, group) for group in shown],
        more=[_told(lookup, group) for group in more[:MOST_TOLD]],
        untold=max(0, len(more) - MOST_TOLD),
        table=Table(["Unit", "Scale", "Waves", "Change", "90 % interval", "Usual move"], rows[:MOST_ROWS]),
        left_out=max(0, len(rows) - MOST_ROWS),
    )


def _foremost(found: list[Siblings]) -> list[Siblings]:
    """For each of the latest pairs of waves the siblings of which most are ordinary."""
    waves = list(dict.fromkeys(group.wave for group in found))[:MOST_SHOWN]
    here = [[group for group in found if group.wave == wave] for wave in waves]
    return [max(groups, key=lambda group: len(group.ordinary)) for groups in here]


def groups(lookup: Lookup) -> Iterator[Siblings]:
    """Siblings between two waves of which more moved than chance explains, and some of them ordinarily."""
    for parent, units in lookup.children.items():
        if len(units) < FEWEST_SIBLINGS:
            continue
        for scale in lookup.scales:
            for wave in range(1, lookup.last + 1):
                moves = [one for unit in units if (one := _moved(lookup, unit, scale, wave))]
                group = _siblings(lookup, (parent, scale, wave), moves) if len(moves) >= FEWEST_SIBLINGS else None
                if group and group.ordinary and _is_beyond_chance(group):
                    yield group


def _is_beyond_chance(group: Siblings) -> bool:
    """Whether the parts differ: were it sampling error alone, a tenth of the intervals would leave out the middle.

    More than three standard deviations above that; a move all parts made alike is a common change, told elsewhere.
    """
    return group.n_apart > BY_CHANCE * group.n_units + 3 * sqrt(BY_CHANCE * (1 - BY_CHANCE) * group.n_units)


def _moved(lookup: Lookup, unit: str, scale: str, wave: int) -> Moved | None:
    now, then = lookup.at(unit, scale, wave), lookup.at(unit, scale, wave - 1)
    if now is None or then is None or any(0 < one.n < FEWEST_ANSWERS for one in (now, then)):
        return None
    half_width = NINETY_PERCENT * hypot(now.se, then.se)
    return Moved(unit, now.n, now.mean - then.mean, half_width) if isfinite(half_width) and half_width > 0 else None


def _siblings(lookup: Lookup, where: tuple[str, str, int], moves: list[Moved]) -> Siblings:
    parent, scale, wave = where
    middle = median(one.points for one in moves)
    usual = SD_OF_NORMAL * median(abs(one.points - middle) for one in moves)
    clear = [one for one in moves if one.is_clear]
    quiet = [one for one in clear if abs(one.points - middle) <= USUAL_MOVES * usual]
    kept = [one for one in quiet if not _is_found(lookup, one.unit, scale, wave)]
    return Siblings(
        parent=parent,
        scale=scale,
        wave=wave,
        n_units=len(moves),
        n_clear=len(clear),
        n_apart=sum(abs(one.points - middle) > one.half_width for one in moves),
        middle=middle,
        usual=usual,
        ordinary=sorted(kept, key=lambda one: -one.n),
    )


def _is_found(lookup: Lookup, unit: str, scale: str, wave: int) -> bool:
    """Whether an alarm or the watch list tells of a change that may have begun in this wave."""
    return any(
        lookup.wave.get(change.onset_low, 0) <= wave <= lookup.wave.get(change.onset_high, lookup.last)
        for change in lookup.changes.get((unit, scale), [])
    )


def _told(lookup: Lookup, group: Siblings) -> Told:
    waves, first = lookup.report.waves, group.ordinary[:MOST_NAMED]
    counts = group.n_units, group.n_clear, len(group.ordinary)
    said = verdict(lookup.name(group.parent), counts, (group.middle, group.usual))
    names = [(lookup.name(one.unit), one.points, one.half_width) for one in first]
    head = title(opened(lookup.said(group.scale)), waves[group.wave - 1], waves[group.wave])
    return Told(head, said, named(names, len(group.ordinary)))


def _row(lookup: Lookup, group: Siblings, one: Moved) -> list[str]:
    waves = lookup.report.waves
    return [
        lookup.name(one.unit),
        opened(lookup.said(group.scale)),
        wave_range(waves[group.wave - 1], waves[group.wave]),
        moved(one.points, one.half_width),
        interval(one.points, one.half_width),
        f"{rounded(group.middle, 1)} ± {rounded(group.usual, 1)}",
    ]
