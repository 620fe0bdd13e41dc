"""A small company to act in: two divisions, a team, and people."""

from datetime import UTC, date, datetime

from survey.db import Stores
from survey.models.company.accounts import Account, AccountRole
from survey.models.company.people import Company, Person, Unit

NOW = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
MERIDIAN, SALES, NORTH, DELIVERY = 1, 2, 3, 4
PARENTS = {MERIDIAN: None, SALES: MERIDIAN, NORTH: SALES, DELIVERY: MERIDIAN}
NAMES = {MERIDIAN: "Meridian", SALES: "Sales", NORTH: "North", DELIVERY: "Delivery"}


def add_company(stores: Stores) -> None:
    with stores.company.write() as session:
        session.add(
            Company(id=1, name="Meridian", language="en", time_zone="Europe/Stockholm", contact="hr@meridian.example")
        )
        for number, name in NAMES.items():
            session.add(Unit(id=number, parent_id=PARENTS[number], name=name, added_on=date(2020, 1, 1)))
            session.flush()


def add_person(stores: Stores, mail: str, *, left_on: date | None = None) -> int:
    with stores.company.write() as session:
        added = Person(
            key=mail,
            name=mail.partition("@")[0].title(),
            mail=mail,
            level="front_line",
            language="de",
            time_zone="UTC",
            left_on=left_on,
        )
        session.add(added)
        session.flush()
        return added.id


def add_account(stores: Stores, mail: str, *roles: str, unit: int | None = None, closed: bool = False) -> int:
    with stores.company.write() as session:
        added = Account(mail=mail, person_id=None, language="en", closed_at=NOW if closed else None)
        session.add(added)
        session.flush()
        for role in roles:
            unit_id = unit if role == "leader" else None
            session.add(AccountRole(account_id=added.id, role=role, unit_id=unit_id))
        return added.id
