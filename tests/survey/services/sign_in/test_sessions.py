"""A session runs until it is idle, old, ended here or elsewhere, or its account is closed."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.accounts import Account, WebSession
from survey.models.company.people import Person
from survey.queries import audit as log
from survey.queries import web_sessions
from survey.services.rights import Held, Role
from survey.services.sign_in import SignedIn, end_all_sessions, end_session, own_sessions, refresh, signed_in
from survey.services.tokens import hash_of
from tests.survey.company import NOW, SALES, add_account, add_company


@pytest.fixture
def ada(stores: Stores) -> int:
    add_company(stores)
    account = add_account(stores, "ada@meridian.example", "hr", "leader", unit=SALES)
    begin(stores, account, "laptop")
    return account


def begin(stores: Stores, account: int, token: str, *, now: datetime = NOW) -> None:
    with stores.company.write() as session:
        web_sessions.begin(session, token_hash=hash_of(token), account_id=account, now=now)


def who(stores: Stores, browser: str = "laptop", *, now: datetime = NOW) -> SignedIn | None:
    with stores.company.read() as session:
        return signed_in(session, token=browser, now=now)


def test_a_session_says_who_and_as_what(stores: Stores, ada: int) -> None:
    found = who(stores)

    assert found
    assert (found.account_id, found.name) == (ada, "ada@meridian.example")
    assert found.roles == (Held(Role.HR), Held(Role.LEADER, SALES))
    assert who(stores, "made up") is None


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("hours", "runs"), [(11.99, True), (12, False)])
def test_an_idle_session_ends_after_twelve_hours(stores: Stores, hours: float, *, runs: bool) -> None:
    assert bool(who(stores, now=NOW + timedelta(hours=hours))) is runs


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("hours", "runs"), [(14 * 24 - 1, True), (14 * 24, False)])
def test_no_session_outlives_fourteen_days(stores: Stores, hours: int, *, runs: bool) -> None:
    for hour in range(0, hours, 6):
        with stores.company.write() as session:
            refresh(session, session_hash=hash_of("laptop"), now=NOW + timedelta(hours=hour))

    assert bool(who(stores, now=NOW + timedelta(hours=hours))) is runs


def test_ending_one_session_leaves_the_others(stores: Stores, ada: int) -> None:
    begin(stores, ada, "phone", now=NOW + timedelta(minutes=1))
    with stores.company.write() as session:
        assert end_session(session, account_id=ada, session_hash=hash_of("laptop"), now=NOW)
        assert [one.token_hash for one in own_sessions(session, account_id=ada, now=NOW)] == [hash_of("phone")]

    assert who(stores) is None
    assert who(stores, "phone")


@pytest.mark.usefixtures("ada")
def test_nobody_ends_the_session_of_somebody_else(stores: Stores) -> None:
    other = add_account(stores, "bo@meridian.example", "employee")
    with stores.company.write() as session:
        assert not end_session(session, account_id=other, session_hash=hash_of("laptop"), now=NOW)

    assert who(stores)


def test_signing_out_everywhere_ends_all_and_is_in_the_log(stores: Stores, ada: int) -> None:
    begin(stores, ada, "phone")
    with stores.company.write() as session:
        assert end_all_sessions(session, account_id=ada, now=NOW, by=ada) == 2
        written = [(entry.action, entry.details) for entry in log.entries(session)]

    assert written == [("all sessions ended", {"account": ada, "sessions": 2})]
    assert who(stores) is None
    assert who(stores, "phone") is None


def test_closing_an_account_ends_what_runs(stores: Stores, ada: int) -> None:
    with stores.company.write() as session:
        session.get_one(Account, ada).closed_at = NOW

    assert who(stores) is None


def test_leaving_the_company_ends_what_runs(stores: Stores, ada: int) -> None:
    with stores.company.write() as session:
        person = Person(key="1", name="Ada", mail="x@y.example", level="lead", language="en", time_zone="UTC")
        session.add(person)
        session.flush()
        session.get_one(Account, ada).person_id = person.id
    assert who(stores)
    with stores.company.write() as session:
        session.scalars(select(Person)).one().left_on = date(2026, 11, 15)

    assert who(stores) is None


@pytest.mark.usefixtures("ada")
def test_what_is_over_is_forgotten(stores: Stores) -> None:
    with stores.company.write() as session:
        web_sessions.forget_ended(session, now=NOW + timedelta(hours=12))
        assert session.scalars(select(WebSession)).all() == []
