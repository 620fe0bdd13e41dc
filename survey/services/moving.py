"""A wave is moved to another day, if the waves beside it stay what they are; else it is said what is in the way."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.queries import waves
from survey.queries.programme import ProgrammeFacts
from survey.scheduling.dates import Shift, WaveDates, days_of, named_day, wave_dates
from survey.services.schedule import decided, plan_of

FARTHEST = timedelta(days=366)
"""How far ahead a wave may be put."""


def moved(
    session: Session, facts: ProgrammeFacts, *, number: int, to: date, today: date, is_exact: bool
) -> tuple[Shift, WaveDates]:
    """The change that lets wave `number` open on a day, and its days then; nothing is written.

    A day on which nobody works gives way to the next working day, unless the day is meant exactly.
    """
    plan, so_far = plan_of(facts), decided(session, facts)
    if to < today:
        raise NotPossible(f"wave {number} would open in the past: got {to}; wanted {today} or later")
    if to > today + FARTHEST:
        raise NotPossible(f"wave {number} would open in more than a year: got {to}; pause the programme instead")
    shift = Shift(number, (to - named_day(plan, so_far, number=number)).days, is_exact)
    first = max(1, number - 1)
    before = {one.number: one for one in wave_dates(plan, so_far, first=first, n=3)}
    after = {one.number: one for one in wave_dates(plan, (*so_far, shift), first=first, n=3)}
    if number not in after:
        raise NotPossible(f"wave {number} would open after the end of the programme: got {to}")
    wanted, last_day = days_of(plan, to, is_exact=is_exact)
    coming = after[number]
    if coming.opens_on != wanted:
        raise NotPossible(f"wave {number} opens on {coming.opens_on}: that is the earliest possible")
    _leave_open_waves_alone(session, facts, coming)
    _leave_neighbours_alone(session, facts, before, after, moved=number)
    if coming.last_day != last_day:
        after_it = after[number + 1]
        raise NotPossible(
            f"wave {number} would be open until {last_day}, and wave {after_it.number} opens on {after_it.opens_on}: "
            "move that one first"
        )
    return shift, coming


def _leave_open_waves_alone(session: Session, facts: ProgrammeFacts, coming: WaveDates) -> None:
    for wave in waves.open_waves(session):
        if wave.programme == facts.id and coming.opens_on <= wave.last_day:
            raise NotPossible(
                f"wave {wave.number} is open until {wave.last_day}: got {coming.opens_on}; wanted a later day, "
                "or that wave closed first"
            )


def _leave_neighbours_alone(
    session: Session,
    facts: ProgrammeFacts,
    before: dict[int, WaveDates],
    after: dict[int, WaveDates],
    *,
    moved: int,
) -> None:
    """Waves that have opened keep their days whatever the calendar says; those to come have to keep theirs."""
    opened = waves.last_number(session, facts.id)
    for number, was in before.items():
        becomes = after.get(number)
        if number in (moved, *range(opened + 1)) or becomes is None:
            continue
        if (was.opens_on, was.last_day) != (becomes.opens_on, becomes.last_day):
            raise NotPossible(
                f"wave {number} would be open from {becomes.opens_on} to {becomes.last_day}, and not from "
                f"{was.opens_on} to {was.last_day}: wanted a day that leaves it as it is, or that wave moved first"
            )
