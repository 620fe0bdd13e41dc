"""Accounts are opened, closed and given roles; what is done is in the log, by number."""

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.accounts import Account
from survey.queries import accounts as known
from survey.queries import audit as log
from survey.queries import web_sessions
from survey.queries.unit_path import unit_name
from survey.services import accounts
from survey.services.rights import Held, Role
from survey.services.tokens import hash_of
from tests.survey.company import NORTH, NOW, SALES, add_account, add_company, add_person

ADA = "ada@meridian.example"


def logged(stores: Stores) -> list[tuple[str, dict[str, object]]]:
    with stores.company.read() as session:
        return [(entry.action, entry.details) for entry in log.entries(session)]


def test_what_is_done_is_in_the_log_without_an_address(stores: Stores) -> None:
    add_company(stores)
    with stores.company.write() as session:
        accounts.open_account(session, address=ADA, held=Held(Role.LEADER, SALES), now=NOW)

    assert logged(stores) == [
        ("account opened", {"account": 1}),
        ("role given", {"account": 1, "role": "leader", "unit": SALES}),
    ]


def test_an_account_for_somebody_in_the_people_file_is_theirs(stores: Stores) -> None:
    person = add_person(stores, ADA)
    with stores.company.write() as session:
        accounts.open_account(session, address=ADA, held=Held(Role.HR), now=NOW)
        opened = session.scalars(select(Account)).one()
        assert (opened.person_id, opened.mail, opened.language) == (person, None, "de")
        assert known.roles_of(session, opened.id) == (("employee", None), ("hr", None))


def test_closing_ends_what_runs(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr")
    with stores.company.write() as session:
        web_sessions.begin(session, token_hash=hash_of("one"), account_id=account, now=NOW)
        accounts.close_account(session, address=ADA, now=NOW)
        assert web_sessions.running_sessions(session, account, now=NOW) == ()

    assert [action for action, _ in logged(stores)] == ["all sessions ended", "account closed"]


def test_a_role_that_is_there_is_not_given_twice(stores: Stores) -> None:
    add_account(stores, ADA, "hr")
    with stores.company.write() as session:
        assert not accounts.give_role(session, address=ADA, held=Held(Role.HR), now=NOW)
        assert accounts.give_role(session, address=ADA, held=Held(Role.CEO), now=NOW)
        assert accounts.take_role(session, address=ADA, held=Held(Role.HR), now=NOW)
        assert not accounts.take_role(session, address=ADA, held=Held(Role.HR), now=NOW)

    assert [action for action, _ in logged(stores)] == ["role given", "role taken"]


def test_a_unit_is_found_by_its_path_and_named_by_it(stores: Stores) -> None:
    add_company(stores)
    with stores.company.read() as session:
        assert accounts.role_in(session, Role.LEADER, "Meridian/Sales/North") == Held(Role.LEADER, NORTH)
        assert unit_name(session, NORTH) == "Meridian/Sales/North"
        for wrong in ("Meridian/North", "Sales", "", "Meridian/Sales/North/"):
            with pytest.raises(accounts.WrongUnit, match="wanted the path of a unit there is"):
                accounts.role_in(session, Role.LEADER, wrong)


def test_employees_are_not_listed(stores: Stores) -> None:
    add_account(stores, "bo@meridian.example", "employee")
    add_account(stores, ADA, "hr", "employee")
    with stores.company.read() as session:
        assert [one.address for one in known.accounts_with_power(session)] == [ADA]
