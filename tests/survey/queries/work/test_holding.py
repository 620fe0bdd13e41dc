"""The worker that claimed a row last may end it; any other may not."""

from survey.models.company.work import Job, OutboxMail
from survey.queries import work
from tests.survey.queries.work.queue import LEASE, NOW, Queue, jobs, mails, seconds


def test_a_finished_job_is_done_and_not_given_out_again(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()

    assert queue.finish(claimed)
    assert queue.rows()[0].state == "done"
    assert not queue.claim(now=NOW + seconds(2 * LEASE))


def test_whoever_lost_the_lease_can_end_nothing(queue: Queue) -> None:
    queue.put(jobs(1))
    (lost,) = queue.claim()
    (mine,) = queue.claim(now=NOW + seconds(LEASE))

    assert not queue.finish(lost)
    assert not queue.fail(lost, retry_at=None)
    assert not queue.renew(lost)
    assert queue.finish(mine)


def test_what_is_done_stays_done(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()
    queue.finish(claimed)

    assert not queue.finish(claimed)
    assert not queue.fail(claimed, retry_at=NOW)
    assert queue.rows()[0].state == "done"


def test_a_late_finish_counts_as_long_as_nobody_else_took_the_job(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()

    assert queue.finish(claimed, now=NOW + seconds(10 * LEASE))


def test_a_finish_that_is_rolled_back_has_not_happened(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()
    with queue.store.write() as session:
        work.finish(session, claimed, now=NOW)
        session.rollback()

    assert queue.rows()[0].state == "waiting"


def test_a_fault_is_noted_and_the_job_comes_back_when_it_was_said(queue: Queue) -> None:
    queue.put(jobs(1))
    (claimed,) = queue.claim()
    queue.fail(claimed, retry_at=NOW + seconds(30), fault="x" * 1000)

    assert queue.rows()[0].fault == "x" * 500
    assert not queue.claim(now=NOW + seconds(29))
    assert queue.claim(now=NOW + seconds(30))[0].attempts == 2


def test_what_failed_for_good_waits_for_a_person(queue: Queue) -> None:
    queue.put([*jobs(1), *mails(1)])
    for claimed in (*queue.claim(), *queue.claim_mails(per_hour=9)):
        queue.fail(claimed, retry_at=None)
    with queue.store.write() as session:
        n_put_back = work.put_back_failed(session, now=NOW + seconds(5))

    assert n_put_back == 2
    assert queue.claim(now=NOW + seconds(5))[0].attempts == 1


def test_a_mail_that_left_late_looks_like_one_that_was_not_needed(queue: Queue) -> None:
    queue.put(mails(2, due_at=NOW - seconds(3600)))
    late, needless = queue.claim_mails(per_hour=9, limit=2)
    queue.fail(late, retry_at=NOW + seconds(10))
    (late,) = queue.claim_mails(per_hour=9, now=NOW + seconds(11))
    queue.finish(late, now=NOW + seconds(12))
    queue.finish(needless, now=NOW)
    kept = {column.key for column in OutboxMail.__table__.columns} - {"id", "business_key"}
    rows = queue.rows(OutboxMail)

    assert [getattr(rows[0], column) for column in kept] == [getattr(rows[1], column) for column in kept]


def test_what_is_long_over_is_deleted_and_nothing_else(queue: Queue) -> None:
    queue.put([*jobs(3), *mails(1)])
    done, failed, _waiting = queue.claim(limit=3)
    queue.finish(done)
    queue.fail(failed, retry_at=None)
    queue.finish(*queue.claim_mails(per_hour=9))
    with queue.store.write() as session:
        early = work.delete_over(session, before=NOW - seconds(60))
        n_deleted = work.delete_over(session, before=NOW + seconds(60))

    assert (early, n_deleted) == (0, 3)
    assert [row.state for row in queue.rows(Job)] == ["waiting"]
