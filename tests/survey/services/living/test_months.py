"""The demo is made on any day, and always finds the nineteenth wave open."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from survey.services.living.months import hours_between, months_until

DAYS = [datetime(2026, 11, 25, 12, tzinfo=UTC) + timedelta(days=number) for number in range(100)]


def test_on_every_day_the_nineteenth_wave_is_open_and_its_first_reminder_out() -> None:
    for now in DAYS:
        last = months_until(now).waves[-1]

        assert last.number == 19
        assert last.opens_on < last.reminders[0] <= now.date() < last.last_day, now


def test_waves_are_a_month_apart_and_each_closes_before_the_next() -> None:
    for now in DAYS[::7]:
        waves = months_until(now).waves
        gaps = [(after.opens_on - before.opens_on).days for before, after in pairwise(waves)]

        assert len(waves) == 19
        assert all(28 <= gap <= 35 for gap in gaps)


def test_hours_are_counted_to_the_last_one() -> None:
    first = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)

    assert [moment.hour for moment in hours_between(first, first + timedelta(minutes=150))] == [0, 1, 2]
