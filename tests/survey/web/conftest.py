"""The web service over stores with a small company in them."""

import pytest
from flask import Flask
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.company import add_company
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
