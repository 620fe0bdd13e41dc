"""Wall clocks and UTC."""

from datetime import UTC, date, datetime, time

import pytest

from survey.scheduling.moments import closing_moment, local_moment, opening_moment

NINE = time(9)


@pytest.mark.parametrize(
    ("day", "zone", "utc_hour"),
    [
        (date(2026, 3, 27), "Europe/Berlin", 8),
        (date(2026, 3, 30), "Europe/Berlin", 7),
        (date(2026, 3, 6), "America/New_York", 14),
        (date(2026, 3, 9), "America/New_York", 13),
        (date(2026, 1, 5), "Australia/Sydney", -2),
        (date(2026, 7, 6), "Australia/Sydney", -1),
    ],
)
def test_nine_is_nine_on_either_side_of_summer_time(day: date, zone: str, utc_hour: int) -> None:
    moment = local_moment(day, NINE, zone)

    assert (moment - datetime.combine(day, time(0), UTC)).total_seconds() == utc_hour * 3600


def test_half_hours_of_a_zone_count() -> None:
    assert local_moment(date(2026, 5, 4), NINE, "Asia/Kolkata") == datetime(2026, 5, 4, 3, 30, tzinfo=UTC)


def test_an_hour_that_summer_time_leaves_out_is_taken_after_the_gap() -> None:
    moment = local_moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin")

    assert moment == local_moment(date(2026, 3, 29), time(3, 30), "Europe/Berlin")


def test_of_an_hour_that_comes_twice_the_first_counts() -> None:
    assert local_moment(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_wave_is_open_from_the_first_zone_to_the_last() -> None:
    zones = {"Pacific/Kiritimati", "Europe/Berlin", "Pacific/Pago_Pago"}

    assert opening_moment(date(2026, 5, 4), NINE, zones) == datetime(2026, 5, 3, 19, tzinfo=UTC)
    assert closing_moment(date(2026, 5, 15), zones) == datetime(2026, 5, 16, 11, tzinfo=UTC)


def test_a_day_of_25_hours_ends_when_it_ends() -> None:
    assert closing_moment(date(2026, 10, 25), {"Europe/Berlin"}) == datetime(2026, 10, 25, 23, tzinfo=UTC)
