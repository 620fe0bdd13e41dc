"""People and units as an import finds and changes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from survey.models.company.people import Company, Membership, Person, Unit
from survey.queries.many import insert_many


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A stored person with the unit they are in, or were in last."""

    id: int
    key: str
    name: str
    mail: str | None
    unit: int | None
    level: str
    country: str
    language: str
    time_zone: str
    hired_on: date | None
    left_on: date | None


def hold_people(session: Session) -> None:
    """Let nobody else import or erase people until this transaction ends; on SQLite a writer is alone anyway."""
    session.execute(select(Company.id).with_for_update())


def everybody(session: Session) -> list[StaffRow]:
    last = (
        select(Membership.person_id, func.max(Membership.from_on).label("from_on"))
        .group_by(Membership.person_id)
        .subquery()
    )
    columns: tuple[Any, ...] = (
        Person.id,
        Person.key,
        Person.name,
        Person.mail,
        Membership.unit_id,
        Person.level,
        Person.country,
        Person.language,
        Person.time_zone,
        Person.hired_on,
        Person.left_on,
    )
    rows = session.execute(
        select(*columns)
        .outerjoin(last, last.c.person_id == Person.id)
        .outerjoin(Membership, (Membership.person_id == Person.id) & (Membership.from_on == last.c.from_on))
        .order_by(Person.id)
    )
    return [StaffRow(*row) for row in rows]


def count_by_mail(session: Session, on: date) -> tuple[int, int, int]:
    """People who have not left: those a mail can reach, those without an address, those whose address was refused."""
    has_no_mail = func.coalesce(Person.mail, "") == ""
    groups = (~has_no_mail & (Person.mail_fault == ""), has_no_mail, ~has_no_mail & (Person.mail_fault != ""))
    here = or_(Person.left_on.is_(None), Person.left_on > on)
    counted = select(*(func.count().filter(group) for group in groups)).select_from(Person).where(here)
    counts = session.execute(counted).one()
    return counts[0], counts[1], counts[2]


def add_people(session: Session, rows: list[dict[str, Any]]) -> None:
    insert_many(session, Person, rows)


def ids_of(session: Session, keys: Iterable[str]) -> dict[str, int]:
    wanted = set(keys)
    rows = session.execute(select(Person.key, Person.id))
    return {key: number for key, number in rows if key in wanted}


def change_person(session: Session, person: int, **columns: Any) -> None:
    session.execute(update(Person).where(Person.id == person).values(**columns))


def add_memberships(session: Session, rows: list[dict[str, Any]]) -> None:
    insert_many(session, Membership, rows)


def put_into(session: Session, person: int, *, unit: int, on: date) -> None:
    """From this day on in this unit; what began on the same day or later is replaced."""
    end_membership(session, person, on=on)
    session.execute(insert(Membership).values(person_id=person, unit_id=unit, from_on=on))


def end_membership(session: Session, person: int, *, on: date) -> None:
    """In no unit from this day on."""
    session.execute(delete(Membership).where(Membership.person_id == person, Membership.from_on >= on))
    session.execute(
        update(Membership)
        .where(Membership.person_id == person, or_(Membership.until_on.is_(None), Membership.until_on > on))
        .values(until_on=on)
    )


def add_unit(session: Session, *, parent: int | None, name: str, on: date) -> int:
    unit = Unit(parent_id=parent, name=name, added_on=on)
    session.add(unit)
    session.flush()
    return unit.id


def end_unit(session: Session, unit: int, *, on: date) -> None:
    session.execute(update(Unit).where(Unit.id == unit).values(ended_on=on))


def people_columns(session: Session) -> Mapping[str, str]:
    """The mapping of columns, ours = theirs, that was used last."""
    return session.scalar(select(Company.people_columns)) or {}


def keep_people_columns(session: Session, columns: Mapping[str, str]) -> None:
    session.execute(update(Company).values(people_columns=dict(columns)))
