"""What is aimed at, and when it is said to be met."""

import pytest

from benchmarks.detection.bound import Bound
from benchmarks.detection.limits import Measured
from benchmarks.detection.targets import at_least, at_most, delay_is_aimed_at, in_time, is_visible, words


@pytest.mark.parametrize(
    ("measured", "state"),
    [(Measured(0.05, 0.02, 0.09), "met"), (Measured(0.05, 0.0, 0.2), "open"), (Measured(0.2, 0.11, 0.3), "MISSED")],
)
def test_false_alarms_are_few_enough_where_the_upper_limit_says_so(measured: Measured, state: str) -> None:
    assert at_most("later", measured, 0.1).state == state


@pytest.mark.parametrize(
    ("measured", "state"),
    [(Measured(0.96, 0.8, 1.0), "met"), (Measured(0.9, 0.8, 0.97), "open"), (Measured(0.5, 0.4, 0.6), "MISSED")],
)
def test_a_share_is_missed_where_its_upper_limit_says_so(measured: Measured, state: str) -> None:
    assert at_least("unit", measured, 0.95).state == state


def test_small_companies_and_short_pasts_are_granted_a_wave_more() -> None:
    late = Measured(6.0, 6.0, 7.0)

    assert in_time(late, "base", 24, Bound(3, 4)).state == "MISSED"
    assert in_time(late, "50 people", 24, Bound(3, 4)).state == "met"
    assert in_time(late, "base", 12, Bound(3, 4)).state == "met"


@pytest.mark.parametrize(
    ("world", "fall", "history", "aimed"),
    [
        ("base", "team 0.8 step", 24, True),
        ("quarterly", "team 0.8 over 6 months", 24, True),
        ("weekly", "team 0.8 step", 24, False),
        ("unlinked", "team 0.8 step", 24, False),
        ("epochs of a year", "team 0.8 step", 24, False),
        ("unit levels wander", "team 0.8 step", 24, False),
        ("three years of rise", "team 0.8 step", 24, False),
        ("base", "team 0.8 crash", 24, False),
        ("base", "team 0.8 step", 6, False),
    ],
)
def test_delays_are_aimed_at_where_the_design_says(world: str, fall: str, history: int, *, aimed: bool) -> None:
    assert delay_is_aimed_at(world, fall, history) is aimed


def test_a_fall_an_oracle_sees_after_a_year_is_not_aimed_at() -> None:
    assert [is_visible(bound) for bound in (Bound(12, None), Bound(13, 14), Bound(None, None), None)] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_miss_is_said_before_what_is_open() -> None:
    verdicts = [at_most("later", Measured(0.05, 0.0, 0.2), 0.1), at_least("unit", Measured(0.5, 0.4, 0.6), 0.95)]

    assert words(verdicts) == "MISSED: unit"
    assert words(verdicts[:1]) == "open: later"
    assert words([]) == "–"
