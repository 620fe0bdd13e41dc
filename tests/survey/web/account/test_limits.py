"""How long a sign-in lasts is what the settings say, wherever it is looked at."""

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.company import add_account, add_company
from tests.survey.web.account.conftest import ADA
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor


@pytest.fixture
def app(settings: Settings, stores: Stores, clock: Clock) -> Flask:
    add_company(stores)
    add_account(stores, ADA, "hr")
    given = {"secret_key": SECRET, "session_hours": 48, "session_days": 30}
    return create_app(settings.model_copy(update=given), stores, now=clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_session_lasts_as_long_as_the_settings_say(visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in(ADA)
    cookie = visitor.client.get_cookie("aloft")
    assert cookie
    assert cookie.max_age == 30 * 24 * 3600
    for _ in range(20):
        clock.move(hours=35.9)
        assert visitor.get("/account").status_code == 200
    clock.move(hours=1.9)
    assert "ends 48 hours after the last visit, at the latest after 30 days." in visitor.get("/account").text
    clock.move(hours=1)

    assert visitor.get("/account").status_code == 302


def test_signing_in_elsewhere_leaves_a_session_that_runs(visitor: Visitor, clock: Clock, app: Flask) -> None:
    visitor.sign_in(ADA)
    clock.move(hours=47)
    Visitor.of(app).sign_in(ADA)

    assert visitor.get("/account").status_code == 200
    clock.move(hours=48)
    assert visitor.get("/account").status_code == 302
