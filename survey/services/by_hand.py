"""What the schedule does, at another moment: somebody asked for it."""

from dataclasses import replace
from datetime import datetime

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import programme
from survey.queries.waves import WaveFacts
from survey.services.asked_for import coming_wave, remind, running_plan, the_open_wave
from survey.services.closing.close import close_wave
from survey.services.programme import By, move
from survey.services.schedule import today
from survey.services.upcoming import due_wave, half_open
from survey.services.waves.opening import open_wave


def open_next(stores: Stores, *, early: bool, now: datetime) -> WaveFacts:
    """Open the next wave. Before its day only if that is asked for: it is then moved to today."""
    with stores.company.write() as session:
        plan = running_plan(session)
        coming = coming_wave(session, plan)
        if early and coming.opens_on > (day := today(plan, now)):
            coming = move(session, number=coming.number, to=day, by=By(None, now), is_exact=True)
        dates = due_wave(session, replace(plan, state="running"), now=now)
        if dates is None:
            wanted = "that is the earliest possible" if early else "wait, or open it --early"
            raise NotPossible(f"wave {coming.number} opens on {coming.opens_on}: {wanted}")
    return open_wave(stores, dates=dates, now=now)


def open_due(stores: Stores, *, now: datetime) -> WaveFacts | None:
    """Open the wave whose day has come, or finish opening it. None if none is due, or none any more."""
    with stores.company.read() as session:
        plan = programme.current_programme(session)
        dates = None if plan is None else due_wave(session, plan, now=now) or half_open(session, plan)
    return None if dates is None else open_wave(stores, dates=dates, now=now)


def remind_now(stores: Stores, *, now: datetime) -> int:
    """Lay out a reminder for everybody who is asked, due now; how many."""
    with stores.company.write() as session:
        return remind(session, by=By(None, now))


def close_open(stores: Stores, *, early: bool, now: datetime) -> WaveFacts:
    """Close the wave that is open. Before its last day has ended only if that is asked for."""
    with stores.company.read() as session:
        wave = the_open_wave(session)
    if wave.closes_at > now and not early:
        raise NotPossible(f"wave {wave.number} is open until {wave.last_day}: wait, or close it --early")
    close_wave(stores, wave.id, now=now)
    return wave
