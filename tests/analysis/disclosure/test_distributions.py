import numpy as np
import pytest

from analysis.disclosure.distributions import places_with_distribution

WIDE = [2, 3, 4, 3, 2]


def shown(*values: list[int], may_show: list[bool] | None = None, k: int = 5) -> list[bool]:
    may = np.array([True] * len(values) if may_show is None else may_show)
    return places_with_distribution(np.array(values), may_show=may, k=k).tolist()


def test_places_of_ten_with_mixed_answers_are_shown() -> None:
    assert shown([0] * 5, WIDE, WIDE) == [True, True, True]


def test_nine_people_are_joined_to_another_place() -> None:
    assert shown([0] * 5, WIDE, WIDE, [1, 2, 3, 2, 1]) == [True, False, True, False]


@pytest.mark.parametrize(("most", "expected"), [(8, [True, True, True]), (9, [True, False, False])])
def test_so_many_outside_the_commonest_answer_are_wanted_as_of_a_group(most: int, expected: list[bool]) -> None:
    place = [0, 0, 0, 13 - most, most]

    assert shown([0] * 5, place, WIDE) == expected


def test_a_higher_k_raises_ten() -> None:
    place = [4, 4, 4, 4, 4]

    assert shown([0] * 5, place, place, k=16) == [True, True, True]
    assert shown([0] * 5, place, place, k=17) == [True, False, False]


def test_a_place_that_may_not_show_it_is_part_of_the_rest() -> None:
    assert shown([0] * 5, WIDE, [1, 0, 0, 0, 0], may_show=[True, True, False]) == [True, False, False]


def test_the_company_alone_follows_the_same_rule() -> None:
    assert shown([0] * 5, [0, 0, 0, 0, 30]) == [False, False]
    assert shown(WIDE, may_show=[False]) == [False]


def test_where_nobody_answered_nothing_is_shown() -> None:
    assert shown([0] * 5, [0] * 5) == [False, False]
