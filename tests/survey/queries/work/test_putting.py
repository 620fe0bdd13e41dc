"""A key is put once, whoever puts it, however often."""

from concurrent.futures import ThreadPoolExecutor

from survey.models.company.work import OutboxMail
from survey.queries.work.putting import CHUNK
from tests.survey.queries.work.queue import NOW, Queue, jobs, mails, seconds


def test_a_key_that_is_known_changes_nothing(queue: Queue) -> None:
    n_first = queue.put(jobs(1))
    n_second = queue.put(jobs(2, due_at=NOW + seconds(60)))

    assert (n_first, n_second) == (1, 1)
    assert queue.rows()[0].due_at == NOW


def test_a_key_stays_taken_when_its_job_is_done(queue: Queue) -> None:
    queue.put(jobs(1))
    queue.finish(*queue.claim())

    assert queue.put(jobs(1)) == 0
    assert not queue.claim()


def test_jobs_and_mails_go_each_to_their_own_queue(queue: Queue) -> None:
    n_new = queue.put([*mails(1), *jobs(1), *mails(1)])

    assert n_new == 2
    assert queue.rows()[0].kind == "count"
    assert queue.rows(OutboxMail)[0].kind == "hello"


def test_schedulers_that_put_the_same_keys_at_once_make_one_job_each(queue: Queue) -> None:
    wanted = jobs(300)
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(queue.put, [wanted, wanted[::-1], wanted, wanted[::-1]]))

    assert sum(counts) == 300
    assert len(queue.rows()) == 300


def test_more_mails_than_go_in_one_statement_are_all_put(queue: Queue) -> None:
    assert queue.put(mails(CHUNK + 1)) == CHUNK + 1
    assert len(queue.rows(OutboxMail)) == CHUNK + 1
