"""A made-up company as values: a tree, waves, levels with their intervals, and what was found."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from math import sqrt

from dashboards.board.source import Board
from dashboards.board.values import (
    MONTHS,
    PRINCIPLES,
    BandMove,
    Cell,
    Event,
    Found,
    Point,
    Question,
    Range,
    ReplyOwed,
    Row,
    Series,
    Split,
    Unit,
    Wave,
)
from tests.dashboards.meridian import closed_wave

SPREAD = 18.0
Levels = dict[str, tuple[float, float, float]]


@dataclass
class Group:
    """A unit as it is told: people, levels at first, moves by principle as (first wave, points, waves it takes)."""

    name: str
    asked: int
    levels: tuple[float, float, float] = (64, 62, 61)
    below: tuple["Group", ...] = ()
    moves: Mapping[str, tuple[int, float, int]] = field(default_factory=dict)
    is_hidden: bool = False
    bound: str = ""


def waves(number: int, *, asked: int, share: float = 0.7) -> tuple[Wave, ...]:
    parts = [share - (0.06 if one == 7 else 0.01 * (one * 7 % 4 - 1)) for one in range(1, number)] + [share]
    return tuple(closed_wave(one, asked=asked, answered=round(asked * part)) for one, part in enumerate(parts, start=1))


class FakeSource:
    """Holds a company and gives what a page asks, as a service would."""

    def __init__(self, company: Group, *, n_waves: int = 18, asked: int | None = None, k: int = 5) -> None:
        self.groups: dict[int, Group] = {}
        self.units: dict[int, Unit] = {}
        self._place(company, None)
        total = asked or company.asked
        self.n_waves, self.k = n_waves, k
        self.waves = waves(n_waves, asked=total) if n_waves else ()
        self.found: tuple[Found, ...] = ()
        self.events: tuple[Event, ...] = ()
        self.band_moves: tuple[BandMove, ...] = ()
        self.split_of: dict[tuple[int, str], Split] = {}
        self.bands_of: dict[int, dict[tuple[str, str], Group]] = {}
        self.questions_of: dict[int, list[Question]] = {}
        self.unseen_of: dict[tuple[int, str], dict[int, float]] = {}
        self.calls: list[str] = []
        self.sees_all = True
        self.owed = ReplyOwed("", "", "", is_written=False, due_on=date(2026, 12, 7), can_be_written=True, belief=())

    @contextmanager
    def opened(self) -> Iterator["FakeSource"]:
        self.calls.clear()
        yield self

    def unit(self, name: str) -> int:
        return next(number for number, group in self.groups.items() if group.name == name)

    def board(self, wave: int | None) -> Board | None:
        self.calls.append("board")
        if not self.waves:
            return None
        shown = self.n_waves if wave is None else wave
        if not 1 <= shown <= self.n_waves:
            raise LookupError(shown)
        return Board(
            company=self.groups[1].name,
            waves=self.waves[:shown],
            newest=self.n_waves,
            units=self.units,
            root=1,
            found=tuple(one for one in self.found if one.told_in <= shown),
            events=self.events,
            k=self.k,
            false_alarms=0.1,
            version=1,
            published_at=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
            sees_all=self.sees_all,
            own=(),
            bands=self.band_moves,
        )

    def reply(self, _board: Board) -> ReplyOwed:
        self.calls.append("reply")
        return self.owed

    def rows(self, board: Board, units: Sequence[int]) -> list[Row]:
        self.calls.append("rows")
        return [self._row(unit, self.groups[unit], len(board.waves)) for unit in units]

    def series(self, board: Board, units: Sequence[int]) -> list[Series]:
        self.calls.append("series")
        groups = [(unit, one) for unit in units if not (one := self.groups[unit]).is_hidden and not one.bound]
        return [_series(unit, group, one, len(board.waves)) for unit, group in groups for one in PRINCIPLES]

    def bands(self, board: Board, unit: int, factor: str) -> Mapping[str, Row]:
        self.calls.append("bands")
        held = self.bands_of.get(unit, {})
        return {band: self._row(unit, one, len(board.waves)) for (of, band), one in held.items() if of == factor}

    def band_series(self, board: Board, unit: int, factor: str, principle: str) -> list[Series]:
        self.calls.append("band_series")
        return [
            replace(_series(unit, group, principle, len(board.waves)), band=band)
            for (of, band), group in self.bands_of.get(unit, {}).items()
            if of == factor
        ]

    def questions(self, board: Board, unit: int) -> list[Question]:  # noqa: ARG002 -- as the protocol has it
        self.calls.append("questions")
        return self.questions_of.get(unit, [])

    def splits(self, board: Board, unit: int) -> Mapping[str, Split]:  # noqa: ARG002 -- as the protocol has it
        self.calls.append("splits")
        return {principle: split for (of, principle), split in self.split_of.items() if of == unit}

    def _place(self, group: Group, parent: int | None) -> int:
        number = len(self.groups) + 1
        self.groups[number] = group
        self.units[number] = Unit(number, group.name, parent, ())
        below = tuple(self._place(inner, number) for inner in group.below)
        self.units[number] = Unit(number, group.name, parent, below)
        return number

    def _row(self, unit: int, group: Group, n_waves: int) -> Row:
        cells = [None if group.is_hidden else _cell(group, principle, n_waves) for principle in PRINCIPLES]
        told = [self.unseen_of.get((unit, principle)) for principle in PRINCIPLES]
        held = (replace(one, unseen=known) if one and known else one for one, known in zip(cells, told, strict=True))
        return Row(unit, group.asked, tuple(held))


def level_of(group: Group, principle: str, wave: int) -> float:
    start = group.levels[PRINCIPLES.index(principle)]
    first, points, takes = group.moves.get(principle, (10**6, 0, 1))
    return start + points * min(1.0, max(0.0, (wave - first + 1) / takes))


def _half(people: int) -> float:
    return 1.645 * SPREAD / sqrt(max(people, 2)) * 0.75


def _answered(group: Group) -> int:
    return round(group.asked * (0.7 + (0 if group.below and group.asked > 400 else 0.02 * (len(group.name) % 3 - 1))))


def _around(value: float, half: float) -> Range:
    return Range(value, value - half, value + half)


def _series(unit: int, group: Group, principle: str, n_waves: int) -> Series:
    half = _half(_answered(group)) * 0.9
    levels = [level_of(group, principle, wave) for wave in range(1, n_waves + 1)]
    noise = [half * 0.7 * ((wave * 37 + len(group.name) * 11 + len(principle)) % 19 / 9 - 1) for wave in range(n_waves)]
    points = (Point(_around(value, half), value + off) for value, off in zip(levels, noise, strict=True))
    return Series(unit, principle, tuple(points))


def _cell(group: Group, principle: str, n_waves: int) -> Cell:
    people, half = _answered(group), _half(_answered(group))
    since = max(1, n_waves - 12)
    now = level_of(group, principle, n_waves)
    moved = now - level_of(group, principle, since)
    may_change = n_waves > 1 and people >= 10
    if group.bound:
        return Cell(None, group.bound, people, None, None, {})
    unseen = {months: max(2.0, 58 / sqrt(people) / (1 + months / 8) + 0.4) for months in MONTHS if n_waves > months / 2}
    change = _around(moved, half * 1.1) if may_change else None
    return Cell(_around(now, half), "", people, since if may_change else None, change, unseen)
