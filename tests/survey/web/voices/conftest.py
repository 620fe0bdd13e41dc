"""A company with comments, and those who may read them or not."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from survey.db import Stores
from tests.survey.company import DELIVERY, SALES, add_account
from tests.survey.web.programme.scenes import Scene, begin
from tests.survey.web.visitor import Visitor
from tests.survey.web.voices.stage import closed, publish

ATTACK = '<script>alert("x")</script> & <b>bold</b>'
SAID = {
    SALES: [
        ATTACK,
        "=1+1 is a formula",
        "Der Kunde rief an: Straße gesperrt",
        "We asked.\nThey answered.",
        "Llegó tarde",
    ],
    DELIVERY: [f"Delivery {number} asked a customer" for number in range(6)],
}


@pytest.fixture
def scene(stores: Stores, app: Flask) -> Scene:
    """The comments of the first wave are published, those of the second wait, those of the third are too few."""
    assert app  # which has put the company there
    made = begin(stores)
    closed(made, 1, date(2026, 9, 7), SAID)
    closed(made, 2, date(2026, 10, 5), SAID)
    closed(made, 3, date(2026, 11, 2), {SALES: ["one", "two"]})
    publish(stores, 1)
    return made


@pytest.fixture
def reads_as(stores: Stores, app: Flask, scene: Scene) -> Callable[[str], Visitor]:
    assert scene

    def become(role: str) -> Visitor:
        visitor = Visitor.of(app)
        visitor.become(add_account(stores, f"{role}@meridian.example", role, unit=SALES), role)
        return visitor

    return become
