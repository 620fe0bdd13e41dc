"""Who is answering: the share, wave by wave, and what those who did not answer could change."""

from dataclasses import dataclass

from dashboards.board.calendar import Calendar
from dashboards.board.gathered import Gathered
from dashboards.board.trends import with_calendar
from dashboards.board.values import PRINCIPLES, Wave
from dashboards.board.wording import answering as words
from dashboards.figures.answering import answering
from dashboards.figures.drawing import Drawing, Table
from dashboards.wording.numbers import count, share


@dataclass(frozen=True, slots=True)
class Answering:
    drawing: Drawing | None
    words: str


def who_answers(gathered: Gathered) -> Answering:
    calendar, wave = gathered.calendar, gathered.board.wave
    shares = [share_of(one) for one in calendar.waves]
    known = sum(one is not None for one in shares)
    drawing = None
    if known > 1:
        figure = with_calendar(answering(shares, calendar.short), calendar)
        drawing = Drawing("answering", figure, words.alt(shares, calendar), _table(calendar))
    cell = gathered.cell(gathered.board.root, PRINCIPLES[0])
    level = cell.level.value if cell and cell.level else None
    return Answering(drawing, words.silent(wave.asked, wave.answered, level))


def share_of(wave: Wave) -> float | None:
    return None if not wave.asked or wave.answered is None else wave.answered / wave.asked


def _table(calendar: Calendar) -> Table:
    rows = [[label, *_cells(wave)] for label, wave in zip(calendar.short, calendar.waves, strict=True)]
    return Table(["Wave", "Asked", "Answered", "Share"], rows[::-1])


def _cells(wave: Wave) -> list[str]:
    part = share_of(wave)
    return [_count(wave.asked), _count(wave.answered), "unknown" if part is None else share(part)]


def _count(number: int | None) -> str:
    return "unknown" if number is None else count(number)
