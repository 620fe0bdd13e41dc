from datetime import timedelta

import pytest

from survey.jobs.patience import Patience
from survey.queries.work import Claimed
from tests.survey.queries.work.queue import NOW


def delay(attempts: int, *, key: str = "a job") -> float:
    retry_at = Patience().retry_at(Claimed(1, key, "count", {}, attempts, attempts), now=NOW)
    assert retry_at
    return (retry_at - NOW).total_seconds()


@pytest.mark.parametrize(("attempts", "longest"), [(1, 30), (2, 60), (5, 480), (8, 3600), (79, 3600)])
def test_the_time_between_doubles_up_to_an_hour(attempts: int, longest: float) -> None:
    assert longest / 2 <= delay(attempts) <= longest


def test_what_failed_together_does_not_come_back_together() -> None:
    delays = {delay(3, key=f"mail {number}") for number in range(100)}

    assert len(delays) == 100
    assert max(delays) - min(delays) > 40


def test_the_time_until_the_next_try_is_always_the_same() -> None:
    assert delay(4) == delay(4)


def test_it_is_given_up_after_somewhat_more_than_two_days() -> None:
    together = timedelta(seconds=sum(delay(attempts) for attempts in range(1, 80)))

    assert timedelta(days=2) < together < timedelta(days=3)
    assert Patience().retry_at(Claimed(1, "a job", "count", {}, 80, 80), now=NOW) is None
