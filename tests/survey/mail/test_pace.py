from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.mail.pace import Pace, pace
from tests.survey.mail.fakes import NOON

MINUTES = st.lists(st.integers(0, 180), max_size=30)


def test_what_has_not_left_in_this_hour_may_leave_now() -> None:
    departures = [NOON - timedelta(minutes=minutes) for minutes in (10, 50, 60, 300)]

    assert pace(departures, per_hour=5, now=NOON) == Pace(3, None)


def test_a_full_hour_waits_until_its_oldest_mail_is_an_hour_old() -> None:
    departures = [NOON - timedelta(minutes=minutes) for minutes in (5, 40, 20)]

    assert pace(departures, per_hour=3, now=NOON) == Pace(0, NOON + timedelta(minutes=20))


def test_after_a_lowered_limit_as_many_mails_must_age_as_are_too_many() -> None:
    departures = [NOON - timedelta(minutes=minutes) for minutes in (50, 40, 30)]

    assert pace(departures, per_hour=2, now=NOON) == Pace(0, NOON + timedelta(minutes=20))


def test_no_mail_at_all_an_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="got 0 mails an hour"):
        pace([], per_hour=0, now=NOON)


@given(MINUTES, st.integers(1, 8))
def test_whoever_keeps_the_pace_never_exceeds_the_limit(gaps: list[int], per_hour: int) -> None:
    departures = []
    now = NOON
    for gap in gaps:
        now += timedelta(minutes=gap)
        departures += [now] * pace(departures, per_hour=per_hour, now=now).count

    assert all(
        sum(moment - timedelta(hours=1) < other <= moment for other in departures) <= per_hour for moment in departures
    )


@given(st.lists(st.integers(0, 59), min_size=8), st.integers(1, 8))
def test_at_the_moment_named_one_may_leave_and_not_before(ages: list[int], per_hour: int) -> None:
    departures = [NOON - timedelta(minutes=age) for age in ages]
    next_at = pace(departures, per_hour=per_hour, now=NOON).next_at
    assert next_at

    assert pace(departures, per_hour=per_hour, now=next_at).count >= 1
    assert pace(departures, per_hour=per_hour, now=next_at - timedelta(microseconds=1)).count == 0
