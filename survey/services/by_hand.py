"""What the schedule does, at another moment: somebody asked for it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import invited, programme, waves, work
from survey.queries.programme import ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.queries.work import NewMail
from survey.services.closing.close import close_wave
from survey.services.programme import By, shift
from survey.services.upcoming import due_wave, half_open, next_wave
from survey.services.waves.opening import open_wave


def open_next(stores: Stores, *, early: bool, now: datetime) -> WaveFacts:
    """Open the next wave. Before its day only if that is asked for: it is then moved to today."""
    with stores.company.write() as session:
        plan = _plan(session)
        if still_open := waves.open_waves(session):
            raise NotPossible(f"wave {still_open[0].number} is open: close it first")
        coming = next_wave(session, plan)
        if coming is None:
            raise NotPossible("the programme has no further wave")
        if early and coming.opens_on > now.date():
            days = (now.date() - coming.opens_on).days
            shift(session, number=coming.number, days=days, by=By(None, now), is_exact=True)
        dates = due_wave(session, replace(plan, state="running"), now=now)
        if dates is None and early:
            raise NotPossible(f"wave {coming.number} cannot open today: the one before is less than a week old")
        if dates is None:
            raise NotPossible(f"wave {coming.number} opens on {coming.opens_on}: wait, or open it --early")
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
        wave = _open_wave(session)
        mails = [
            NewMail(f"reminder:{now.date()}:{one.id.hex()}", "reminder", now, invitation_id=one.id)
            for one in invited.invitations(session, wave.id)
        ]
        return work.put(session, mails)


def close_open(stores: Stores, *, early: bool, now: datetime) -> WaveFacts:
    """Close the wave that is open. Before its last day has ended only if that is asked for."""
    with stores.company.read() as session:
        wave = _open_wave(session)
    if wave.closes_at > now and not early:
        raise NotPossible(f"wave {wave.number} is open until {wave.last_day}: wait, or close it --early")
    close_wave(stores, wave.id, now=now)
    return wave


def _plan(session: Session) -> ProgrammeFacts:
    plan = programme.current_programme(session)
    if plan is None:
        raise NotPossible("no programme runs: `aloft programme create` begins one")
    return plan


def _open_wave(session: Session) -> WaveFacts:
    found = waves.open_waves(session)
    if not found:
        raise NotPossible("no wave is open")
    return found[0]
