from collections.abc import Iterator, Mapping
from typing import Protocol

import pytest

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.jobs.handlers import Handler
from survey.jobs.worker import Worker
from tests.survey.jobs.effects import EFFECT, Effects
from tests.survey.jobs.fakes import Clock
from tests.survey.queries.work.queue import LEASE, Queue


class MakeWorker(Protocol):
    def __call__(self, handlers: Mapping[str, Handler] = ..., **options: object) -> Worker: ...


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(stores: Stores) -> Queue:
    return Queue(stores.company)


@pytest.fixture
def effects(stores: Stores) -> Effects:
    EFFECT.create(stores.company.engine)
    return Effects(stores.company)


@pytest.fixture
def make_worker(stores: Stores, clock: Clock) -> MakeWorker:
    def make(handlers: Mapping[str, Handler] | None = None, **options: object) -> Worker:
        return Worker(stores, handlers or {}, clock, **{"lease_seconds": LEASE, **options})

    return make


@pytest.fixture
def sqlite_stores(sqlite_settings: Settings) -> Iterator[Stores]:
    opened = open_stores(sqlite_settings)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_queue(sqlite_stores: Stores) -> Queue:
    return Queue(sqlite_stores.company)
