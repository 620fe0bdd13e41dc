from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import Client

from survey.config import Settings
from survey.db import Stores
from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.answering import Answering, answering_in
from tests.survey.web.pulse.pulses import door
from tests.survey.web.pulse.stage import PAGE, app_over


@pytest.fixture
def one() -> FakeDoor:
    """With one open link."""
    return door()


@pytest.fixture
def client(one: FakeDoor) -> Client:
    return app_over(one).test_client()


@pytest.fixture
def text() -> Callable[..., str]:
    """The page of a pulse of which these values are other than usual."""

    def get(query: str = "", **changes: Any) -> str:
        return app_over(door(**changes)).test_client().get(PAGE + query).text

    return get


@pytest.fixture
def answering(settings: Settings, stores: Stores) -> Answering:
    return answering_in(settings, stores)
