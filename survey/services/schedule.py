"""The programme's calendar: what its plan and its changes make of it."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from survey.queries import programme
from survey.queries.programme import ChangeFacts, ProgrammeFacts
from survey.scheduling.dates import Change, End, Pause, Shift, WaveDates, wave_dates
from survey.scheduling.plan import Plan


@lru_cache(maxsize=8)
def plan_of(facts: ProgrammeFacts) -> Plan:
    """Looked at for faults once, which takes longer than a page may."""
    return Plan(
        rule=facts.rule,
        starts_on=facts.starts_on,
        hour=facts.hour,
        open_days=facts.open_days,
        reminder_days=facts.reminder_days,
        countries=facts.countries,
        home_zone=facts.home_zone,
        sample_share=facts.sample_share,
        epoch_months=facts.epoch_months,
        k=facts.k,
    )


def waves_per_year(facts: ProgrammeFacts) -> float:
    return plan_of(facts).waves_per_year


def today(facts: ProgrammeFacts, now: datetime) -> date:
    """The day that the head office has."""
    return now.astimezone(ZoneInfo(facts.home_zone)).date()


def calendar(session: Session, facts: ProgrammeFacts, *, first: int = 1, n: int = 1) -> list[WaveDates]:
    """Waves from number `first` on, with what was decided since taken into account."""
    return wave_dates(plan_of(facts), decided(session, facts), first=first, n=n)


def decided(session: Session, facts: ProgrammeFacts) -> tuple[Change, ...]:
    """What was changed in the programme, in the order in which it was decided."""
    return tuple(_change(one) for one in programme.changes(session, facts.id))


def details_of(change: Change) -> tuple[str, dict[str, Any]]:
    """The kind of a change and its details, as they are kept."""
    match change:
        case Pause(from_on, until_on):
            return "pause", {"from_on": from_on.isoformat(), "until_on": until_on.isoformat()}
        case Shift(number, days, is_exact):
            return "shift", {"number": number, "days": days, "is_exact": is_exact}
        case End(on):
            return "end", {"on": on.isoformat()}


def _change(facts: ChangeFacts) -> Change:
    details = facts.details
    match facts.kind:
        case "pause":
            return Pause(date.fromisoformat(details["from_on"]), date.fromisoformat(details["until_on"]))
        case "shift":
            return Shift(details["number"], details["days"], details["is_exact"])
        case _:
            return End(date.fromisoformat(details["on"]))
