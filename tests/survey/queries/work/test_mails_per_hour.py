"""How many mails may leave in an hour, however many workers send them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.survey.queries.work.queue import LEASE, NOW, Queue, mails, seconds

HOUR = timedelta(hours=1)


def send_all(queue: Queue, *, per_hour: int) -> int:
    sent = 0
    while claimed := queue.claim_mails(per_hour=per_hour, now=NOW):
        sent += queue.finish(*claimed)
    return sent


def test_no_more_leave_in_an_hour_than_may(queue: Queue) -> None:
    queue.put(mails(5))

    assert send_all(queue, per_hour=3) == 3
    assert not queue.claim_mails(per_hour=3, now=NOW + HOUR - seconds(60))


def test_an_hour_later_the_next_ones_leave(queue: Queue) -> None:
    queue.put(mails(5))
    send_all(queue, per_hour=3)

    assert len(queue.claim_mails(per_hour=3, now=NOW + HOUR + seconds(60), limit=9)) == 2


def test_mails_in_another_hand_count_until_its_lease_is_over(queue: Queue) -> None:
    queue.put(mails(3))
    queue.claim_mails(per_hour=2, limit=2)

    assert not queue.claim_mails(per_hour=2)
    assert queue.claim_mails(per_hour=2, now=NOW + seconds(LEASE))


def test_workers_at_once_keep_the_limit_together(queue: Queue) -> None:
    queue.put(mails(40))
    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(lambda _: queue.claim_mails(per_hour=10, limit=4), range(8)))

    assert sum(map(len, claimed)) == 10


def test_mails_that_left_before_the_clock_was_put_back_do_not_count_for_ever(queue: Queue) -> None:
    queue.put(mails(2, due_at=NOW - timedelta(days=2)))
    send_all(queue, per_hour=1)

    assert queue.claim_mails(per_hour=1, now=NOW - timedelta(days=1))
