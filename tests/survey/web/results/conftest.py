"""A company of which two waves are published, and somebody who reads."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from survey.db import Stores
from survey.models.company.accounts import Account, AccountRole
from survey.models.company.people import Membership, Person
from tests.survey.company import NORTH, SALES, add_account
from tests.survey.releases import alarm, publish_rows
from tests.survey.web.programme.scenes import Scene, begin
from tests.survey.web.visitor import Visitor


@pytest.fixture
def scene(stores: Stores, app: Flask) -> Scene:
    assert app  # which has put the company there
    made = begin(stores)
    first = made.wave(1, "closed", date(2026, 10, 5), answered=60)
    second = made.wave(2, "closed", date(2026, 11, 2), answered=60)
    publish_rows(stores, first.id)
    publish_rows(stores, second.id, told=[alarm(SALES, told_in=2), alarm(SALES, list="watch", told_in=2)])
    return made


@pytest.fixture
def reads_as(stores: Stores, app: Flask) -> Callable[..., Visitor]:
    def become(role: str, *, language: str = "en") -> Visitor:
        account = add_account(stores, f"{role}{language}@meridian.example", role, unit=SALES)
        with stores.company.write() as session:
            session.get_one(Account, account).language = language
        visitor = Visitor.of(app)
        visitor.become(account, f"{role}{language}")
        return visitor

    return become


@pytest.fixture
def somebody_of_north(stores: Stores, app: Flask, scene: Scene) -> Visitor:
    with stores.company.write() as session:
        account = Account(person_id=scene.people[0], mail=None, language="en")
        session.add(account)
        session.flush()
        session.add(AccountRole(account_id=account.id, role="employee"))
        person = session.get_one(Person, scene.people[0])
        place = session.query(Membership).filter_by(person_id=person.id).one()
        place.unit_id = NORTH
        number = account.id
    visitor = Visitor.of(app)
    visitor.become(number, "north")
    return visitor
