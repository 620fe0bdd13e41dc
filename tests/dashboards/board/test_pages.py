"""The pages over HTTP, without a browser."""

import json

import pytest
from flask.testing import FlaskClient

from tests.dashboards.board import others
from tests.dashboards.board.app import made
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.tree import FakeSource

MOST_BYTES = 150_000
DELIVERY = "/dashboards/18/units/2"


def client(source: FakeSource) -> FlaskClient:
    return made(source).test_client()


@pytest.mark.parametrize(
    "address",
    ["/dashboards/19", "/dashboards/0", "/dashboards/18/units/999", "/dashboards/18/overview.pdf", "/dashboards/x"],
)
def test_what_is_not_there_is_no_page(address: str) -> None:
    assert client(meridian()).get(address).status_code == 404


def test_an_earlier_wave_says_so_and_leads_to_the_newest() -> None:
    page = client(meridian()).get("/dashboards/16").text

    assert "This is an earlier wave." in page
    assert "Delivery: " not in page.partition("</h1>")[0]


def test_before_the_first_wave_the_page_says_when_results_come() -> None:
    assert "<h1>No results yet." in client(others.no_wave()).get("/dashboards").text


@pytest.mark.parametrize(
    "query", ["sort=nonsense", "page=0", "page=99999999", "page=x", "principle=%3Cb%3E", "sort=level"]
)
def test_an_address_that_makes_no_sense_shows_a_page(query: str) -> None:
    for address in ("/dashboards", DELIVERY):
        answer = client(meridian()).get(f"{address}?{query}")

        assert answer.status_code == 200
        assert '<b>"' not in answer.text


def test_names_of_units_are_no_markup() -> None:
    page = client(others.hard_names()).get("/dashboards").text

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("source", [others.many(62, 64), others.sixty_waves(), meridian()])
def test_pages_stay_small(source: FakeSource) -> None:
    assert len(client(source).get("/dashboards").data) < MOST_BYTES


def test_a_page_asks_its_source_a_fixed_number_of_times() -> None:
    calls = []
    for source in (others.many(4, 4), others.many(12, 33)):
        client(source).get("/dashboards")
        calls.append(list(source.calls))

    assert calls[0] == calls[1] == ["board", "rows", "series", "reply"]


def test_pages_with_pictures_ask_for_what_draws_them_and_others_do_not() -> None:
    assert "/charts/plotly-" in client(meridian()).get("/dashboards").text
    assert "/charts/plotly-" not in client(others.no_wave()).get("/dashboards").text


def test_files_hold_what_the_page_shows() -> None:
    answer = client(meridian()).get("/dashboards/18/overview.json")
    head, *rows = json.loads(answer.data)
    change = next(row for row in rows if row[:3] == ["change", "Delivery", "equal say"])

    assert head[:3] == ["part", "unit", "principle"]
    assert change[4:7] == [-9, -12, -6]
    assert [row[8] for row in rows if row[:3] == ["level now", "Finance & Legal", "learning"]] == ["not shown"]
    assert answer.headers["X-Name"] == "aloft-wave-18-overview.json"


def test_a_unit_has_its_file_too() -> None:
    rows = json.loads(client(meridian()).get("/dashboards/18/units/2/unit.json").data)
    parts = {row[0] for row in rows[1:]}

    assert {"heading", "level", "in words", "mix or mind", "question", "time here"} <= parts
