"""The page of an alert: seeing it changes nothing, acknowledging does, once."""

import re

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.company.accounts import Account
from tests.survey.company import NORTH, add_account
from tests.survey.services.alerting.waves import Months, fall, with_an_alert
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor


@pytest.fixture
def months(stores: Stores) -> Months:
    return with_an_alert(stores)


@pytest.fixture
def app(settings: Settings, months: Months) -> Flask:
    return create_app(settings.model_copy(update={"secret_key": SECRET}), months.stores, now=months.clock)


@pytest.fixture
def ceo(app: Flask) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(1)
    return visitor


def test_it_says_what_the_mail_says_and_who_has_seen_it(ceo: Visitor, months: Months) -> None:
    page = ceo.get("/alerts/1")

    assert "<h1>Delivery: equal say down 9 points (6 to 12) since about Feb</h1>" in page.text
    assert "In <strong>Delivery</strong>, “everyone has equal say" in page.text
    assert "Nobody has acknowledged this alert." in page.text
    assert re.search(r'href="/dashboards/\d+/units/\d+\?principle=equal_say"', page.text)
    assert months.alerts[0].state == "open"


def test_a_note_acknowledges_it_once(ceo: Visitor, months: Months) -> None:
    answer = ceo.send("/alerts/1/acknowledge", seen_on="/alerts/1", note="<b>We</b> spoke with the leads.")
    page = ceo.get("/alerts/1").text

    assert (answer.status_code, answer.location) == (303, "/alerts/1")
    assert months.alerts[0].note == "<b>We</b> spoke with the leads."
    assert re.search(r"Acknowledged on \d+\s\w+ 2026 by ceo@meridian.example\.", page)
    assert "&lt;b&gt;We&lt;/b&gt; spoke" in page
    assert "<textarea" not in page


def test_a_second_note_is_refused_and_says_why(ceo: Visitor, months: Months) -> None:
    form = ceo.get("/alerts/1").text
    ceo.send("/alerts/1/acknowledge", seen_on="/alerts/1", note="first")
    token = form.split('name="csrf_token" value="')[1].split('"')[0]
    answer = ceo.client.post("/alerts/1/acknowledge", data={"note": "second", "csrf_token": token})

    assert answer.status_code == 422
    assert "This alert was acknowledged before" in answer.text
    assert months.alerts[0].note == "first"


def test_a_note_that_is_too_long_stays_in_the_field(ceo: Visitor) -> None:
    answer = ceo.send("/alerts/1/acknowledge", seen_on="/alerts/1", note="x" * 501)

    assert answer.status_code == 422
    assert "x" * 501 in answer.text
    assert "got 501 characters; wanted 500 at most." in answer.text


def test_it_speaks_the_language_of_its_reader(ceo: Visitor, stores: Stores) -> None:
    with stores.company.write() as session:
        session.get_one(Account, 1).language = "de"
    page = ceo.get("/alerts/1").text

    assert '<html lang="de"' in page
    assert "Niemand hat diese Meldung bestätigt." in page
    assert "Delivery: gleiche Stimme minus 9" in page


def test_hr_sees_alerts_of_teams_and_an_end_has_nothing_to_acknowledge(ceo: Visitor, months: Months) -> None:
    months.publish(fall(), fall(NORTH, principle="learning", told_in=5, points=None, low=None, high=None))
    ceo.become(2, "hr")

    assert "In <strong>North</strong> (Sales)" in ceo.get("/alerts/2").text


@pytest.mark.parametrize("path", ["/alerts/99", "/alerts/0", "/alerts/x", "/alerts/99/acknowledge"])
def test_what_is_not_there_is_not_found(ceo: Visitor, path: str) -> None:
    method = "POST" if path.endswith("acknowledge") else "GET"
    answer = ceo.send(path, seen_on="/alerts/1") if method == "POST" else ceo.get(path)

    assert answer.status_code == 404


@pytest.mark.parametrize("role", ["admin", "leader", "employee", "council"])
def test_others_find_no_such_page(app: Flask, stores: Stores, role: str) -> None:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "ada@meridian.example", role, unit=4))

    assert visitor.get("/alerts/1").status_code == 404
