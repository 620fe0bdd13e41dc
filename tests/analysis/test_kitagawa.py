import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InsufficientData
from analysis.kitagawa import kitagawa

groups = st.lists(st.tuples(st.floats(0, 100), st.integers(0, 4)), min_size=1, max_size=30)


@given(groups, groups)
def test_the_two_parts_sum_to_the_difference(one: list[tuple[float, int]], other: list[tuple[float, int]]) -> None:
    (value, part), (other_value, other_part) = (tuple(zip(*group, strict=True)) for group in (one, other))

    split = kitagawa(value, part, other_value, other_part)

    difference = np.mean(value) - np.mean(other_value)
    assert split.within.size + split.between.size == pytest.approx(difference, abs=1e-12)


@given(groups, groups)
def test_turning_the_groups_round_turns_the_signs(one: list[tuple[float, int]], other: list[tuple[float, int]]) -> None:
    (value, part), (other_value, other_part) = (tuple(zip(*group, strict=True)) for group in (one, other))

    split, back = kitagawa(value, part, other_value, other_part), kitagawa(other_value, other_part, value, part)

    assert split.within.size == pytest.approx(-back.within.size, abs=1e-12)
    assert split.between.size == pytest.approx(-back.between.size, abs=1e-12)


def test_rates_of_two_populations_are_split_as_by_hand() -> None:
    value, part = np.repeat([10.0, 30], [3, 1]), np.repeat([0, 1], [3, 1])
    other_value, other_part = np.repeat([20.0, 40], [2, 2]), np.repeat([0, 1], [2, 2])

    split = kitagawa(value, part, other_value, other_part)

    assert split.within.size == pytest.approx(-10)  # every rate is 10 lower
    assert split.between.size == pytest.approx((15 - 35) * 0.25)


def test_one_part_has_nothing_between() -> None:
    split = kitagawa([1.0, 2.0], [0, 0], [5.0, 7.0], [0, 0])

    assert (split.between.size, split.between.se) == (0, 0)
    assert split.within.se == pytest.approx(np.sqrt((0.5 + 2) / 2 * (1 / 2 + 1 / 2)))


def test_an_empty_group_is_refused() -> None:
    with pytest.raises(InsufficientData):
        kitagawa([], [], [1.0], [0])
    with pytest.raises(ValueError, match="same length"):
        kitagawa([1.0], [0, 1], [1.0], [0])
