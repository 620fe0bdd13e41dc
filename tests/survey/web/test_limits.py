"""How often somebody may try, from where, and who is never kept from anything."""

import logging

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores, open_stores
from survey.web.limits import MOST_ASKED, MOST_CALLED, MOST_WRONG, who_asks
from tests.survey.company import add_account, add_company
from tests.survey.web.api.program import Program
from tests.survey.web.conftest import SECRET
from tests.survey.web.pulse.answering import Answering, answering_in

OFFICE, ELSEWHERE = "198.51.100.7", "198.51.100.8"


@pytest.fixture
def answering(sqlite_settings: Settings) -> Answering:
    return answering_in(sqlite_settings, open_stores(sqlite_settings), people_per_team=3)


@pytest.fixture
def company(sqlite_settings: Settings) -> Stores:
    stores = open_stores(sqlite_settings)
    add_company(stores)
    add_account(stores, "hr@meridian.example", "hr")
    return stores


@pytest.fixture
def app(sqlite_settings: Settings, company: Stores) -> Flask:
    return create_app(sqlite_settings.model_copy(update={"secret_key": SECRET}), company)


def ask(app: Flask, path: str, *, method: str = "GET", at: str = OFFICE, **given: object) -> TestResponse:
    return app.test_client().open(path, method=method, environ_base={"REMOTE_ADDR": at}, buffered=True, **given)


def assert_too_many(answer: TestResponse) -> None:
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_wrong_links_are_answered_shortly_and_right_ones_as_ever(
    answering: Answering, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    statuses = [ask(answering.app, f"/pulse/{number}").status_code for number in range(MOST_WRONG.amount)]
    one_more = ask(answering.app, "/pulse/x?lang=de")

    assert set(statuses) == {404}
    assert_too_many(one_more)
    assert "Zu viele falsche Links" in one_more.text
    assert one_more.headers["Referrer-Policy"] == "no-referrer"
    assert ask(answering.app, "/pulse/x", at=ELSEWHERE).status_code == 404
    assert ask(answering.app, answering.page(1)).status_code == 200
    assert ask(answering.app, answering.page(1), method="POST", data={"L1": "4"}).status_code == 303
    assert OFFICE not in caplog.text


def test_an_office_of_thousands_answers_from_behind_one_address(answering: Answering) -> None:
    pages = [answering.page(person) for person in answering.tokens] * 120
    statuses = {ask(answering.app, page, method="HEAD").status_code for page in pages}

    assert len(pages) > 2 * MOST_WRONG.amount
    assert statuses == {200}


def test_mails_to_sign_in_are_asked_for_three_hundred_times_a_minute(app: Flask) -> None:
    statuses = [ask(app, "/sign-in", method="POST").status_code for _ in range(MOST_ASKED.amount)]

    assert set(statuses) == {400}
    assert_too_many(ask(app, "/sign-in", method="POST"))
    assert "Too many requests came from here." in ask(app, "/sign-in", method="POST").text
    assert ask(app, "/sign-in").status_code == 200
    assert ask(app, "/sign-in", method="POST", at=ELSEWHERE).status_code == 400


def test_a_token_calls_six_hundred_times_a_minute(app: Flask) -> None:
    busy, other = Program.of(app, "hr@meridian.example"), Program.of(app, "hr@meridian.example")
    statuses = [busy.get("/moments").status_code for _ in range(MOST_CALLED.amount)]
    told = busy.get("/moments")

    assert set(statuses) == {200}
    assert_too_many(told)
    assert (told.mimetype, told.get_json()["title"]) == ("application/problem+json", "Too many requests")
    assert other.get("/moments").status_code == 200


def test_tokens_that_are_none_are_counted_by_the_address_they_come_from(app: Flask) -> None:
    good = Program.of(app, "hr@meridian.example")
    for number in range(MOST_WRONG.amount):
        assert Program(app, f"aloft_{number}").get("/moments").status_code == 401

    assert_too_many(Program(app, "aloft_x").get("/moments"))
    assert good.get("/moments").status_code == 200


@pytest.mark.parametrize(
    ("n_proxies", "said", "taken"),
    [
        (0, "203.0.113.1", "10.0.0.1"),
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "1.2.3.4, 203.0.113.1", "203.0.113.1"),
        (2, "1.2.3.4, 203.0.113.1, 10.0.0.2", "203.0.113.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "<script>", ""),
    ],
)
def test_the_address_comes_from_the_last_servers_that_are_trusted(
    sqlite_settings: Settings, company: Stores, n_proxies: int, said: str, taken: str
) -> None:
    changed = {"secret_key": SECRET, "trusted_proxies": n_proxies}
    app = create_app(sqlite_settings.model_copy(update=changed), company)
    seen = []
    app.before_request_funcs[None].insert(0, lambda: seen.append(who_asks()))
    ask(app, "/healthz", at="10.0.0.1", headers={"X-Forwarded-For": said, "X-Forwarded-Host": "evil.example"})

    assert seen == [taken]
