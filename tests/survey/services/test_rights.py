"""Who may do what is one table, and what is not in it is refused."""

from collections.abc import Iterator

import pytest

from survey.models.company.accounts import ROLES
from survey.services.rights import ALLOWED, WITHIN_OWN_UNIT, Action, Held, Role, may

COMPANY, SALES, NORTH, DELIVERY = 1, 2, 3, 4
PATHS = {"own": (COMPANY, SALES), "below": (COMPANY, SALES, NORTH), "above": (COMPANY,), "beside": (COMPANY, DELIVERY)}
# Written out a second time on purpose: a changed table has to be changed here, too.
COUNCIL = {Action.USE_OWN_ACCOUNT, Action.SEE_RESULTS, Action.SEE_METHOD, Action.SEE_AUDIT_LOG}
EMPLOYEE = {Action.USE_OWN_ACCOUNT, Action.SEE_RESULTS}
ADMIN = {
    Action.USE_OWN_ACCOUNT,
    Action.SEE_METHOD,
    Action.SEE_PROGRAMME,
    Action.SEE_AUDIT_LOG,
    Action.MANAGE_ACCOUNTS,
}


def granted(role: Role) -> Iterator[Action]:
    held = [Held(role, SALES if role is Role.LEADER else None)]
    return (action for action in Action if may(held, action, path=PATHS["own"]))


def test_the_roles_are_those_of_the_table() -> None:
    assert tuple(Role) == ROLES


def test_every_action_is_decided() -> None:
    assert set(ALLOWED) == set(Action)


@pytest.mark.parametrize(("role", "wanted"), [(Role.COUNCIL, COUNCIL), (Role.EMPLOYEE, EMPLOYEE), (Role.ADMIN, ADMIN)])
def test_what_admin_employee_and_council_may_is_exactly_this(role: Role, wanted: set[Action]) -> None:
    assert set(granted(role)) == wanted


def test_who_is_nothing_may_nothing() -> None:
    assert not [action for action in Action if may([], action, path=PATHS["own"])]


@pytest.mark.parametrize(("where", "is_allowed"), [("own", True), ("below", True), ("above", False), ("beside", False)])
def test_a_leader_sees_the_own_unit_and_what_is_below(where: str, *, is_allowed: bool) -> None:
    assert may([Held(Role.LEADER, SALES)], Action.SEE_UNIT, path=PATHS[where]) is is_allowed


def test_a_leader_without_a_unit_in_question_sees_none() -> None:
    assert not may([Held(Role.LEADER, SALES)], Action.SEE_UNIT)


def test_hr_sees_every_unit() -> None:
    assert all(may([Held(Role.HR)], Action.SEE_UNIT, path=path) for path in PATHS.values())


def test_two_roles_allow_what_either_does() -> None:
    both = [Held(Role.LEADER, SALES), Held(Role.COUNCIL)]

    assert may(both, Action.SEE_AUDIT_LOG)
    assert may(both, Action.SEE_UNIT, path=PATHS["below"])
    assert not may(both, Action.SEE_UNIT, path=PATHS["beside"])


def test_what_is_bound_to_a_unit_is_open_to_leaders() -> None:
    assert all(Role.LEADER in ALLOWED[action] for action in WITHIN_OWN_UNIT)
