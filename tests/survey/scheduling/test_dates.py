"""The days of waves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.scheduling.dates import End, Pause, Shift, is_working_day, wave_dates
from survey.scheduling.plan import CADENCES, Plan

MONTHLY = Plan(rule="monthly", starts_on=date(2026, 11, 2), countries=("SE", "DE"))


def test_a_monthly_wave_opens_on_the_first_monday() -> None:
    assert [one.opens_on for one in wave_dates(MONTHLY, n=3)] == [
        date(2026, 11, 2),
        date(2026, 12, 7),
        date(2027, 1, 4),
    ]


def test_a_holiday_moves_the_opening_and_is_named() -> None:
    plan = Plan(rule="monthly", starts_on=date(2026, 4, 1), countries=("DE",))
    first = wave_dates(plan, n=1)[0]

    assert first.opens_on == date(2026, 4, 7)
    assert "Easter Monday (DE)" in first.shifted_by


def test_open_days_are_working_days() -> None:
    january = wave_dates(MONTHLY, first=3)[0]

    assert january.last_day == date(2027, 1, 18)
    assert january.reminders == (date(2027, 1, 7), date(2027, 1, 11))


def test_an_epoch_ends_before_its_year_is_over() -> None:
    waves = wave_dates(MONTHLY, n=30)
    first = [one for one in waves if one.epoch == 1]

    assert len(first) == 12
    assert first[-1].is_last_of_epoch
    assert first[-1].last_day < date(2027, 11, 2)


def test_a_pause_leaves_waves_out_and_numbers_go_on() -> None:
    pause = Pause(date(2026, 12, 1), date(2027, 2, 1))

    assert [(one.number, one.opens_on) for one in wave_dates(MONTHLY, (pause,), n=2)] == [
        (1, date(2026, 11, 2)),
        (2, date(2027, 2, 1)),
    ]


def test_one_wave_can_be_shifted() -> None:
    moved = wave_dates(MONTHLY, (Shift(2, 7),), n=3)

    assert [one.opens_on for one in moved] == [date(2026, 11, 2), date(2026, 12, 14), date(2027, 1, 4)]


@pytest.mark.parametrize(("is_exact", "opens_on"), [(False, date(2026, 12, 14)), (True, date(2026, 12, 12))])
def test_a_shift_to_a_saturday_waits_for_monday_unless_it_is_meant(*, is_exact: bool, opens_on: date) -> None:
    moved = wave_dates(MONTHLY, (Shift(2, 5, is_exact),), first=2)

    assert (moved[0].opens_on, moved[0].last_day.weekday() < 5) == (opens_on, True)


def test_after_the_end_no_wave_opens() -> None:
    assert len(wave_dates(MONTHLY, (End(date(2027, 1, 1)),), n=10)) == 2


plans = st.builds(
    Plan,
    rule=st.sampled_from([name for name in CADENCES if name != "weekly"]),
    starts_on=st.dates(date(2024, 1, 1), date(2035, 12, 31)),
    open_days=st.integers(5, 15),
    reminder_days=st.just((3, 5)),
    countries=st.sampled_from([(), ("SE",), ("DE", "US"), ("ES", "FR", "SG")]),
    epoch_months=st.integers(1, 12),
)


@settings(deadline=None, max_examples=40)
@given(plans, st.integers(1, 20))
def test_a_wave_is_the_same_whenever_it_is_asked_for(plan: Plan, number: int) -> None:
    assert wave_dates(plan, n=20)[number - 1 : number] == wave_dates(plan, first=number)


@settings(deadline=None, max_examples=40)
@given(plans)
def test_waves_never_overlap_and_open_on_working_days(plan: Plan) -> None:
    waves = wave_dates(plan, n=20)

    assert all(before.last_day < after.opens_on for before, after in pairwise(waves))
    assert all(is_working_day(plan, one.opens_on) for one in waves)
    assert all(one.opens_on < day <= one.last_day for one in waves for day in one.reminders)


@settings(deadline=None, max_examples=40)
@given(plans)
def test_no_epoch_links_longer_than_a_year(plan: Plan) -> None:
    waves = wave_dates(plan, n=30)
    for epoch in {one.epoch for one in waves}:
        within = [one for one in waves if one.epoch == epoch]

        assert len(within) == 1 or within[-1].last_day - within[0].opens_on < timedelta(days=366)
