"""What is long over is deleted, every day."""

from datetime import timedelta

import pytest

from survey.db import Stores
from survey.jobs import purge
from survey.jobs.worker import Worker
from survey.queries import sign_in_links
from survey.queries.sign_in_links import Link
from tests.survey.jobs.conftest import MakeWorker
from tests.survey.jobs.fakes import Clock
from tests.survey.queries.work.queue import NOW, Queue, jobs

DAY = 86_400


@pytest.fixture
def worker(make_worker: MakeWorker) -> Worker:
    return make_worker({purge.KIND: purge.HANDLER}, plans=(purge.daily,))


def test_it_runs_once_a_day(worker: Worker, queue: Queue, clock: Clock) -> None:
    for _ in range(3):
        worker.run_all()
        clock.move(3600)
    clock.move(DAY)
    worker.run_all()

    assert [row.business_key for row in queue.rows()] == ["purge 2026-03-02", "purge 2026-03-03"]


def test_what_was_done_36_days_ago_is_deleted(worker: Worker, queue: Queue, clock: Clock) -> None:
    queue.put(jobs(1))
    queue.finish(*queue.claim())
    clock.move(34 * DAY)
    worker.run_all()
    kept = {row.kind for row in queue.rows()}
    clock.move(2 * DAY)
    worker.run_all()

    assert kept == {"count", "purge"}
    assert {row.kind for row in queue.rows()} == {"purge"}


def test_sign_in_links_go_when_they_have_expired(worker: Worker, stores: Stores) -> None:
    def link(number: int, minutes: int) -> Link:
        mark = bytes([number])
        return Link(mark * 16, mark * 32, "ada@meridian.example", mark * 32, NOW + timedelta(minutes=minutes))

    with stores.company.write() as session:
        sign_in_links.add_link(session, link(1, -1))
        sign_in_links.add_link(session, link(2, 1))
    worker.run_all()
    earlier = NOW - timedelta(hours=1)
    with stores.company.read() as session:
        found = [sign_in_links.link_by_id(session, bytes([number]) * 16, now=earlier) for number in (1, 2)]

    assert found[0] is None
    assert found[1] is not None
