"""Workers as threads and as processes; leases that are kept while the work goes on."""

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime
from threading import Timer

import pytest

from survey.db import Stores
from survey.jobs.handlers import Details, InTransaction, Steps
from survey.jobs.heartbeat import kept
from survey.jobs.process import in_background, work_until_told
from survey.jobs.wiring import utc_now
from survey.jobs.worker import Worker
from tests.survey.jobs.effects import Effects, note
from tests.survey.jobs.fakes import Clock
from tests.survey.queries.work.queue import NOW, Queue, jobs, seconds

PATIENCE = 30.0


def wait_until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_thread_works_beside_the_pages_and_ends_with_them(stores: Stores, queue: Queue, effects: Effects) -> None:
    queue.put(jobs(3))
    with in_background(Worker(stores, {"count": InTransaction(note)}, utc_now)):
        wait_until(lambda: effects.count().total() == 3)
    queue.put(jobs(4))
    time.sleep(0.2)

    assert effects.count().total() == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_ends_what_is_in_hand(
    sqlite_stores: Stores, sqlite_queue: Queue, number: signal.Signals
) -> None:
    def be_told_in_the_middle(_stores: Stores, details: Details, _now: datetime) -> None:
        os.kill(os.getpid(), number)
        time.sleep(0.1)
        done.append(details["number"])

    done: list[int] = []
    sqlite_queue.put(jobs(3))
    work_until_told(Worker(sqlite_stores, {"count": Steps(be_told_in_the_middle)}, utc_now))

    assert done == [0]
    assert sorted(row.state for row in sqlite_queue.rows() if row.kind == "count") == ["done", "waiting", "waiting"]


def test_the_signals_mean_afterwards_what_they_meant_before(sqlite_stores: Stores) -> None:
    before = signal.getsignal(signal.SIGTERM)
    told = Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM))
    told.start()
    work_until_told(Worker(sqlite_stores, {}, utc_now))

    assert signal.getsignal(signal.SIGTERM) is before


def test_a_long_job_keeps_its_lease(stores: Stores, queue: Queue, clock: Clock) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()
    clock.move(50)
    with kept(stores.company, claimed, clock=clock, lease_seconds=0.3):
        wait_until(lambda: queue.rows()[0].leased_until == clock.now + seconds(0.3))

    assert not queue.claim(now=NOW + seconds(50))


def test_a_lease_that_was_lost_is_not_taken_back(stores: Stores, queue: Queue, clock: Clock) -> None:
    queue.put(jobs(1))
    (lost,) = queue.claim()
    queue.claim(now=NOW + seconds(60))
    with kept(stores.company, lost, clock=clock, lease_seconds=0.3):
        time.sleep(0.5)

    assert queue.rows()[0].leased_until == NOW + seconds(120)


def test_the_lease_is_no_longer_kept_once_the_work_is_over(stores: Stores, queue: Queue, clock: Clock) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()
    with kept(stores.company, claimed, clock=clock, lease_seconds=0.3):
        pass
    before = queue.rows()[0].leased_until
    clock.move(500)
    time.sleep(0.3)

    assert queue.rows()[0].leased_until == before


def test_the_clock_of_a_worker_knows_its_zone() -> None:
    assert utc_now().tzinfo
