"""What is said where a page cannot be shown."""

import logging

import pytest
from flask import Flask

from survey.web.guard import public
from tests.survey.web.visitor import Visitor


@pytest.fixture
def with_faults(app: Flask) -> Flask:
    @public
    def broken() -> str:
        raise RuntimeError("ada@meridian.example typed this")

    app.add_url_rule("/broken", "broken", broken)
    return app


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("GET", "/no/such/page", 404, "There is no such page for you."),
        ("DELETE", "/sign-in", 405, "This page cannot be used in this way."),
        ("POST", "/sign-in", 400, "This form could not be read."),
        ("POST", "/account/sessions/end-all", 401, "You are not signed in any more."),
    ],
)
def test_an_error_is_told_in_words(visitor: Visitor, method: str, path: str, status: int, words: str) -> None:
    answer = visitor.client.open(path, method=method)

    assert answer.status_code == status
    assert f"<h1>{words}</h1>" in answer.text


def test_an_address_with_a_stroke_too_many_leads_to_the_page(visitor: Visitor) -> None:
    assert visitor.get("//sign-in").status_code == 308


def test_what_is_too_large_is_told(visitor: Visitor) -> None:
    answer = visitor.send("/sign-in", address="x" * 1_100_000)

    assert answer.status_code == 413
    assert "What was sent is too large." in answer.text


def test_a_fault_of_ours_is_told_without_its_text(with_faults: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = Visitor.of(with_faults).get("/broken")

    assert answer.status_code == 500
    assert "Something went wrong on our side." in answer.text
    assert "RuntimeError at" in caplog.text
    assert "ada@" not in caplog.text + answer.text


def test_what_somebody_wrote_is_given_back_when_their_session_has_ended(visitor: Visitor) -> None:
    text = "What we heard: <b>approvals</b> take long."
    answer = visitor.client.post("/manage/waves/1/reply", data={"heard": text, "csrf_token": "x" * 40, "done": "short"})

    assert answer.status_code == 401
    assert "What we heard: &lt;b&gt;approvals&lt;/b&gt; take long.</textarea>" in answer.text
    assert answer.text.count("<textarea") == 1
