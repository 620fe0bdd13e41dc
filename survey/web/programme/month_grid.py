"""Months as grids of days: open, reminded, holiday, today."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from survey.queries.programme import ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.scheduling.dates import WaveDates, holiday_on
from survey.services.standing import Standing

WEEKS = Calendar()
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a wave is, or was, open."""

    number: int
    first: date
    last: date
    reminders: tuple[date, ...]
    is_over: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A field of the grid: its `look` as classes of the style sheet, and the same in words."""

    number: int
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday on; None where a field belongs to another month."""

    name: str
    weeks: tuple[tuple[Day | None, ...], ...]


def months(stands: Standing, dates: Iterable[WaveDates], *, n: int) -> tuple[Month, ...]:
    """The month of today and those after it."""
    spans = [*_past(stands), *(_span(one) for one in dates)]
    firsts = [_later(stands.today, step) for step in range(n)]
    return tuple(_month(first, spans, stands) for first in firsts)


def _past(stands: Standing) -> list[Span]:
    closed = [row.wave for row in stands.rows if row.wave.state == "closed"]
    return [Span(one.number, one.opens_on, _ended_on(one), (), is_over=True) for one in closed]


def _ended_on(wave: WaveFacts) -> date:
    """Its last day, unless it was closed before."""
    return min(wave.last_day, wave.closed_at.date()) if wave.closed_at else wave.last_day


def _span(dates: WaveDates) -> Span:
    return Span(dates.number, dates.opens_on, dates.last_day, dates.reminders, is_over=False)


def _month(first: date, spans: list[Span], stands: Standing) -> Month:
    weeks = WEEKS.monthdatescalendar(first.year, first.month)
    return Month(
        f"{first:%B %Y}",
        tuple(tuple(_day(day, spans, stands) if day.month == first.month else None for day in week) for week in weeks),
    )


def _day(day: date, spans: list[Span], stands: Standing) -> Day:
    span = next((one for one in spans if one.first <= day <= one.last), None)
    holiday = _holiday(stands.plan, day)
    marks = [
        ("today", "today", day == stands.today),
        ("over" if span and span.is_over else "open", _is_open(span), span is not None),
        ("first", "opens", span is not None and day == span.first),
        ("last", "last day", span is not None and day == span.last),
        ("reminder", "reminder", span is not None and day in span.reminders),
        ("holiday", holiday, bool(holiday)),
    ]
    seen = [(look, words) for look, words, holds in marks if holds]
    return Day(day.day, " ".join(look for look, _ in seen), ", ".join(words for _, words in seen))


def _is_open(span: Span | None) -> str:
    return "" if span is None else f"wave {span.number} {'was' if span.is_over else 'is'} open"


def _holiday(plan: ProgrammeFacts | None, day: date) -> str:
    return holiday_on(plan.countries, day) if plan and day.weekday() <= FRIDAY else ""


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
