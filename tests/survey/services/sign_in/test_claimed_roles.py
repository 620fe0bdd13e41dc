"""Roles that the map names follow the claims at each sign-in; all others stay as they are given by hand."""

from collections.abc import Iterator

import pytest

from survey.db import Stores
from survey.queries.accounts import roles_of
from survey.services.provider import Claimed
from survey.services.rights import Role
from tests.survey.company import SALES, add_account, add_company
from tests.survey.services.sign_in.coming import ADA, BO, come, logged


@pytest.fixture(autouse=True)
def _company(stores: Stores) -> None:
    add_company(stores)


def decided(*held: Role) -> Claimed:
    return Claimed(frozenset({Role.HR, Role.ADMIN}), frozenset(held))


def roles(stores: Stores, account: int) -> Iterator[str]:
    with stores.company.read() as session:
        yield from sorted(role for role, _ in roles_of(session, account))


def test_roles_of_claims_are_given_and_taken_and_written_down(stores: Stores) -> None:
    add_account(stores, BO, "admin")
    account = add_account(stores, ADA, "admin", "ceo", "leader", unit=SALES)
    come(stores, claimed=decided(Role.HR))

    assert list(roles(stores, account)) == ["ceo", "hr", "leader"]
    by = {"account": account, "by": "claim of the provider"}
    assert logged(stores) == [
        ("role taken", {**by, "role": "admin"}),
        ("role given", {**by, "role": "hr"}),
        ("signed in", {}),
    ]
    come(stores, claimed=decided(Role.HR))
    assert len(logged(stores)) == 4


def test_without_a_map_roles_are_left_as_they_are(stores: Stores) -> None:
    account = add_account(stores, ADA, "hr", "council")
    come(stores)

    assert list(roles(stores, account)) == ["council", "hr"]


def test_the_last_admin_stays(stores: Stores) -> None:
    add_account(stores, BO, "admin", closed=True)
    account = add_account(stores, ADA, "admin", "hr")
    come(stores, claimed=decided())

    assert list(roles(stores, account)) == ["admin"]
