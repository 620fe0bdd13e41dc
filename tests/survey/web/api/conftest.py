"""A programme of four published months with one alert, and a program that acts for HR."""

import pytest
from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from tests.survey.services.alerting.waves import HR, Months, with_an_alert
from tests.survey.web.api.program import Program
from tests.survey.web.conftest import SECRET


@pytest.fixture
def months(stores: Stores) -> Months:
    return with_an_alert(stores)


@pytest.fixture
def app(settings: Settings, months: Months) -> Flask:
    return create_app(settings.model_copy(update={"secret_key": SECRET}), months.stores, now=months.clock)


@pytest.fixture
def program(app: Flask) -> Program:
    return Program.of(app, HR)
