from collections.abc import Iterator

import pytest

from survey.config import Settings
from survey.db import Stores, open_stores
from tests.survey.queries.work.queue import Queue


@pytest.fixture
def queue(stores: Stores) -> Queue:
    return Queue(stores.company)


@pytest.fixture
def postgres_queue(postgres_settings: Settings) -> Iterator[Queue]:
    stores = open_stores(postgres_settings)
    yield Queue(stores.company)
    stores.dispose()
