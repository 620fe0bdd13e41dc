"""Who belongs where on a day, and the tree."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from survey.models.company.people import Company, Membership, Person, Unit


@dataclass(frozen=True, slots=True)
class Belonging:
    """One person who works here on the day that was asked about."""

    person: int
    unit: int
    since: date
    hired_on: date | None
    level: str
    has_mail: bool
    language: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of the tree; the root's parent is None."""

    parent: int | None
    name: str


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    name: str
    language: str
    time_zone: str
    contact: str


_COMPANY = select(Company.name, Company.language, Company.time_zone, Company.contact)
"""Made once, as nearly every page asks it."""


def company(session: Session) -> CompanyFacts | None:
    row = session.execute(_COMPANY).one_or_none()
    return None if row is None else CompanyFacts(*row)


def belonging_on(session: Session, day: date) -> list[Belonging]:
    """Everybody who is in a unit on this day and has not left, by person."""
    rows = session.execute(
        select(
            Person.id,
            Membership.unit_id,
            Membership.from_on,
            Person.hired_on,
            Person.level,
            Person.mail,
            Person.mail_fault,
            Person.language,
            Person.time_zone,
        )
        .join(Membership, Membership.person_id == Person.id)
        .where(*_belongs(day))
        .order_by(Person.id)
    )
    return [
        Belonging(person, unit, since, hired_on, level, bool(mail and not mail_fault), language, zone)
        for person, unit, since, hired_on, level, mail, mail_fault, language, zone in rows
    ]


def unit_on(session: Session, person: int, day: date) -> int | None:
    """Where somebody works on this day."""
    found = select(Membership.unit_id).join(Person, Person.id == Membership.person_id)
    return session.scalar(found.where(Person.id == person, *_belongs(day)))


def n_belonging_on(session: Session, day: date) -> int:
    """How many that are."""
    found = select(func.count()).select_from(Person).join(Membership, Membership.person_id == Person.id)
    return session.scalars(found.where(*_belongs(day))).one()


def countries_on(session: Session, day: date) -> list[str]:
    """Countries of everybody who works here on this day, as far as they are known, in the order of the alphabet."""
    works_here = or_(Person.left_on.is_(None), Person.left_on > day)
    rows = select(Person.country).where(Person.country != "", works_here).distinct().order_by(Person.country)
    return list(session.scalars(rows))


def zones_on(session: Session, day: date) -> set[str]:
    """Time zones of everybody who works here on this day."""
    return set(session.scalars(select(Person.time_zone).where(or_(Person.left_on.is_(None), Person.left_on > day))))


def live_tree(session: Session, day: date) -> dict[int, Node]:
    """Units that exist on this day."""
    rows = session.execute(
        select(Unit.id, Unit.parent_id, Unit.name)
        .where(Unit.added_on <= day, or_(Unit.ended_on.is_(None), Unit.ended_on > day))
        .order_by(Unit.id)
    )
    return {unit: Node(parent, name) for unit, parent, name in rows}


def whole_tree(session: Session) -> dict[int, Node]:
    """Every unit that ever existed, each under its last parent."""
    rows = session.execute(select(Unit.id, Unit.parent_id, Unit.name).order_by(Unit.id))
    return {unit: Node(parent, name) for unit, parent, name in rows}


def path_upwards(tree: Mapping[int, Node], unit: int) -> list[int]:
    """The unit, its parent, and so on to the root."""
    path = [unit]
    while (parent := tree[path[-1]].parent) is not None:
        path.append(parent)
    return path


def _belongs(day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Membership.from_on <= day,
        or_(Membership.until_on.is_(None), Membership.until_on > day),
        or_(Person.left_on.is_(None), Person.left_on > day),
    )
