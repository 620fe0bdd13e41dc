"""Who gets what: one worker at a time, and only what is due."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from survey.queries import work
from survey.queries.work import Claimed
from tests.survey.queries.work.queue import LEASE, NOW, Queue, jobs, seconds


def test_a_claimed_job_carries_what_was_put(queue: Queue) -> None:
    queue.put(jobs(1))

    assert queue.claim() == [Claimed(1, "count 0", "count", {"number": 0}, fence=1, attempts=1)]


def test_workers_at_once_claim_what_no_other_has(queue: Queue) -> None:
    queue.put(jobs(60))
    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(lambda _: queue.claim(limit=15), range(4)))
    ids = [claimed.id for share in shares for claimed in share]

    assert len(ids) == len(set(ids))
    assert len(ids) + len(queue.claim(limit=60)) == 60


def test_what_another_worker_is_taking_is_passed_over(postgres_queue: Queue) -> None:
    postgres_queue.put(jobs(2))
    with postgres_queue.store.write() as session:
        first = work.claim_jobs(session, now=NOW, lease_seconds=LEASE)
        second = postgres_queue.claim(limit=2)

    assert len(second) == 1
    assert second[0].id != first[0].id


def test_nothing_is_claimed_before_it_is_due(queue: Queue) -> None:
    queue.put(jobs(1, due_at=NOW + seconds(1)))

    assert not queue.claim()
    assert queue.claim(now=NOW + seconds(1))


def test_the_longest_due_comes_first(queue: Queue) -> None:
    queue.put([*jobs(1, kind="late"), *jobs(1, kind="early", due_at=NOW - seconds(1))])

    assert [claimed.kind for claimed in queue.claim(limit=2)] == ["early", "late"]


def test_a_worker_claims_only_kinds_it_knows(queue: Queue) -> None:
    queue.put([*jobs(1, kind="known"), *jobs(1, kind="unknown")])

    assert [claimed.kind for claimed in queue.claim(limit=2, kinds=("known",))] == ["known"]
    assert not queue.claim(kinds=())


def test_a_lease_that_is_over_lets_another_worker_take_the_job(queue: Queue) -> None:
    queue.put(jobs(1))
    (first,) = queue.claim()

    assert not queue.claim(now=NOW + seconds(LEASE - 1))
    (second,) = queue.claim(now=NOW + seconds(LEASE))
    assert second.fence == first.fence + 1


def test_a_renewed_lease_lasts_longer(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()

    assert queue.renew(claimed, now=NOW + seconds(50))
    assert not queue.claim(now=NOW + seconds(LEASE + 49))


def test_a_clock_that_jumped_ahead_costs_a_lease_and_no_more(queue: Queue) -> None:
    queue.put(jobs(1))
    (early,) = queue.claim()
    (later,) = queue.claim(now=NOW + timedelta(days=1))

    assert not queue.finish(early)
    assert queue.finish(later)


def test_a_lease_given_by_a_clock_put_back_since_binds_nobody(queue: Queue) -> None:
    queue.put(jobs(1, due_at=NOW - timedelta(days=1)))
    queue.claim(now=NOW)

    assert queue.claim(now=NOW - timedelta(hours=2))


@pytest.mark.parametrize("lease", [0.0, -1.0, 3601.0])
def test_a_lease_of_no_use_is_refused(queue: Queue, lease: float) -> None:
    with queue.store.write() as session, pytest.raises(ValueError, match=f"got a lease of {lease} s"):
        work.claim_jobs(session, now=NOW, lease_seconds=lease)


def test_a_worker_can_tell_when_something_becomes_due(queue: Queue) -> None:
    queue.put(
        [*jobs(1), *jobs(1, kind="soon", due_at=NOW + seconds(3)), *jobs(1, kind="other", due_at=NOW + seconds(2))]
    )
    with queue.store.read() as session:
        due_at = work.next_due_at(session, now=NOW, kinds=("count", "soon"))
        none = work.next_due_at(session, now=NOW, kinds=("count",))

    assert due_at == NOW + seconds(3)
    assert none is None
