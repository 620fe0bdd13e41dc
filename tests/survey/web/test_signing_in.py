"""Sign-in as a browser lives it."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from survey.db import Stores
from tests.survey.company import add_account
from tests.survey.web.clock import Clock
from tests.survey.web.visitor import Visitor

ADA = "ada@meridian.example"
FORM_TOKEN = re.compile(r'value="[^"]{60,}"')


@pytest.fixture
def ada(stores: Stores, app: Flask) -> int:
    del app
    return add_account(stores, ADA, "hr")


@pytest.mark.usefixtures("ada")
def test_a_link_signs_in_the_browser_that_asked(visitor: Visitor) -> None:
    visitor.sign_in(f"  {ADA.upper()} ")

    assert ">ada@meridian.example</a><span>HR</span>" in visitor.get("/account").text


@pytest.mark.usefixtures("ada")
def test_a_link_does_not_sign_in_another_browser(app: Flask, visitor: Visitor) -> None:
    letter, other = visitor.ask(ADA), Visitor.of(app)
    assert letter
    refused = other.send(f"/sign-in/{letter.token}")

    assert refused.status_code == 422
    assert "asked for in another browser" in refused.text
    assert other.get("/account").location == "/sign-in"


@pytest.mark.usefixtures("ada")
def test_a_second_use_is_refused(visitor: Visitor) -> None:
    token = visitor.sign_in(ADA)
    visitor.send("/sign-out", seen_on="/account")

    assert visitor.send(f"/sign-in/{token}").status_code == 422
    assert visitor.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
def test_after_ten_minutes_the_link_is_refused(visitor: Visitor, clock: Clock) -> None:
    letter = visitor.ask(ADA)
    assert letter
    clock.move(minutes=10)

    assert visitor.send(f"/sign-in/{letter.token}").status_code == 422


@pytest.mark.usefixtures("ada")
def test_looking_at_a_link_uses_nothing_up(visitor: Visitor) -> None:
    letter = visitor.ask(ADA)
    assert letter
    path = f"/sign-in/{letter.token}"
    for _ in range(3):
        assert visitor.get(path).status_code == 200
        assert visitor.client.head(path).status_code == 200

    assert visitor.send(path).status_code == 303


def told(answer: TestResponse) -> tuple[int, str, list[str]]:
    kept = [header for header in answer.headers.items() if header[0] not in {"Set-Cookie", "Date"}]
    return answer.status_code, FORM_TOKEN.sub("", answer.text), [f"{name}: {value}" for name, value in kept]


@pytest.mark.usefixtures("ada")
def test_known_and_unknown_addresses_get_the_same_answers(app: Flask) -> None:
    answers = []
    for address in (ADA, "nobody@meridian.example"):
        visitor = Visitor.of(app)
        answers.append((told(visitor.send("/sign-in", address=address)), told(visitor.get("/sign-in/sent"))))

    assert answers[0] == answers[1]


@pytest.mark.usefixtures("ada")
def test_the_same_is_said_past_the_limit(visitor: Visitor) -> None:
    answers = [told(visitor.send("/sign-in", address=ADA)) for _ in range(6)]

    assert len({repr(answer) for answer in answers}) == 1


@pytest.mark.parametrize("typed", ["", "ada", "ada@", "@x.example", "a b@x.example", "a@b@x.example", "<a@x.example>"])
def test_what_is_no_address_is_told(visitor: Visitor, typed: str) -> None:
    answer = visitor.send("/sign-in", address=typed)

    assert answer.status_code == 422
    assert "wanted an address such as name@company.com" in answer.text


def test_signing_in_begins_a_session_of_its_own(visitor: Visitor, ada: int) -> None:
    visitor.become(ada, "planted")
    before = visitor.client.get_cookie("aloft")
    visitor.sign_in_while_signed_in(ADA)
    after = visitor.client.get_cookie("aloft")

    assert before
    assert after
    assert before.value != after.value
    visitor.client.set_cookie("aloft", "planted")
    assert visitor.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
def test_the_page_that_was_wanted_comes_after_sign_in(visitor: Visitor) -> None:
    assert visitor.get("/account?from=mail").location == "/sign-in"
    letter = visitor.ask(ADA)
    assert letter

    assert visitor.send(f"/sign-in/{letter.token}").location == "/account?from=mail"


def test_without_the_form_token_nothing_is_done(visitor: Visitor, ada: int) -> None:
    visitor.become(ada)
    answer = visitor.client.post("/sign-out")

    assert answer.status_code == 400
    assert "load the page again" in answer.text
    assert visitor.get("/account").status_code == 200
