"""What somebody asks for on a page: one transaction says that it shall be, and the worker does it."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.queries import invited, programme, waves, work
from survey.queries.programme import ProgrammeFacts
from survey.queries.waves import WaveFacts
from survey.queries.work import NewMail
from survey.scheduling.dates import WaveDates
from survey.services import audit
from survey.services.moving import moved
from survey.services.programme import By, move
from survey.services.schedule import today
from survey.services.upcoming import closing_job, next_wave, opening_job


def could_open(session: Session, *, now: datetime) -> WaveDates:
    """The wave that can be opened today, as it would be; raises NotPossible where none can. Nothing is written."""
    plan = running_plan(session)
    if plan.state != "running":
        raise NotPossible("the programme is paused: let it run again first")
    coming, day = coming_wave(session, plan), today(plan, now)
    if coming.opens_on <= day:
        return coming
    return moved(session, plan, number=coming.number, to=day, today=day, is_exact=True)[1]


def open_soon(session: Session, *, by: By) -> WaveDates:
    """Let the next wave open today: it is moved to today, and a worker opens it."""
    wanted = could_open(session, now=by.now)
    plan = running_plan(session)
    if coming_wave(session, plan) != wanted:
        move(session, number=wanted.number, to=wanted.opens_on, by=by, is_exact=True)
    work.put(session, [opening_job(plan, wanted, by.now)])
    return wanted


def close_soon(session: Session, *, number: int, by: By) -> None:
    """End the wave now: from here on nobody can answer, and a worker counts."""
    wave = the_open_wave(session, number=number)
    if wave.state == "closing":
        raise NotPossible(f"wave {number} is being closed: nobody can answer any more")
    waves.set_state(session, wave.id, "closing")
    work.put(session, [closing_job(wave, by.now)])
    details: dict[str, audit.Detail] = {"wave": number, "planned": wave.last_day.isoformat()}
    audit.record(session, action=audit.Action.WAVE_ENDED_EARLY, account_id=by.account, details=details, now=by.now)


def remind(session: Session, *, by: By, number: int | None = None) -> int:
    """Lay out a reminder for everybody who is asked, due now, unless there is one of today; how many."""
    wave = the_open_wave(session, number=number)
    if wave.state == "closing":
        raise NotPossible(f"wave {wave.number} is being closed: nobody can answer any more")
    mails = [
        NewMail(f"reminder:{by.now.date()}:{one.id.hex()}", "reminder", by.now, invitation_id=one.id)
        for one in invited.invitations(session, wave.id)
    ]
    n_new = work.put(session, mails)
    details = {"wave": wave.number, "mails": n_new}
    audit.record(session, action=audit.Action.REMINDERS_ASKED_FOR, account_id=by.account, details=details, now=by.now)
    return n_new


def running_plan(session: Session) -> ProgrammeFacts:
    plan = programme.current_programme(session)
    if plan is None:
        raise NotPossible("no programme runs: `aloft programme create` begins one")
    return plan


def coming_wave(session: Session, plan: ProgrammeFacts) -> WaveDates:
    """The next wave, while no other is open."""
    if still_open := waves.open_waves(session):
        raise NotPossible(f"wave {still_open[0].number} is open: close it first")
    coming = next_wave(session, plan)
    if coming is None:
        raise NotPossible("the programme has no further wave")
    return coming


def the_open_wave(session: Session, *, number: int | None = None) -> WaveFacts:
    """The wave that is open, or being closed; if a number is given, it has to be that one."""
    found = waves.open_waves(session)
    if not found:
        raise NotPossible("no wave is open")
    if number not in (None, found[0].number):
        raise NotPossible(f"wave {number} is not open; wave {found[0].number} is")
    return found[0]
