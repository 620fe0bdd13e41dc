"""The guard, on routes made for it: own and foreign units, and a view that says nothing."""

import pytest
from flask import Flask

from survey.db import Stores
from survey.services.rights import Action, Role
from survey.web.guard import requires
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES, add_account
from tests.survey.web.visitor import Visitor


@pytest.fixture
def with_units(app: Flask) -> Flask:
    @requires(Action.SEE_UNIT, unit="unit_id")
    def unit(unit_id: int) -> str:
        return f"numbers of {unit_id}"

    def undeclared() -> str:
        return "nobody said who may see this"

    app.add_url_rule("/unit/<int:unit_id>", "unit", unit)
    app.add_url_rule("/undeclared", "undeclared", undeclared, methods=["GET", "POST"])
    return app


def visit(stores: Stores, app: Flask, role: Role, path: str) -> int:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "ada@meridian.example", role, unit=SALES))
    return visitor.get(path).status_code


@pytest.mark.parametrize(("unit", "status"), [(SALES, 200), (NORTH, 200), (MERIDIAN, 404), (DELIVERY, 404), (99, 404)])
def test_a_leader_reaches_the_own_unit_and_below(stores: Stores, with_units: Flask, unit: int, status: int) -> None:
    assert visit(stores, with_units, Role.LEADER, f"/unit/{unit}") == status


@pytest.mark.parametrize(
    ("role", "status"), [("hr", 200), ("ceo", 200), ("admin", 404), ("employee", 404), ("council", 404)]
)
def test_any_unit_is_open_to_hr_and_ceo_alone(stores: Stores, with_units: Flask, role: str, status: int) -> None:
    assert visit(stores, with_units, Role(role), f"/unit/{DELIVERY}") == status


@pytest.mark.parametrize("role", Role)
def test_a_view_that_says_nothing_is_reached_by_nobody(stores: Stores, with_units: Flask, role: Role) -> None:
    assert visit(stores, with_units, role, "/undeclared") == 404


def test_a_view_that_says_nothing_is_closed_to_strangers(with_units: Flask) -> None:
    stranger = Visitor.of(with_units)

    assert stranger.get("/undeclared").location == "/sign-in"
    assert stranger.client.post("/undeclared").status_code == 401


def test_a_page_one_may_not_see_looks_like_one_that_is_not_there(stores: Stores, with_units: Flask) -> None:
    visitor = Visitor.of(with_units)
    visitor.become(add_account(stores, "ada@meridian.example", "employee"))

    assert visitor.get("/manage/audit").text == visitor.get("/no/such/page").text
