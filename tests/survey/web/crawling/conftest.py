"""The hostile company, once per test: what is sent changes it."""

from collections.abc import Iterator

import pytest

from survey.config import Settings
from survey.db import open_stores
from tests.survey.web.crawling.world import World, made


@pytest.fixture
def world(sqlite_settings: Settings) -> Iterator[World]:
    stores = open_stores(sqlite_settings)
    yield made(sqlite_settings, stores)
    stores.dispose()
