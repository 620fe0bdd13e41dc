"""What an alternative buys, in points and in months."""

import math

from analysis.gains import Gain, gains
from analysis.planner import FallFound


def falls(*points: float) -> tuple[FallFound, ...]:
    """Found within 3, 6 and 12 months."""
    return tuple(
        FallFound("team", 1, months, size, size, size) for months, size in zip((3, 6, 12), points, strict=True)
    )


def test_a_plan_gains_nothing_over_itself() -> None:
    planned = falls(9, 7, 7)

    assert [(gain.points, gain.months, gain.at_least) for gain in gains(planned, planned)] == [(0, 0, False)] * 3


def test_a_better_programme_finds_the_same_fall_sooner() -> None:
    last = gains(falls(12, 9, 6), falls(8, 6, 4))[2]

    assert (last.points, round(last.months, 9), last.at_least) == (-2, -6, False)


def test_between_the_known_months_time_is_interpolated_by_ratio() -> None:
    last = gains(falls(12, 9, 7), falls(9, 8, 6))[2]

    assert math.isclose(last.months, math.sqrt(6 * 12) - 12)


def test_what_is_found_within_the_shortest_time_may_be_found_sooner_still() -> None:
    assert gains(falls(12, 9, 6), falls(5, 4, 3))[1] == Gain(-5, -3, at_least=True)


def test_a_worse_programme_finds_the_same_fall_later_or_not_within_a_year() -> None:
    first, _, last = gains(falls(9, 8, 6), falls(10, 9, 8))

    assert math.isclose(first.months, 3)
    assert last.points == 2
    assert math.isnan(last.months)


def test_a_fall_that_cannot_be_found_has_no_difference() -> None:
    first = gains(falls(math.nan, 9, 8), falls(12, 9, 8))[0]

    assert math.isnan(first.points)
    assert math.isnan(first.months)
