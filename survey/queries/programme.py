"""The programme, what was changed in it, and its epochs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from survey.models.company.programme import Epoch, Programme, ProgrammeChange, QuestionnaireVersion
from survey.models.company.waves import Wave


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    id: int
    state: str
    rule: str
    starts_on: date
    hour: time
    open_days: int
    reminder_days: tuple[int, ...]
    countries: tuple[str, ...]
    home_zone: str
    sample_share: float
    epoch_months: int
    k: int
    questionnaire: str
    with_module: bool


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    kind: str
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EpochFacts:
    id: int
    programme: int
    number: int
    begun_on: date
    closed_at: datetime | None


# Made once, as a page of results takes longer to put such statements together than to ask them.
_CURRENT = select(Programme).where(Programme.state != "ended")
_LARGEST_K = select(func.max(Programme.k))
_CHANGES = (
    select(ProgrammeChange.kind, ProgrammeChange.details)
    .where(ProgrammeChange.programme_id == bindparam("programme"))
    .order_by(ProgrammeChange.id)
)


def current_programme(session: Session) -> ProgrammeFacts | None:
    """The one that runs or is paused."""
    row = session.scalar(_CURRENT)
    return None if row is None else _facts(row)


def last_programme(session: Session) -> ProgrammeFacts | None:
    """The one that runs or is paused, or else the last one that ended."""
    row = session.scalar(select(Programme).order_by(Programme.id.desc()).limit(1))
    return None if row is None else _facts(row)


def largest_k(session: Session) -> int:
    """The smallest group of the strictest programme there ever was; 0 before the first."""
    return session.scalar(_LARGEST_K) or 0


def programme(session: Session, number: int) -> ProgrammeFacts:
    return _facts(session.get_one(Programme, number))


def add_programme(session: Session, **columns: Any) -> int:
    row = Programme(state="running", **columns)
    session.add(row)
    session.flush()
    return row.id


def set_state(session: Session, programme: int, state: str) -> None:
    session.execute(update(Programme).where(Programme.id == programme).values(state=state))


def raise_k(session: Session, programme: int, k: int) -> bool:
    """False if it is not above the one that holds: k is never lowered."""
    raised = session.execute(
        update(Programme).where(Programme.id == programme, Programme.k < k).values(k=k).returning(Programme.id)
    )
    return raised.first() is not None


def highest_k(session: Session) -> int:
    """Under which answers were ever given; 0 if none were."""
    return max(session.scalars(select(Programme.k)), default=0)


def add_change(session: Session, *, programme: int, kind: str, details: dict[str, Any], now: datetime) -> None:
    session.add(ProgrammeChange(programme_id=programme, kind=kind, details=details, decided_at=now))
    session.flush()


def changes(session: Session, programme: int) -> list[ChangeFacts]:
    rows = session.execute(_CHANGES, {"programme": programme})
    return [ChangeFacts(kind, details) for kind, details in rows]


def end_pause(session: Session, programme: int, day: date) -> None:
    """Let the pause that has no end yet stop on this day."""
    last = session.scalars(
        select(ProgrammeChange)
        .where(ProgrammeChange.programme_id == programme, ProgrammeChange.kind == "pause")
        .order_by(ProgrammeChange.id.desc())
        .limit(1)
    ).one()
    last.details = {**last.details, "until_on": day.isoformat()}
    session.flush()


def keep_questionnaire(session: Session, *, code: str, file: str, now: datetime) -> bool:
    """Keep the file under its code. False if the code is taken by another file."""
    kept = session.scalar(select(QuestionnaireVersion.file).where(QuestionnaireVersion.code == code))
    if kept is None:
        session.execute(insert(QuestionnaireVersion).values(code=code, file=file, added_at=now))
    return kept in (None, file)


def questionnaire_file(session: Session, code: str) -> str:
    return session.scalars(select(QuestionnaireVersion.file).where(QuestionnaireVersion.code == code)).one()


def files_of_wave(session: Session, wave: int) -> list[str]:
    """The one questionnaire that was asked in this wave, by its id."""
    of_wave = QuestionnaireVersion.code == Wave.questionnaire
    return list(session.scalars(select(QuestionnaireVersion.file).join(Wave, of_wave).where(Wave.id == wave)))


def epoch(session: Session, *, programme: int, number: int) -> EpochFacts | None:
    row = session.scalar(select(Epoch).where(Epoch.programme_id == programme, Epoch.number == number))
    return None if row is None else _epoch(row)


def epoch_by_id(session: Session, number: int) -> EpochFacts:
    return _epoch(session.get_one(Epoch, number))


def last_epoch(session: Session, programme: int) -> EpochFacts | None:
    row = session.scalar(select(Epoch).where(Epoch.programme_id == programme).order_by(Epoch.number.desc()).limit(1))
    return None if row is None else _epoch(row)


def epoch_numbers(session: Session, epochs: Collection[int]) -> list[tuple[int, int]]:
    """Each of these epochs, by its id, with its number."""
    found = select(Epoch.id, Epoch.number).where(Epoch.id.in_(epochs))
    return [(epoch, number) for epoch, number in session.execute(found)]


def running_epochs(session: Session) -> list[EpochFacts]:
    """Of any programme; more than one only for as long as it takes to end the older."""
    return [_epoch(row) for row in session.scalars(select(Epoch).where(Epoch.closed_at.is_(None)).order_by(Epoch.id))]


def add_epoch(session: Session, *, programme: int, number: int, begun_on: date) -> EpochFacts:
    row = Epoch(programme_id=programme, number=number, begun_on=begun_on)
    session.add(row)
    session.flush()
    return _epoch(row)


def _epoch(row: Epoch) -> EpochFacts:
    return EpochFacts(row.id, row.programme_id, row.number, row.begun_on, row.closed_at)


def _facts(row: Programme) -> ProgrammeFacts:
    return ProgrammeFacts(
        row.id,
        row.state,
        row.rule,
        row.starts_on,
        row.hour,
        row.open_days,
        tuple(row.reminder_days),
        tuple(row.countries),
        row.home_zone,
        row.sample_share,
        row.epoch_months,
        row.k,
        row.questionnaire,
        row.with_module,
    )
