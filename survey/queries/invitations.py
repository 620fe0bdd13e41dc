"""What an open link leads to, in one look at the company store."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from survey.models.company.people import Company, Person
from survey.models.company.programme import Programme
from survey.models.company.waves import Invitation, RosterEntry, Wave


@dataclass(frozen=True, slots=True)
class Opened:
    """An invitation to a wave that is open."""

    wave: int
    programme: int
    epoch: int
    number: int
    opens_on: date
    last_day: date
    closes_at: datetime
    k: int
    questionnaire: str
    with_module: bool
    person: int
    language: str
    company: str
    unit: int
    answer_unit: int
    tenure: str
    level: str


COLUMNS: tuple[Any, ...] = (
    Wave.id,
    Wave.programme_id,
    Wave.epoch_id,
    Wave.number,
    Wave.opens_on,
    Wave.last_day,
    Wave.closes_at,
    Wave.k,
    Wave.questionnaire,
    Programme.with_module,
    Person.id,
    Person.language,
    Company.name,
    RosterEntry.unit_id,
    RosterEntry.answer_unit_id,
    RosterEntry.tenure,
    RosterEntry.level,
)


def opened(session: Session, token_hash: bytes, *, now: datetime) -> Opened | None:
    """None for whatever is not an invitation to a wave that is open now."""
    row = session.connection().execute(_behind_link(), {"token_hash": token_hash, "now": now}).one_or_none()
    return None if row is None else Opened(*row)


@cache
def _behind_link() -> Select[Any]:
    """Put together once: it is long, and asked with every visit."""
    now = bindparam("now", type_=Wave.opens_at.type)
    is_open = (Wave.state == "open", Wave.opens_at <= now, Wave.closes_at > now)
    return _joined().where(Invitation.token_hash == bindparam("token_hash"), *is_open)


@dataclass(frozen=True, slots=True)
class Addressed:
    """An invitation with where its mails go."""

    opened: Opened
    mail: str
    wants_reminders: bool


def addressed(session: Session, invitation: bytes, *, now: datetime) -> Addressed | None:
    """None for an invitation that is gone, whose wave is over, or that no mail can reach."""
    row = session.execute(
        _joined()
        .add_columns(Person.mail, Person.wants_reminders)
        .where(Invitation.id == invitation, Wave.state == "open", Wave.closes_at > now, Person.mail_fault == "")
    ).one_or_none()
    if row is None or not row[-2]:
        return None
    return Addressed(Opened(*row[:-2]), row[-2], row[-1])


def all_opened(session: Session, wave: int) -> list[Opened]:
    """Every invitation to a wave, by person."""
    rows = session.execute(_joined().where(Invitation.wave_id == wave).order_by(Invitation.person_id))
    return [Opened(*row) for row in rows]


def asked_by_group(session: Session, wave: int) -> dict[tuple[int, str, str], int]:
    """How many people are on the roster by unit, tenure band and level."""
    rows = session.execute(
        select(RosterEntry.unit_id, RosterEntry.tenure, RosterEntry.level, func.count())
        .where(RosterEntry.wave_id == wave)
        .group_by(RosterEntry.unit_id, RosterEntry.tenure, RosterEntry.level)
    )
    return {(unit, tenure, level): count for unit, tenure, level, count in rows}


def _joined() -> Select[Any]:
    of_roster = (RosterEntry.wave_id == Invitation.wave_id) & (RosterEntry.person_id == Invitation.person_id)
    return (
        select(*COLUMNS)
        .select_from(Invitation)
        .join(Wave, Wave.id == Invitation.wave_id)
        .join(Programme, Programme.id == Wave.programme_id)
        .join(Person, Person.id == Invitation.person_id)
        .join(RosterEntry, of_roster)
        .join(Company, Company.id == 1)
    )
