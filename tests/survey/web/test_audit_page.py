"""The audit log as admin and works council read it."""

import pytest
from flask import Flask
from sqlalchemy import text

from survey.db import Stores
from survey.services.audit import Action, record
from tests.survey.company import NOW, add_account
from tests.survey.web.visitor import Visitor


@pytest.fixture
def council(stores: Stores, app: Flask) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "cy@meridian.example", "council"))
    return visitor


def fill(stores: Stores, n_entries: int) -> None:
    with stores.company.write() as session:
        for number in range(n_entries):
            record(session, action=Action.ROLE_GIVEN, account_id=None, details={"account": number}, now=NOW)


def test_an_empty_log_says_so(council: Visitor) -> None:
    assert "The audit log is empty." in council.get("/manage/audit").text


def test_entries_stand_a_hundred_a_page_the_newest_first(stores: Stores, council: Visitor) -> None:
    fill(stores, 101)
    first, second = council.get("/manage/audit").text, council.get("/manage/audit?page=2").text

    assert "The audit log holds: 101 entries" in first
    assert first.index("account 100") < first.index("account 1<")
    assert first.count("<tr><td") == 100
    assert second.count("<tr><td") == 1
    assert "Page 2 of 2" in second


@pytest.mark.parametrize("page", ["0", "3", "-1", "x", "²"])
def test_a_page_that_is_not_there_is_not_shown(stores: Stores, council: Visitor, page: str) -> None:
    fill(stores, 101)

    assert council.get(f"/manage/audit?page={page}").status_code == 404


def test_a_hand_in_the_log_is_told(stores: Stores, council: Visitor) -> None:
    fill(stores, 3)
    of_table = " ON audit_entry" if stores.company.engine.dialect.name == "postgresql" else ""
    with stores.company.write() as session:
        session.execute(text(f"DROP TRIGGER audit_entry_is_not_changed{of_table}"))
        session.execute(text("UPDATE audit_entry SET action = 'x' WHERE number = 2"))

    assert "The audit log does not hold: entry 2 is not what was written." in council.get("/manage/audit").text
