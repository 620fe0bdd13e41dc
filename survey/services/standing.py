"""How the programme stands: its plan, its waves and what comes next, in as few looks as it takes."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from survey.queries import answered_so_far, closings, invited, people, programme, replies, waves
from survey.queries.answered_so_far import Share
from survey.queries.programme import ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.scheduling.dates import WaveDates
from survey.services.schedule import calendar, today
from survey.services.upcoming import next_wave

A_YEAR_OF_WAVES = 54
"""No rule asks more often than once a week."""


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A wave as it may be shown: nobody learns how many have answered before it is counted."""

    wave: WaveFacts
    n_asked: int | None
    n_answered: int | None
    has_reply: bool
    so_far: Share | None = None

    @property
    def ended_on(self) -> date:
        """The last day, or the day of an earlier close."""
        closed_at = self.wave.closed_at
        return min(self.wave.last_day, closed_at.date()) if closed_at else self.wave.last_day


@dataclass(frozen=True, slots=True)
class Standing:
    """`rows` begin with the newest wave; `ahead` are the waves that will open, within about a year, the next first."""

    today: date
    plan: ProgrammeFacts | None
    rows: tuple[WaveRow, ...]
    ahead: tuple[WaveDates, ...]
    n_people: int

    @property
    def state(self) -> str:
        """Running, paused, ended, or none."""
        return "none" if self.plan is None else self.plan.state

    @property
    def open_row(self) -> WaveRow | None:
        return next((row for row in self.rows if row.wave.state in ("open", "closing")), None)

    @property
    def last_closed(self) -> WaveRow | None:
        return next((row for row in self.rows if row.wave.state == "closed"), None)

    @property
    def coming(self) -> WaveDates | None:
        return self.ahead[0] if self.ahead else None


def standing(session: Session, *, now: datetime) -> Standing:
    plan = programme.last_programme(session)
    day = _today(session, plan, now)
    coming = plan and plan.state == "running" and next_wave(session, plan)
    ahead = calendar(session, plan, first=coming.number, n=A_YEAR_OF_WAVES) if plan and coming else []
    return Standing(
        today=day,
        plan=plan,
        rows=wave_rows(session),
        ahead=tuple(one for one in ahead if one.opens_on < a_year_after(day)),
        n_people=people.n_belonging_on(session, day),
    )


def wave_rows(session: Session) -> tuple[WaveRow, ...]:
    """Every wave there ever was, the newest first."""
    counted, replied = closings.participation(session), replies.replied(session)
    return tuple(
        WaveRow(wave, *_counts(session, wave, counted.get(wave.id)), wave.id in replied, _so_far(session, wave))
        for wave in reversed(waves.all_waves(session))
    )


def dates_of(session: Session, wave: WaveFacts) -> WaveDates:
    """The days of a wave that has opened, as it opened; its reminders as the plan has them."""
    plan = programme.programme(session, wave.programme)
    planned = [one for one in calendar(session, plan, first=wave.number) if one.opens_on == wave.opens_on]
    epoch = programme.epoch_by_id(session, wave.epoch).number
    reminders = planned[0].reminders if planned else ()
    return WaveDates(wave.number, wave.opens_on, wave.last_day, reminders, epoch, wave.is_last_of_epoch)


def a_year_after(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28))


def _today(session: Session, plan: ProgrammeFacts | None, now: datetime) -> date:
    if plan is not None:
        return today(plan, now)
    company = people.company(session)
    return now.astimezone(ZoneInfo(company.time_zone if company else "UTC")).date()


def _counts(session: Session, wave: WaveFacts, counted: tuple[int, int] | None) -> tuple[int | None, int | None]:
    if wave.state == "open":
        return invited.count_invited(session, wave.id), None
    return counted or (None, None)


def _so_far(session: Session, wave: WaveFacts) -> Share | None:
    return answered_so_far.noted(session, wave.id) if wave.state == "open" else None
