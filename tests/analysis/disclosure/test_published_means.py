"""Which means of another tool may be shown together."""

import numpy as np
import pytest

from analysis import Tree
from analysis.disclosure.published_means import Means, shown_means, shown_uncounted, whole_units

TREE = Tree([-1, 0, 0, 1, 1])
"""A company, two divisions, two teams in the first."""

K = 5


def means(n: list[int], points: list[float] | None = None) -> Means:
    people = np.array(n, np.int64)[:, None]
    held = np.where(people > 0, 50.0, np.nan) if points is None else np.array(points)[:, None]
    return Means(people, held, np.full(people.shape, np.nan), 4.0 * people)


def shown(n: list[int], points: list[float] | None = None) -> list[int]:
    return np.flatnonzero(shown_means(means(n, points), TREE, k=K)[:, 0]).tolist()


def test_a_unit_without_a_row_is_what_was_counted_below_it() -> None:
    whole = whole_units(means([0, 0, 20, 10, 30], [np.nan, np.nan, 40.0, 60.0, 80.0]), TREE)

    assert whole.n[:, 0].tolist() == [60, 40, 20, 10, 30]
    assert whole.points[:, 0].tolist() == pytest.approx([(20 * 40 + 40 * 75) / 60, 75.0, 40.0, 60.0, 80.0])


def test_a_units_own_row_is_its_total() -> None:
    assert whole_units(means([70, 41, 20, 10, 30]), TREE).n[:, 0].tolist() == [70, 41, 20, 10, 30]


def test_an_own_row_of_few_is_the_rest() -> None:
    assert whole_units(means([0, 5, 20, 10, 30]), TREE).n[:2, 0].tolist() == [65, 45]


def test_means_that_nobody_counted_are_not_averaged() -> None:
    own = means([0] * 5, [np.nan, np.nan, 40.0, 60.0, 80.0])

    assert np.isnan(whole_units(own, TREE).points[:2]).all()


def test_where_all_are_many_all_is_shown() -> None:
    assert shown([60, 40, 20, 10, 30]) == [0, 1, 2, 3, 4]


def test_a_team_of_two_is_not_shown_nor_told_by_its_sister() -> None:
    assert shown([60, 40, 20, 2, 38]) == [0, 1, 2]


def test_two_who_are_in_no_team_are_not_told_by_the_teams() -> None:
    assert shown([60, 40, 20, 8, 30]) == [0, 1, 2, 4]


def test_a_mean_at_the_end_of_the_scale_is_not_shown() -> None:
    assert 3 not in shown([60, 40, 20, 10, 30], [50.0, 50.0, 50.0, 99.0, 33.7])


def test_nothing_is_shown_of_a_company_of_four() -> None:
    assert shown([4, 0, 4, 0, 0]) == []


def test_without_n_the_company_and_its_divisions_are_shown() -> None:
    points = np.array([50.0, 60.0, 100.0, 70.0, 80.0])[:, None]

    assert np.flatnonzero(shown_uncounted(points, TREE)).tolist() == [0, 1]


@pytest.mark.parametrize("seed", range(20))
def test_no_difference_of_what_is_shown_is_about_fewer_than_k(seed: int) -> None:
    rng = np.random.default_rng([20260101, seed])
    parent = [-1, *(int(rng.integers(0, unit)) for unit in range(1, 25))]
    tree, own = Tree(parent), rng.integers(0, 12, 25)
    whole = own.copy()
    for unit in tree.upward():
        if parent[unit] >= 0:
            whole[parent[unit]] += whole[unit]
    chosen = shown_means(means(whole.tolist(), [50.0] * 25), tree, k=K)[:, 0]
    left = whole * chosen
    for unit in np.flatnonzero(chosen[1:]) + 1:
        above = next(one for one in reversed(tree.path(unit)[:-1]) if chosen[one])
        left[above] -= whole[unit]

    assert chosen[tree.root]
    assert set(left[chosen].tolist()) & set(range(1, K)) == set()
