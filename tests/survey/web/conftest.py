"""The web service over stores with a small company in them."""

from collections.abc import Callable

import pytest
from flask import Flask
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.company import SALES, add_account, add_company
from tests.survey.web.clock import Clock
from tests.survey.web.visitor import Visitor

SECRET = SecretStr("a key of the tests, which is long enough")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(settings: Settings, stores: Stores, clock: Clock) -> Flask:
    add_company(stores)
    return create_app(settings.model_copy(update={"secret_key": SECRET}), stores, now=clock)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor.of(app)


@pytest.fixture
def signed_in(stores: Stores, app: Flask) -> Callable[[str], Visitor]:
    def become(role: str) -> Visitor:
        visitor = Visitor.of(app)
        visitor.become(add_account(stores, f"{role}@meridian.example", role, unit=SALES), role)
        return visitor

    return become


@pytest.fixture
def hr(signed_in: Callable[[str], Visitor]) -> Visitor:
    return signed_in("hr")
