"""Which questions moved: dots and intervals for the foremost, a table for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.board.calendar import Calendar
from dashboards.board.values import Question, Range
from dashboards.board.wording import questions as words
from dashboards.figures.dots import Change, change_dots
from dashboards.figures.drawing import Drawing, Table
from dashboards.wording.numbers import answered, level, signed_size

MOST_DRAWN = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """`drawing` is None where no change may be told; then the table stands alone."""

    note: str
    drawing: Drawing | None
    table: Table
    words: str


def moved(asked: Sequence[Question], principle: str, who: str, calendar: Calendar) -> Moved | None:
    """None where questions are not shown."""
    here = [one for one in asked if one.principle == principle]
    if not any(one.level or one.bound for one in here):
        return None
    changed = sorted((one for one in here if one.change), key=_far, reverse=True)
    rows = [
        Change(one.text, one.change.value, one.change.low, one.change.high)
        for one in changed[:MOST_DRAWN]
        if one.change
    ]
    table = Table(
        ["Question", "Level", "Change", "Waves", "Answered"], [_cells(one) for one in (*changed, *_rest(here))]
    )
    drawing = Drawing("questions", change_dots(rows), words.alt(who, rows), table) if rows else None
    return Moved(words.note(changed, calendar), drawing, table, words.told(here, changed, len(rows)))


def far(change: Range) -> float:
    """How far something moved, against the width of its range: what is first by this moved most."""
    return abs(change.value) / max(0.1, change.half)


def _far(one: Question) -> float:
    return far(one.change) if one.change else 0.0


def _rest(asked: Sequence[Question]) -> list[Question]:
    return [one for one in asked if one.change is None]


def _cells(one: Question) -> list[str]:
    said = one.bound or "not shown"
    if one.level is not None:
        said = level(one.level.value, one.level.low, one.level.high)
    change = "unknown" if one.change is None else signed_size(one.change.value, one.change.low, one.change.high)
    return [one.text, said, change, str(one.waves), "" if one.people is None else answered(one.people)]
