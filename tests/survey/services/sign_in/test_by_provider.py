"""An account goes to the provider's name for a person, by a verified address once, and to nobody else after that."""

from datetime import date

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.accounts import Account, AccountRole, ProviderLink, WebSession
from survey.models.company.people import Person
from survey.services.accounts import unlink_account
from survey.services.people.personal_data import erase
from survey.services.provider import Claimed
from survey.services.rights import Role
from survey.services.sign_in import Refusal
from tests.survey.company import NOW, add_account, add_company, add_person
from tests.survey.services.sign_in.coming import ADA, BO, ELSEWHERE, come, logged


@pytest.fixture(autouse=True)
def _company(stores: Stores) -> None:
    add_company(stores)


def test_a_verified_address_leads_to_its_account(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr")

    assert come(stores) == account
    assert logged(stores) == [("signed in", {})]


def test_a_person_gets_an_account_and_is_in_no_log(stores: Stores) -> None:
    person = add_person(stores, "Ada@Meridian.example")
    account = come(stores)

    with stores.company.read() as session:
        assert session.get_one(Account, account).person_id == person
        assert session.scalars(select(AccountRole.role)).all() == ["employee"]
    assert logged(stores) == []


def test_an_address_that_is_not_verified_opens_nothing(stores: Stores) -> None:
    add_account(stores, ADA, "admin")

    assert come(stores, address=None) is Refusal.NO_ADDRESS
    with stores.company.read() as session:
        assert not session.scalars(select(ProviderLink)).all()
        assert not session.scalars(select(WebSession)).all()


def test_an_unknown_address_opens_nothing_whatever_its_claims(stores: Stores) -> None:
    claimed = Claimed(frozenset({Role.ADMIN}), frozenset({Role.ADMIN}))

    assert come(stores, claimed=claimed) is Refusal.UNKNOWN
    with stores.company.read() as session:
        assert not session.scalars(select(Account)).all()


def test_a_new_address_at_the_provider_opens_the_account_of_before(stores: Stores) -> None:
    ada, bo = add_account(stores, ADA, "hr"), add_account(stores, BO, "admin")
    assert come(stores) == ada

    assert come(stores, address=BO) == ada
    assert come(stores, address=None) == ada
    assert come(stores, "bo-2", BO) == bo


def test_an_address_given_to_somebody_else_does_not_give_them_the_account(stores: Stores) -> None:
    add_account(stores, ADA, "hr")
    come(stores)

    assert come(stores, "new-hire-9") is Refusal.SOMEBODY_ELSE
    assert come(stores, "ADA-1") is Refusal.SOMEBODY_ELSE


def test_the_same_subject_at_another_provider_is_somebody_else(stores: Stores) -> None:
    ada, bo = add_account(stores, ADA, "hr"), add_account(stores, BO, "admin")
    assert come(stores) == ada

    assert come(stores, address=BO, issuer=ELSEWHERE) == bo
    assert come(stores) == ada


def test_who_moves_to_another_provider_keeps_the_account(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr")
    come(stores)

    assert come(stores, "7", issuer=ELSEWHERE) == account


def test_a_closed_account_stays_closed(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr")
    come(stores)
    with stores.company.write() as session:
        session.get_one(Account, account).closed_at = NOW

    assert come(stores) is Refusal.GONE
    assert come(stores, "ada-2") is Refusal.UNKNOWN


def test_who_left_is_not_let_in_and_whoever_gets_the_address_is_somebody_new(stores: Stores) -> None:
    person = add_person(stores, ADA)
    before = come(stores)
    with stores.company.write() as session:
        gone = session.get_one(Person, person)
        gone.left_on, gone.key = date(2026, 11, 1), "left"
    assert come(stores) is Refusal.GONE
    add_person(stores, ADA)

    assert come(stores) is Refusal.GONE
    after = come(stores, "ada-the-second")
    assert isinstance(after, int)
    assert after != before


def test_who_is_erased_is_known_at_no_provider(stores: Stores) -> None:
    add_person(stores, ADA)
    come(stores)
    erase(stores, ADA, account=None, now=NOW)

    with stores.company.read() as session:
        assert not session.scalars(select(ProviderLink)).all()
    assert come(stores) is Refusal.UNKNOWN


def test_an_admin_can_let_the_address_lead_to_another_subject(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr")
    come(stores)
    with stores.company.write() as session:
        assert unlink_account(session, address=ADA, now=NOW)
        assert not unlink_account(session, address=ADA, now=NOW)
        assert not [one for one in session.scalars(select(WebSession)) if one.ended_at is None]

    assert come(stores, "ada-2") == account
    assert ("account at the provider forgotten", {"account": account}) in logged(stores)
