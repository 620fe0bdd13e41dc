"""All that the company store holds of one person, for them to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account, WebSession
from survey.models.company.people import Membership, Person
from survey.models.company.waves import Invitation, RosterEntry, Wave, WaveUnit
from survey.queries.accounts import roles_of
from survey.queries.provider_links import links_of


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The row of the person themselves."""

    id: int
    key: str
    name: str
    mail: str | None
    level: str
    language: str
    country: str
    time_zone: str
    hired_on: date | None
    left_on: date | None
    wants_reminders: bool
    mail_fault: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in a unit; the last day is no longer part of it."""

    unit: int
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A wave on whose roster the person stands: as what, and whether their invitation still lies there."""

    wave: int
    opens_on: date
    unit: str
    tenure: str
    level: str
    is_invited: bool


@dataclass(frozen=True, slots=True)
class AccountFacts:
    number: int
    roles: tuple[str, ...]
    closed_at: datetime | None
    seen_at: tuple[datetime, ...]
    at_provider: tuple[tuple[str, str], ...]
    """Issuer and subject."""


def person_facts(session: Session, key: str) -> PersonFacts | None:
    columns = [getattr(Person, name) for name in PersonFacts.__dataclass_fields__]
    row = session.execute(select(*columns).where(Person.key == key)).one_or_none()
    return None if row is None else PersonFacts(*row)


def spells(session: Session, person: int) -> list[Spell]:
    rows = session.execute(
        select(Membership.unit_id, Membership.from_on, Membership.until_on)
        .where(Membership.person_id == person)
        .order_by(Membership.from_on)
    )
    return [Spell(*row) for row in rows]


def waves_of_person(session: Session, person: int) -> list[Listed]:
    of_unit = (WaveUnit.wave_id == RosterEntry.wave_id) & (WaveUnit.unit_id == RosterEntry.unit_id)
    of_person = (Invitation.wave_id == RosterEntry.wave_id) & (Invitation.person_id == RosterEntry.person_id)
    rows = session.execute(
        select(
            Wave.number,
            Wave.opens_on,
            WaveUnit.name,
            RosterEntry.tenure,
            RosterEntry.level,
            Invitation.id.is_not(None),
        )
        .select_from(RosterEntry)
        .join(Wave, Wave.id == RosterEntry.wave_id)
        .join(WaveUnit, of_unit)
        .outerjoin(Invitation, of_person)
        .where(RosterEntry.person_id == person)
        .order_by(Wave.opens_on)
    )
    return [Listed(*row) for row in rows]


def accounts_facts(session: Session, numbers: Sequence[int]) -> list[AccountFacts]:
    rows = session.execute(select(Account.id, Account.closed_at).where(Account.id.in_(numbers)).order_by(Account.id))
    return [
        AccountFacts(number, _roles(session, number), closed, _seen(session, number), links_of(session, number))
        for number, closed in rows
    ]


def _roles(session: Session, account: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for role, _ in roles_of(session, account)))


def _seen(session: Session, account: int) -> tuple[datetime, ...]:
    wanted = select(WebSession.seen_at).where(WebSession.account_id == account, WebSession.ended_at.is_(None))
    return tuple(session.scalars(wanted.order_by(WebSession.seen_at)))
