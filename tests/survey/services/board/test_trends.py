"""Levels that follow from published means: known values, and what must hold whatever the numbers are."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.board.values import Range
from survey.services.board.trends import Motion, smoothed

STILL = Motion(wander=0.0, shock=0.0)


def test_two_means_draw_towards_each_other() -> None:
    found = smoothed([60.0, 50.0], [25, 25], spread=[20.0, 20.0], times=[0.0, 1.0], motion=Motion(16.0, 0.0))
    change = found.change(0, 1)

    assert found.level == pytest.approx((56.667, 53.333), abs=1e-3)
    assert change
    assert (change.value, change.half) == pytest.approx((-10 / 3, 1.645 * sqrt(32 / 3)), rel=1e-3)


def test_a_level_that_never_moves_is_the_mean_of_all_people() -> None:
    found = smoothed([50.0, None, 80.0], [10, 0, 20], spread=[20.0] * 3, times=[0.0, 1.0, 2.0], motion=STILL)
    last = found.at(2)

    assert found.level == pytest.approx((70.0, 70.0, 70.0))
    assert last
    assert last.half == pytest.approx(1.645 * 20 / sqrt(30))
    assert found.change(0, 2) == Range(0.0, pytest.approx(0.0), pytest.approx(0.0))


def test_nothing_is_said_outside_the_first_and_the_last_mean() -> None:
    found = smoothed([None, 60.0, None], [0, 9, 0], spread=[20.0] * 3, times=[0.0, 1.0, 2.0], motion=Motion())
    nothing = smoothed([None], [0], spread=[20.0], times=[0.0], motion=Motion())

    assert [found.at(wave) is None for wave in range(3)] == [True, False, True]
    assert found.change(0, 1) is None
    assert nothing.at(0) is None


@given(st.lists(st.tuples(st.one_of(st.none(), st.floats(0, 100)), st.integers(5, 500)), min_size=1, max_size=30))
def test_a_level_lies_among_the_means_within_its_range(waves: list[tuple[float | None, int]]) -> None:
    means, people = [mean for mean, _ in waves], [n for _, n in waves]
    held = [mean for mean in means if mean is not None]
    times = [wave / 12 for wave in range(len(waves))]
    found = smoothed(means, people, spread=[20.0] * len(waves), times=times, motion=Motion())

    for level in filter(None, map(found.at, range(len(waves)))):
        assert min(held) - 1e-6 <= level.value <= max(held) + 1e-6
        assert level.low <= level.value + 1e-6
        assert level.high >= level.value - 1e-6
