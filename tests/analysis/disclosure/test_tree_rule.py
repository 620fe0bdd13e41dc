import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure.tree_rule import nearest_shown, shown_units
from analysis.tree import Tree

K = 5


def shown(parent: list[int], people: list[int], k: int = K, before: list[bool] | None = None) -> list[bool]:
    was = None if before is None else np.array(before)
    return shown_units(np.array(people)[:, None], Tree(parent), k=k, before=was).tolist()


def test_units_are_shown_where_nobody_is_left() -> None:
    assert shown([-1, 0, 0], [10, 5, 5]) == [True, True, True]


def test_units_are_shown_where_enough_are_left() -> None:
    assert shown([-1, 0, 0], [15, 5, 5]) == [True, True, True]


def test_the_smallest_of_the_sisters_is_left_out_where_two_would_remain() -> None:
    assert shown([-1, 0, 0, 0], [22, 8, 7, 5]) == [True, True, True, False]


def test_two_left_of_an_only_child_hide_the_child() -> None:
    assert shown([-1, 0], [12, 10]) == [True, False]


def test_a_chain_of_only_children_is_shown_whole() -> None:
    assert shown([-1, 0, 1, 2], [6, 6, 6, 6]) == [True] * 4


def test_a_hidden_unit_lets_its_children_through() -> None:
    parent = [-1, 0, 1]

    assert shown(parent, [20, 18, 12]) == [True, False, True]
    assert nearest_shown(np.array([True, False, True]), Tree(parent)).tolist() == [0, 0, 2]


def test_what_a_hidden_unit_leaves_is_left_of_the_unit_above() -> None:
    assert shown([-1, 0, 1, 1], [20, 18, 9, 9]) == [True, False, True, False]


def test_what_was_shown_before_comes_first() -> None:
    parent, people = [-1, 0, 0], [13, 6, 5]

    assert shown(parent, people) == [True, True, False]
    assert shown(parent, people, before=[True, False, True]) == [True, False, True]


def test_a_company_of_one_unit_is_shown_from_k_people_on() -> None:
    assert shown([-1], [5]) == [True]
    assert shown([-1], [4]) == [False]


def test_with_ten_as_the_fewest_nine_are_left_out() -> None:
    assert shown([-1, 0, 0], [29, 20, 9], k=10) == [True, False, False]


def test_a_unit_needs_enough_people_on_every_scale() -> None:
    people = np.array([[20, 20], [10, 10], [10, 4]])

    assert shown_units(people, Tree([-1, 0, 0]), k=K).tolist() == [True, True, False]


def test_without_a_scale_nothing_is_shown() -> None:
    assert not shown_units(np.zeros((3, 0), np.int64), Tree([-1, 0, 0]), k=K).any()


@st.composite
def companies(draw: st.DrawFn) -> tuple[Tree, np.ndarray, int]:
    n_units = draw(st.integers(1, 14))
    parent = [-1, *(draw(st.integers(0, unit - 1)) for unit in range(1, n_units))]
    tree = Tree(parent)
    people = np.array([[draw(st.integers(0, 9)) for _ in range(2)] for _ in range(n_units)])
    return tree, people, draw(st.integers(2, 10))


@given(companies())
def test_nobody_or_enough_people_count_towards_each_shown_unit(company: tuple[Tree, np.ndarray, int]) -> None:
    tree, own, k = company
    people = np.array([own[tree.within(unit)].sum(axis=0) for unit in range(tree.n_units)])

    found = shown_units(people, tree, k=k)

    left = np.zeros_like(own)
    np.add.at(left, nearest_shown(found, tree), own)
    assert not found.any() or ((left == 0) | (left >= k)).all()
    assert (people[found] >= k).all()


@given(companies())
def test_what_was_shown_is_shown_again_of_the_same_people(company: tuple[Tree, np.ndarray, int]) -> None:
    tree, own, k = company
    people = np.array([own[tree.within(unit)].sum(axis=0) for unit in range(tree.n_units)])
    found = shown_units(people, tree, k=k)

    assert (shown_units(people, tree, k=k, before=found) == found).all()
