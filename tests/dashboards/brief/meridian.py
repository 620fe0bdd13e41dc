"""The company of the pictures: 612 people, four divisions of which one is hidden, eighteen monthly waves, two falls."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from dashboards.board.source import Board
from dashboards.board.values import (
    PRINCIPLES,
    Cell,
    Event,
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
from tests.dashboards.meridian import closed_wave, crash, slide

MERIDIAN, DELIVERY, ENGINEERING, SALES, PEOPLE, INGEST = 1, 2, 3, 4, 5, 6
SIZES = {MERIDIAN: 431, DELIVERY: 66, ENGINEERING: 90, SALES: 70, INGEST: 14}
LEVELS = {MERIDIAN: (64, 62, 60), DELIVERY: (63, 61, 57), ENGINEERING: (62, 63, 64), SALES: (66, 61, 60)}
LEVELS[INGEST] = (47, 60, 61)
UNITS = {
    MERIDIAN: Unit(MERIDIAN, "Meridian", None, (DELIVERY, ENGINEERING, SALES, PEOPLE)),
    DELIVERY: Unit(DELIVERY, "Delivery", MERIDIAN, ()),
    ENGINEERING: Unit(ENGINEERING, "Engineering", MERIDIAN, (INGEST,)),
    SALES: Unit(SALES, "Sales", MERIDIAN, ()),
    PEOPLE: Unit(PEOPLE, "People & Workplace", MERIDIAN, ()),
    INGEST: Unit(INGEST, "Ingest", ENGINEERING, ()),
}
MINDS = Split(DELIVERY, "equal_say", 6, -9.0, {"within": Range(-5.0, -7.5, -2.5), "joiners": Range(-3.0, -5.0, -1.0)})
SLIDE = replace(slide(DELIVERY, MINDS), grade="some", alert=7)
CRASH = replace(crash(INGEST), told_in=17, grade="strong", alert=5)
WATCHED = replace(SLIDE, list="watch", unit=SALES, principle="learning", state="none", alert=None)
EVENTS = (
    Event(date(2026, 3, 2), None, "other", "Delivery begins to double its head-count", DELIVERY),
    Event(date(2026, 6, 1), date(2026, 7, 31), "other", "Sales hires from outside", SALES),
    Event(date(2026, 9, 3), None, "other", "Live ingest fails for nine hours", INGEST),
)
WRITTEN = ReplyOwed(
    "A question of a customer goes through three desks.",
    "Delivery may grant up to 40 hours of help without asking, since 2 November.",
    "The two ticket systems are not merged before spring.",
    is_written=True,
    due_on=date(2026, 12, 7),
    can_be_written=True,
    belief=(Range(52, 50, 54),),
)
OWED = replace(WRITTEN, heard="", done="", not_done="", is_written=False)
FALLS = {(DELIVERY, 2): (8, 9.0, 8), (INGEST, 0): (15, 16.0, 1)}
"""By unit and place of the principle: the wave before, the size, and over how many waves."""


def waves(n: int = 18) -> tuple[Wave, ...]:
    return tuple(closed_wave(number, asked=612, answered=431, days=11) for number in range(1, n + 1))


def board(n: int = 18, **changed: object) -> Board:
    made = waves(n)
    facts: dict[str, object] = {
        "company": "Meridian",
        "waves": made,
        "newest": n,
        "units": UNITS,
        "root": MERIDIAN,
        "found": (),
        "events": (),
        "k": 5,
        "false_alarms": 0.1,
        "version": 1,
        "published_at": datetime(made[-1].closed_on.year, made[-1].closed_on.month, 16, 8, tzinfo=UTC),
        "sees_all": True,
        "own": (),
    }
    return Board(**(facts | changed))  # type: ignore[arg-type] -- a test names what it changes


def sliding(**changed: object) -> Board:
    return board(**({"found": (CRASH, SLIDE), "events": EVENTS} | changed))


@dataclass
class Fake:
    """A source that has one board; `hidden` units show nothing, `unseen` is what the company would have missed."""

    shown: Board | None
    hidden: frozenset[int] = frozenset({PEOPLE})
    unseen: float = 2.0
    owed: ReplyOwed = WRITTEN
    boards: list[int | None] = field(default_factory=list)

    def board(self, wave: int | None) -> Board | None:
        self.boards.append(wave)
        if wave is None or self.shown is None:
            return self.shown
        if not 1 <= wave <= self.shown.newest:
            raise LookupError(wave)
        return replace(self.shown, waves=self.shown.waves[:wave])

    def reply(self, _board: Board) -> ReplyOwed:
        return self.owed

    def rows(self, board: Board, units: Sequence[int]) -> list[Row]:
        return [Row(unit, None, tuple(self._cell(board, unit, at) for at in range(3))) for unit in units]

    def series(self, board: Board, units: Sequence[int]) -> list[Series]:
        shown = [unit for unit in units if unit not in self.hidden]
        return [Series(unit, PRINCIPLES[at], tuple(_points(board, unit, at))) for unit in shown for at in range(3)]

    def bands(self, _board: Board, unit: int, factor: str) -> Mapping[str, Row]:
        if (unit, factor) != (DELIVERY, "level"):
            return {}
        lead, front = (Cell(Range(level, level - 5, level + 5), "", 30, None, None, {}) for level in (68, 57))
        return {"lead": Row(unit, None, (lead,) * 3), "front_line": Row(unit, None, (front,) * 3)}

    def band_series(self, _board: Board, _unit: int, _factor: str, _principle: str) -> list[Series]:
        return []

    def questions(self, _board: Board, _unit: int) -> list[Question]:
        return []

    def splits(self, _board: Board, _unit: int) -> Mapping[str, Split]:
        return {}

    def _cell(self, board: Board, unit: int, at: int) -> Cell | None:
        if unit in self.hidden or unit not in LEVELS:
            return None
        last = _points(board, unit, at)[-1]
        n = len(board.waves)
        factor = (SIZES[MERIDIAN] / SIZES[unit]) ** 0.5
        unseen = {months: round(self.unseen * factor * (6 / months) ** 0.5, 1) for months in (3, 6, 12) if n >= 4}
        since = board.waves[max(0, n - 13)].number if n > 1 else None
        change = Range(0.0, -2.0, 2.0) if since else None
        return Cell(last.level, "", SIZES[unit], since, change, unseen)


def _points(board: Board, unit: int, at: int) -> list[Point]:
    """A level line that falls where a fall is told, with a wobble nobody would call a change."""
    before, size, over = FALLS.get((unit, at), (99, 0.0, 1))
    half = 20 / SIZES[unit] ** 0.5
    points = []
    for wave in board.waves:
        left = size * (1 - min(1.0, max(0.0, (wave.number - before) / over)))
        value = LEVELS[unit][at] + left
        wobble = ((wave.number * 7 + unit + at) % 5 - 2) * half / 4
        points.append(Point(Range(value, value - half, value + half), value + wobble))
    return points
