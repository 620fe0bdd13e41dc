"""The own account: where one is signed in, and ending it, here and elsewhere."""

import pytest
from flask import Flask

from survey.db import Stores
from survey.services.tokens import hash_of
from tests.survey.company import add_account
from tests.survey.web.clock import Clock
from tests.survey.web.visitor import Visitor


@pytest.fixture
def ada(stores: Stores, app: Flask) -> int:
    del app
    return add_account(stores, "ada@meridian.example", "hr")


@pytest.fixture
def laptop(app: Flask, ada: int) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(ada, "laptop")
    return visitor


@pytest.fixture
def phone(app: Flask, ada: int) -> Visitor:
    visitor = Visitor.of(app)
    visitor.become(ada, "phone")
    return visitor


def is_in(visitor: Visitor) -> bool:
    return visitor.get("/account").status_code == 200


@pytest.mark.usefixtures("phone")
def test_every_browser_is_listed_in_the_time_of_the_company(laptop: Visitor) -> None:
    text = laptop.get("/account").text

    assert "You are signed in on 2 browsers." in text
    assert text.count("16 November 2026, 10:30") == 5
    assert text.count("this browser") == 1


def test_another_browser_can_be_ended(laptop: Visitor, phone: Visitor) -> None:
    answer = laptop.send("/account/sessions/end", seen_on="/account", number=hash_of("phone").hex())

    assert answer.location == "/account"
    assert is_in(laptop)
    assert not is_in(phone)


def test_signing_out_ends_this_browser_alone(laptop: Visitor, phone: Visitor) -> None:
    assert laptop.send("/sign-out", seen_on="/account").location == "/sign-in"

    assert not laptop.client.get_cookie("aloft")
    laptop.client.set_cookie("aloft", "laptop")
    assert not is_in(laptop)
    assert is_in(phone)


def test_signing_out_everywhere_ends_all(laptop: Visitor, phone: Visitor) -> None:
    laptop.send("/account/sessions/end-all", seen_on="/account")

    assert not is_in(laptop)
    assert not is_in(phone)


def test_nobody_ends_a_session_of_somebody_else(stores: Stores, app: Flask, laptop: Visitor) -> None:
    bo = Visitor.of(app)
    bo.become(add_account(stores, "bo@meridian.example", "employee"), "bo")
    bo.send("/account/sessions/end", seen_on="/account", number=hash_of("laptop").hex())

    assert is_in(laptop)


def test_a_number_that_is_none_is_told(laptop: Visitor) -> None:
    assert laptop.send("/account/sessions/end", seen_on="/account", number="xyz").status_code == 400


def test_visits_keep_a_session_alive(laptop: Visitor, clock: Clock) -> None:
    for _ in range(4):
        clock.move(hours=11)
        assert is_in(laptop)
    clock.move(hours=12)

    assert not is_in(laptop)


def test_signing_out_clears_what_the_browser_kept_and_no_cookie_of_others(hr: Visitor) -> None:
    answer = hr.send("/sign-out", seen_on="/account")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
