"""The first page, the signs of life, and where people are led."""

import pytest
from flask import Flask

from survey.config import Settings
from survey.db import Stores
from survey.schema import downgrade
from tests.survey.company import add_account
from tests.survey.web.visitor import Visitor


def test_a_stranger_sees_whose_service_this_is(visitor: Visitor) -> None:
    answer = visitor.get("/")

    assert answer.status_code == 200
    assert "Meridian asks how customer-led it is." in answer.text


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("admin", "/manage"),
        ("hr", "/manage"),
        ("ceo", "/brief"),
        ("council", "/results"),
        ("employee", "/results"),
    ],
)
def test_who_is_signed_in_is_led_to_the_page_of_the_role(stores: Stores, app: Flask, role: str, page: str) -> None:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "ada@meridian.example", role))

    assert visitor.get("/").location == page


def test_a_process_says_that_it_lives_and_is_ready(visitor: Visitor) -> None:
    assert visitor.get("/healthz").text == "ok\n"
    assert (visitor.get("/readyz").status_code, visitor.get("/readyz").text) == (200, "ready\n")


def test_a_store_without_its_schema_is_not_ready(stores: Stores, visitor: Visitor) -> None:
    downgrade("answers", stores.answers)
    answer = visitor.get("/readyz")

    assert (answer.status_code, answer.text) == (503, "answers: schema is not current\n")
    assert visitor.get("/healthz").status_code == 200


def test_a_store_that_is_out_of_reach_is_not_ready(settings: Settings, app: Flask) -> None:
    del settings
    from survey.db import Store, engine_of

    there = app.extensions["aloft"]
    away = Store(engine_of("postgresql://nobody@/none?host=/nowhere"))
    app.extensions["aloft"] = type(there)(
        there.settings, Stores(there.stores.company, away, there.stores.vault), there.clock, there.secret
    )

    assert Visitor.of(app).get("/readyz").text == "answers: not reachable\n"
