"""A worker does what is due, once, and goes on whatever happens."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.db import Store, Stores, engine_of
from survey.jobs.handlers import Details, InTransaction, Steps
from survey.jobs.worker import PER_PASS, Worker
from survey.queries.work import NewJob
from tests.survey.jobs.conftest import MakeWorker
from tests.survey.jobs.effects import Effects, note
from tests.survey.jobs.fakes import Clock, StopAfter
from tests.survey.queries.work.queue import LEASE, NOW, Queue, jobs, seconds

NOTE = {"count": InTransaction(note)}


def test_a_job_takes_effect_once(make_worker: MakeWorker, queue: Queue, effects: Effects) -> None:
    queue.put(jobs(3))
    worker = make_worker(NOTE)

    assert worker.run_once() == 3
    assert worker.run_once() == 0
    assert effects.count() == {"0": 1, "1": 1, "2": 1}


def test_a_pass_ends_so_that_mails_get_their_turn(make_worker: MakeWorker, queue: Queue, effects: Effects) -> None:
    queue.put(jobs(PER_PASS + 1))
    worker = make_worker(NOTE)

    assert worker.run_once() == PER_PASS
    assert effects.count().total() == PER_PASS


def test_a_handler_that_raises_leaves_nothing_and_holds_up_nobody(
    make_worker: MakeWorker, queue: Queue, effects: Effects
) -> None:
    def note_and_break(session: Session, details: Details, now: datetime) -> None:
        note(session, details, now)
        raise LookupError("no Ada Lovelace here")

    queue.put([*jobs(1, kind="broken"), *jobs(1)])
    make_worker({"broken": InTransaction(note_and_break), **NOTE}).run_once()
    broken, fine = queue.rows()

    assert effects.count().total() == 1
    assert (broken.state, fine.state) == ("waiting", "done")
    assert broken.fault.startswith("LookupError")
    assert "Ada" not in broken.fault


def test_a_job_that_raised_is_tried_again_later(make_worker: MakeWorker, queue: Queue, clock: Clock) -> None:
    tries = []

    def succeed_the_second_time(_stores: Stores, _details: Details, now: datetime) -> None:
        tries.append(now)
        if len(tries) == 1:
            raise OSError

    queue.put(jobs(1))
    worker = make_worker({"count": Steps(succeed_the_second_time)})
    first = worker.run_once(), worker.run_once()
    clock.move(30)

    assert first == (1, 0)
    assert worker.run_once() == 1
    assert queue.rows()[0].state == "done"


def test_a_job_taken_by_another_worker_meanwhile_is_rolled_back(
    make_worker: MakeWorker, queue: Queue, effects: Effects, clock: Clock
) -> None:
    """The first worker stands still between its claim and its work."""

    def at_the_claim() -> datetime:
        clock.move(LEASE)
        return clock.now - seconds(LEASE)

    queue.put(jobs(1))
    slow = Worker(make_worker().stores, NOTE, clock)
    (lost,) = queue.claim(now=at_the_claim())
    make_worker(NOTE).run_once()
    slow._do(lost)

    assert effects.count() == {"0": 1}


def test_steps_that_lost_their_lease_do_not_end_the_job(make_worker: MakeWorker, queue: Queue, clock: Clock) -> None:
    def stand_still(_stores: Stores, _details: Details, _now: datetime) -> None:
        clock.move(2 * LEASE)
        queue.claim(now=clock.now)

    queue.put(jobs(1))
    make_worker({"count": Steps(stand_still)}).run_once()

    assert queue.rows()[0].state == "waiting"
    assert queue.rows()[0].fence == 2


def test_a_job_that_kills_every_worker_fails_in_the_end(make_worker: MakeWorker, queue: Queue, clock: Clock) -> None:
    queue.put(jobs(1))
    worker = make_worker(NOTE)
    for _ in range(worker.patience.attempts):
        queue.claim(now=clock.now)
        clock.move(LEASE)
    worker.run_once()

    assert queue.rows()[0].state == "failed"
    assert "no attempt came to its end" in queue.rows()[0].fault


def test_a_job_of_an_unknown_kind_is_left_to_others(make_worker: MakeWorker, queue: Queue) -> None:
    queue.put(jobs(1, kind="of tomorrow"))

    assert make_worker(NOTE).run_once() == 0
    assert queue.rows()[0].attempts == 0


def test_what_is_planned_is_put_once_a_minute(make_worker: MakeWorker, clock: Clock, effects: Effects) -> None:
    asked = []

    def plan(_session: Session, now: datetime) -> list[NewJob]:
        asked.append(now)
        return [NewJob(f"minute {now:%H:%M}", "count", now, {"number": f"{now:%H:%M}"})]

    worker = make_worker(NOTE, plans=(plan,))
    for step in (0, 59, 1, -3600):
        clock.move(step)
        worker.run_once()

    assert len(asked) == 3
    assert effects.count() == {"09:00": 1, "09:01": 1, "08:01": 1}


def test_a_plan_that_raises_holds_up_neither_plans_nor_jobs(
    make_worker: MakeWorker, queue: Queue, effects: Effects
) -> None:
    def broken(_session: Session, _now: datetime) -> list[NewJob]:
        raise ZeroDivisionError

    queue.put(jobs(1))
    make_worker(NOTE, plans=(broken, lambda _session, _now: jobs(2))).run_once()

    assert effects.count() == {"0": 1, "1": 1}


def test_a_worker_sleeps_until_something_is_due_and_never_long(make_worker: MakeWorker, queue: Queue) -> None:
    stop = StopAfter(1)
    make_worker(NOTE).run_until(stop)
    queue.put(jobs(1, due_at=NOW + timedelta(seconds=2)))
    soon = StopAfter(1)
    make_worker(NOTE).run_until(soon)

    assert stop.waits == [5.0]
    assert soon.waits == [2.0]


def test_a_store_that_is_away_does_not_end_the_worker(clock: Clock) -> None:
    away = Store(engine_of("postgresql:///nowhere?host=/nonexistent"))
    stop = StopAfter(2)
    Worker(Stores(away, away, away), NOTE, clock).run_until(stop)

    assert stop.waits == [5.0, 5.0]
