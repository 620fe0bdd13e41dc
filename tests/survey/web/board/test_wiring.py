"""The pages of results in the service: who reaches which, what they read from, and what they link to."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask import Flask

from dashboards.assets import STYLES, address_of
from dashboards.board.source import Source
from survey.db import Stores
from survey.web import board
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES, add_account
from tests.survey.releases import publish_rows
from tests.survey.web.programme.scenes import begin
from tests.survey.web.visitor import Visitor

ROWS: list[tuple[str | float | None, ...]] = [("unit", "value"), ("<b>Sales", 64.0), ("=1+1", None)]


@pytest.fixture
def become(stores: Stores, app: Flask) -> Callable[[str], Visitor]:
    def sign_in(role: str) -> Visitor:
        visitor = Visitor.of(app)
        visitor.become(add_account(stores, f"{role}@meridian.example", role, unit=SALES), role)
        return visitor

    return sign_in


@pytest.fixture
def published(stores: Stores, app: Flask) -> Flask:
    publish_rows(stores, begin(stores).wave(1, "closed", date(2026, 10, 5), answered=60).id)
    return app


def within(app: Flask, visitor: Visitor) -> AbstractContextManager[object]:
    """A request of this visitor."""
    kept = visitor.client.get_cookie("aloft")
    assert kept
    return app.test_request_context(headers={"Cookie": f"aloft={kept.value}"})


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        ("hr", {MERIDIAN, SALES, NORTH, DELIVERY}),
        ("ceo", {MERIDIAN, SALES, NORTH, DELIVERY}),
        ("leader", {SALES, NORTH}),
        ("employee", set()),
    ],
)
def test_a_unit_is_for_hr_and_ceo_and_for_who_leads_it(
    published: Flask, become: Callable[[str], Visitor], role: str, sees: set[int]
) -> None:
    visitor = become(role)
    units = {
        unit
        for unit in (MERIDIAN, SALES, NORTH, DELIVERY)
        if visitor.get(f"/dashboards/1/units/{unit}").status_code == 200
    }

    assert published
    assert units == sees


def test_a_page_reads_what_its_reader_may_see(published: Flask, become: Callable[[str], Visitor]) -> None:
    def shown(asked: Source) -> tuple[bool, bool]:
        found = asked.board(None)
        assert found
        (team,) = asked.rows(found, [NORTH])
        return found.sees_all, any(team.cells)

    seen = {}
    for role in ("hr", "leader"):
        with within(published, become(role)), board.source() as source:
            seen[role] = shown(source)

    assert seen == {"hr": (True, True), "leader": (False, False)}


def test_the_overview_is_there_before_the_first_release(become: Callable[[str], Visitor]) -> None:
    hr = become("hr")

    assert hr.get("/dashboards").status_code == 200
    assert hr.get("/dashboards/1").status_code == 404


def test_hr_is_led_to_the_overview_once_something_is_published(
    published: Flask, become: Callable[[str], Visitor]
) -> None:
    assert published
    assert become("hr").get("/").location == "/dashboards/"


def test_pages_are_linked_where_they_are_there_for_whoever_asks(app: Flask, become: Callable[[str], Visitor]) -> None:
    for role, reply in (("hr", "/manage/waves/3/reply"), ("leader", None)):
        with within(app, become(role)):
            assert board.link("reply", number=3) == reply
            assert board.link("method") == "/method"
            assert board.link("moments") is None
            assert board.link("no such name") is None


def test_rows_are_files_of_three_kinds(app: Flask) -> None:
    with app.test_request_context():
        csv, xlsx, parsed = board.as_csv(ROWS, "a.csv"), board.as_xlsx(ROWS, "a.xlsx"), board.as_json(ROWS, "a.json")

    assert csv.get_data(as_text=True).splitlines()[1:] == ["<b>Sales,64.0", "'=1+1,"]
    assert xlsx.data[:2] == b"PK"
    assert json.loads(parsed.get_data())[0] == {"unit": "<b>Sales", "value": 64.0}
    assert csv.headers["Content-Disposition"] == "attachment; filename=a.csv"


def test_styles_of_plotly_are_allowed_on_pages_with_charts_alone(app: Flask) -> None:
    with app.test_request_context("/"):
        address_of("plotly.js")
        with_charts = app.process_response(app.make_response("")).headers["Content-Security-Policy"]
    with app.test_request_context("/"):
        without = app.process_response(app.make_response("")).headers["Content-Security-Policy"]

    assert all(style in with_charts for style in STYLES)
    assert "unsafe-inline" not in with_charts
    assert "unsafe" not in without
