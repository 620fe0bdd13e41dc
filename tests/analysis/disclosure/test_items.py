import numpy as np
import pytest

from analysis.disclosure.items import ItemCounts, places_alone, places_with_anchors, places_with_rotating
from tests.analysis.disclosure.crowds import asked, everywhere


def with_anchors(counts: ItemCounts, k: int = 5) -> list[bool]:
    return places_with_anchors(counts, may_show=everywhere(counts), k=k).tolist()


def with_rotating(counts: ItemCounts, k: int = 5) -> list[bool]:
    return places_with_rotating(counts, may_show=everywhere(counts), k=k).tolist()


def test_anchors_are_shown_where_enough_answered_each_and_the_hub() -> None:
    assert with_anchors(asked([[0, 0, 0], [9, 9, 9], [8, 8, 8]])) == [True, True, True]


def test_a_place_with_few_that_answered_beside_the_hub_is_joined_to_another() -> None:
    assert with_anchors(asked([[0, 0, 0], [9, 9, 9], [8, 8, 3], [7, 7, 7]])) == [True, True, False, False]


def test_people_without_the_hub_tie_nothing() -> None:
    counts = asked([[0, 0, 0], [9, 9, 9], [9, 9, 9]])
    counts.with_hub[0, 2, 1] = 4

    assert with_anchors(counts) == [True, False, False]


def test_two_people_at_the_company_cost_the_smallest_division_its_anchors() -> None:
    assert with_anchors(asked([[2, 2, 2], [9, 9, 9], [8, 8, 8]])) == [True, True, False]


def test_four_with_an_answer_in_the_whole_company_leave_nothing() -> None:
    assert with_anchors(asked([[0, 0, 0], [4, 4, 4]])) == [False, False]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_no_sum_lies_near_an_end_not_even_that_of_the_principle_without_its_anchors(column: int) -> None:
    counts = asked([[0, 0, 0], [9, 9, 9], [9, 9, 9]])
    counts.high[0, 1, column] = 4

    assert with_anchors(counts) == [True, False, False]


def test_rotating_questions_are_shown_where_each_was_answered_by_enough() -> None:
    wave = [[0, 0, 0], [9, 9, 9], [9, 9, 9]]

    assert with_rotating(asked(wave, wave, wave)) == [True, True, True]


def test_a_question_that_few_answered_joins_its_place_to_another() -> None:
    wave, thin = [[0, 0, 0], [9, 9, 9], [9, 9, 9]], [[0, 0, 0], [9, 9, 9], [9, 9, 1]]

    assert with_rotating(asked(thin, thin, thin)) == [True, False, False]
    assert with_rotating(asked(wave, thin, thin)) == [True, True, True]


def test_a_question_answered_by_all_but_three_in_each_wave_concerns_those_three() -> None:
    # They are the same three: asked the second question in the first wave and the third in the second.
    assert with_rotating(asked([[0, 0, 0], [6, 3, 0]], [[0, 0, 0], [6, 0, 3]], [[0, 0, 0], [0, 5, 5]])) == [
        False,
        False,
    ]


def test_two_questions_that_few_ever_met_with_the_others_are_not_shown() -> None:
    # Those met around the hub of both waves may be the same four people.
    first, second = [[0, 0, 0, 0], [20, 20, 2, 2]], [[0, 0, 0, 0], [2, 2, 20, 20]]

    assert with_rotating(asked(first, second)) == [False, False]
    assert with_rotating(asked(first, second), k=4) == [True, True]


def test_people_in_several_waves_are_not_counted_as_others() -> None:
    wave = [[0, 0, 0, 0], [20, 20, 2, 2]]

    assert with_rotating(asked(wave, wave), k=4) == [True, True]
    assert with_rotating(asked(wave, wave), k=5) == [False, False]


def test_a_rotating_sum_near_an_end_is_not_shown() -> None:
    counts = asked([[0, 0, 0], [9, 9, 9], [9, 9, 9]])
    counts.low[0, 2, 1] = 4

    assert with_rotating(counts) == [True, False, False]


def test_with_too_many_questions_to_look_at_none_is_shown() -> None:
    assert with_rotating(asked([[0] * 17, [50] * 17])) == [False, False]


def test_a_question_of_its_own_follows_the_rule_for_units() -> None:
    counts = asked([[2], [9], [8], [4]])

    assert places_alone(counts, may_show=everywhere(counts), k=5).tolist() == [True, True, True, False]


def test_a_place_that_may_not_show_counts_towards_the_rest() -> None:
    counts = asked([[0], [9], [3]])

    assert places_alone(counts, may_show=np.array([True, True, False]), k=5).tolist() == [True, False, False]
    assert not places_alone(counts, may_show=np.array([False, True, True]), k=5).any()


def test_where_nobody_answered_nothing_is_shown() -> None:
    nobody = asked([[0, 0], [0, 0]])

    assert not any(with_anchors(nobody))
    assert not any(with_rotating(nobody))
    assert not places_alone(asked([[0], [0]]), may_show=np.ones(2, np.bool_), k=5).any()


def test_rotating_answers_without_the_hub_tie_nothing() -> None:
    counts = asked([[0, 0, 0], [9, 9, 9], [9, 9, 9]])
    counts.with_hub[0, 2, 1] = 4

    assert with_rotating(counts) == [True, False, False]


def test_enough_people_in_one_of_several_waves_are_enough() -> None:
    nobody = [0, 0, 0, 0]

    assert with_rotating(asked([nobody, [9, 9, 5, 5]], [nobody, [9, 9, 0, 0]], [nobody, [9, 9, 0, 0]])) == [True, True]


def test_the_only_rotating_question_needs_enough_people() -> None:
    assert with_rotating(asked([[0], [5]])) == [True, True]
    assert with_rotating(asked([[0], [4]])) == [False, False]


@pytest.mark.parametrize(("left", "shown"), [(14, [False, False, False]), (15, [True, False, False])])
def test_the_company_alone_has_steps_for_each_division_taken_back_and_k_more(left: int, shown: list[bool]) -> None:
    counts = asked([[0], [9], [9]])
    counts.high[0, 1:] = [[0], [left]]

    assert places_alone(counts, may_show=everywhere(counts), k=5).tolist() == shown


def test_a_division_whose_principle_was_taken_back_counts_as_one() -> None:
    counts = asked([[9, 9], [9, 9], [9, 9]])
    counts.high[0, :2] = [[5, 5], [4, 4]]
    may_show = np.array([True, False, True])

    assert places_with_anchors(counts, may_show=may_show, k=5).tolist() == [True, False, True]
    by_counts = places_with_anchors(counts, may_show=may_show, by_counts=everywhere(counts), k=5)
    assert by_counts.tolist() == [True, False, False]
