"""What the calendar asks for now: a wave to open, a wave to close, an epoch to end."""

from datetime import datetime, time

from sqlalchemy.orm import Session

from survey.queries import people, programme, waves
from survey.queries.programme import EpochFacts, ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.queries.work import NewJob
from survey.scheduling.dates import WaveDates, linked_until
from survey.scheduling.moments import opening_moment
from survey.services.schedule import calendar, plan_of, today

MIDNIGHT = time(0)


def due_jobs(session: Session, *, now: datetime) -> list[NewJob]:
    """Jobs to be done now. Each has the key it had the last time, so that it is done once."""
    jobs = [closing_job(wave, wave.closes_at) for wave in waves.open_waves(session) if wave.closes_at <= now]
    jobs += _daily(session, now)
    jobs += [
        NewJob(f"end_epoch:{epoch.id}", "end_epoch", now, {"epoch": epoch.id}) for epoch in over_epochs(session, now)
    ]
    plan = programme.current_programme(session)
    dates = None if plan is None else due_wave(session, plan, now=now)
    if plan is not None and dates is not None:
        jobs.append(opening_job(plan, dates, now))
    return jobs


def _daily(session: Session, now: datetime) -> list[NewJob]:
    """From the second day of a wave on, by the calendar of the head office."""
    found = [(wave, today(programme.programme(session, wave.programme), now)) for wave in waves.open_waves(session)]
    return [
        NewJob(f"note_answered:{wave.id}:{day.isoformat()}", "note_answered", now, {"wave": wave.id})
        for wave, day in found
        if wave.closes_at > now and day > wave.opens_on
    ]


def opening_job(plan: ProgrammeFacts, dates: WaveDates, due_at: datetime) -> NewJob:
    key = f"open:{plan.id}:{dates.number}:{dates.opens_on.isoformat()}"
    return NewJob(key, "open_wave", due_at, {"programme": plan.id, "number": dates.number})


def closing_job(wave: WaveFacts, due_at: datetime) -> NewJob:
    return NewJob(f"close:{wave.id}", "close_wave", due_at, {"wave": wave.id})


def over_epochs(session: Session, now: datetime) -> list[EpochFacts]:
    """Epochs whose last wave did not know that it was: the programme ended after it, or was paused for too long."""
    unended = {wave.epoch for wave in waves.open_waves(session)}
    found = [(epoch, programme.programme(session, epoch.programme)) for epoch in programme.running_epochs(session)]
    return [
        epoch
        for epoch, plan in found
        if epoch.id not in unended
        and (plan.state == "ended" or today(plan, now) >= linked_until(plan_of(plan), epoch.begun_on))
    ]


def due_wave(session: Session, plan: ProgrammeFacts, *, now: datetime) -> WaveDates | None:
    """The next wave, if its first day has begun somewhere where people are, and no other wave is open."""
    dates = next_wave(session, plan)
    if plan.state != "running" or dates is None or waves.open_waves(session):
        return None
    zones = people.zones_on(session, dates.opens_on) | {plan.home_zone}
    return dates if opening_moment(dates.opens_on, MIDNIGHT, zones) <= now else None


def half_open(session: Session, plan: ProgrammeFacts) -> WaveDates | None:
    """The wave that is open already: whoever opened it may have been stopped before the last step."""
    number = waves.last_number(session, plan.id)
    found = waves.wave_numbered(session, programme=plan.id, number=number)
    if found is None or found.state != "open":
        return None
    return calendar(session, plan, first=number)[0]


def next_wave(session: Session, plan: ProgrammeFacts) -> WaveDates | None:
    """The first wave that was not opened yet; None after the programme's end."""
    coming = calendar(session, plan, first=waves.last_number(session, plan.id) + 1)
    return coming[0] if coming else None
