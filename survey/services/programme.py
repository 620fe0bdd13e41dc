"""A programme is created, paused, shifted, ended; k is raised, never lowered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from survey.errors import NoProgramme, NotPossible
from survey.queries import people, programme, waves
from survey.queries.programme import ProgrammeFacts
from survey.scheduling.dates import Change, End, Pause, WaveDates, named_day
from survey.scheduling.plan import Plan
from survey.services import audit, questions
from survey.services.moving import moved
from survey.services.schedule import calendar, decided, details_of, plan_of, today
from survey.services.smallest import SMALLEST_COMPANY

FOR_EVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class By:
    """Who decided, and when; None for the command line."""

    account: int | None
    now: datetime


def create_programme(session: Session, plan: Plan, *, questionnaire: str, with_module: bool, by: By) -> int:
    """Start a programme with this plan and the text of this questionnaire's file."""
    if programme.current_programme(session) is not None:
        raise NotPossible("a programme runs already: end it before another begins")
    n_people = len(people.belonging_on(session, plan.starts_on))
    if n_people < SMALLEST_COMPANY:
        raise NotPossible(f"got {n_people} people on {plan.starts_on}; wanted {SMALLEST_COMPANY}: import them first")
    if plan.k < (before := programme.highest_k(session)):
        raise NotPossible(f"got k = {plan.k}; wanted {before} or more: answers were given under that")
    code = questions.read(questionnaire).code
    if not programme.keep_questionnaire(session, code=code, file=questionnaire, now=by.now):
        raise NotPossible(f"questionnaire {code} was changed since it was first used: give it a new version")
    made = programme.add_programme(
        session,
        rule=plan.rule,
        starts_on=plan.starts_on,
        hour=plan.hour,
        open_days=plan.open_days,
        reminder_days=list(plan.reminder_days),
        countries=list(plan.countries),
        home_zone=plan.home_zone,
        sample_share=plan.sample_share,
        epoch_months=plan.epoch_months,
        k=plan.k,
        questionnaire=code,
        with_module=with_module,
    )
    _record(session, audit.Action.PROGRAMME_CREATED, by, {"programme": made, "k": plan.k, "rule": plan.rule})
    return made


def pause(session: Session, *, by: By) -> None:
    """No wave opens until it is resumed; an open one runs to its end."""
    facts = _current(session, "running")
    day = by.now.date()
    # What has opened stays what it was: a wave that the pause took away would give its number to the next one.
    if opened := waves.last_number(session, facts.id):
        day = max(day, _named_day(session, facts, opened) + timedelta(days=1))
    _decide(session, facts, Pause(day, FOR_EVER), by)
    programme.set_state(session, facts.id, "paused")


def resume(session: Session, *, by: By) -> None:
    """The next wave opens as the rule says."""
    facts = _current(session, "paused")
    programme.end_pause(session, facts.id, by.now.date())
    programme.set_state(session, facts.id, "running")
    _record(session, audit.Action.PROGRAMME_CHANGED, by, {"programme": facts.id, "change": "resume"})


def shift(session: Session, *, number: int, days: int, by: By) -> None:
    """Move the opening of a wave that has not opened, by so many days from where it stands."""
    facts = _current(session, "running")
    move(session, number=number, to=_coming(session, facts, number).opens_on + timedelta(days=days), by=by)


def move(session: Session, *, number: int, to: date, by: By, is_exact: bool = False) -> WaveDates:
    """Let a wave that has not opened open on this day, or on the first working day after it.

    A day that is meant exactly is taken as it is: whoever asks for today, and today is a Sunday, shall have it.
    """
    facts = _current(session, "running")
    _coming(session, facts, number)
    change, coming = moved(session, facts, number=number, to=to, today=today(facts, by.now), is_exact=is_exact)
    _decide(session, facts, change, by)
    return coming


def end(session: Session, *, by: By) -> None:
    """No further wave opens; an open one runs to its end."""
    facts = _current(session, "running", "paused")
    _decide(session, facts, End(by.now.date()), by)
    programme.set_state(session, facts.id, "ended")


def check_raise(session: Session, k: int) -> ProgrammeFacts:
    """The programme whose k can be raised to this; raises NotPossible."""
    facts = _current(session, "running", "paused")
    if k <= facts.k:
        raise NotPossible(f"got k = {k}; wanted more than {facts.k}: it is raised, never lowered")
    return facts


def raise_k(session: Session, *, k: int, by: By) -> None:
    facts = check_raise(session, k)
    programme.raise_k(session, facts.id, k)
    _record(session, audit.Action.PROGRAMME_CHANGED, by, {"programme": facts.id, "k": k})


def _current(session: Session, *states: str) -> ProgrammeFacts:
    facts = programme.current_programme(session)
    if facts is None or facts.state not in states:
        raise NoProgramme(states)
    return facts


def _coming(session: Session, facts: ProgrammeFacts, number: int) -> WaveDates:
    if waves.wave_numbered(session, programme=facts.id, number=number) is not None:
        raise NotPossible(f"wave {number} has opened: it can be closed, but not moved")
    found = calendar(session, facts, first=number) if number > 0 else []
    if not found:
        raise NotPossible(f"the programme has no wave {number}")
    return found[0]


def _named_day(session: Session, facts: ProgrammeFacts, number: int) -> date:
    return named_day(plan_of(facts), decided(session, facts), number=number)


def _decide(session: Session, facts: ProgrammeFacts, change: Change, by: By) -> None:
    kind, details = details_of(change)
    programme.add_change(session, programme=facts.id, kind=kind, details=details, now=by.now)
    _record(session, audit.Action.PROGRAMME_CHANGED, by, {"programme": facts.id, "change": kind, **details})


def _record(session: Session, action: audit.Action, by: By, details: dict[str, audit.Detail]) -> None:
    audit.record(session, action=action, account_id=by.account, details=details, now=by.now)
