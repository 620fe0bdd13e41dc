import numpy as np
import pytest

from analysis.disclosure.bands import ALONE, HIDDEN, JOINED
from analysis.disclosure.cuts import inseparable, splitting_costs

TWO = np.array([[0, 0, 0, 0], [0, 3, 3, 0], [0, 3, 3, 0]])
"""Two bands; in each of two divisions three people are fewest on one side. Nobody stands at the company."""


def shown(*bands: tuple[int, ...]) -> np.ndarray:
    return np.array(bands, np.bool_)


def test_the_smaller_side_of_every_cell_is_what_a_split_costs() -> None:
    costs = splitting_costs(
        np.array([0, 0, 0, 1, 1]),
        np.array([0, 0, 0, 1, 1]),
        np.array([0, 1, 2, 0, 1]),
        np.array([4, 3, 2, 1, 6]),
        n_places=2,
        n_bands=3,
    )

    assert costs.tolist() == [[0, 4, 3, 2, 2, 3, 4, 0], [0, 1, 1, 0, 0, 1, 1, 0]]


def test_bands_of_one_cell_add_up_over_cells() -> None:
    costs = splitting_costs(
        np.zeros(4, np.int64),
        np.array([0, 0, 7, 7]),
        np.array([0, 1, 0, 1]),
        np.array([3, 9, 8, 2]),
        n_places=1,
        n_bands=2,
    )

    assert costs.tolist() == [[0, 5, 5, 0]]


def test_bands_of_the_company_are_set_apart_in_all_divisions_at_once() -> None:
    company_only = shown((1, 0, 0), (1, 0, 0))

    assert inseparable(TWO, company_only, k=6).tolist() == [[0, 0]] * 3
    assert inseparable(TWO, company_only, k=7).tolist() == [[0, 1]] * 3


def test_bands_of_a_division_are_set_apart_in_it_alone() -> None:
    assert inseparable(TWO, shown((1, 1, 0), (1, 1, 0)), k=4).tolist()[1] == [0, 1]
    assert inseparable(TWO, shown((1, 1, 0), (1, 1, 0)), k=3).tolist()[1] == [0, 0]


def test_a_division_with_bands_of_its_own_makes_up_for_those_of_the_company() -> None:
    assert inseparable(TWO, shown((1, 1, 0), (1, 1, 0)), k=4).tolist()[2] == [0, 1]


def test_bands_shown_nowhere_weigh_the_same() -> None:
    costs = np.zeros((1, 8), np.int64)

    assert inseparable(costs, shown((1,), (0,), (0,)), k=5).tolist() == [[0, 1, 1]]


def test_bands_shown_in_one_division_only_stay_together_elsewhere() -> None:
    free = np.zeros((3, 4), np.int64)

    assert inseparable(free, shown((0, 1, 0), (0, 0, 0)), k=5).tolist() == [[0, 0], [0, 1], [0, 0]]


def test_of_three_bands_two_may_be_joined() -> None:
    costs = np.array([[0, 2, 9, 9, 9, 9, 2, 0]])

    assert inseparable(costs, shown((1,), (1,), (1,)), k=5).tolist() == [[0, 1, 1]]


def test_joined_bands_are_set_apart_in_all_divisions_at_once_by_those_of_the_company() -> None:
    joined = np.array([[ALONE, JOINED, JOINED], [ALONE, JOINED, JOINED]])

    assert inseparable(TWO, joined, k=6).tolist() == [[0, 0]] * 3
    assert inseparable(TWO, joined, k=7).tolist() == [[0, 1]] * 3


def test_joined_bands_of_which_the_company_shows_none_stay_together() -> None:
    nowhere_else = np.array([[HIDDEN, JOINED, HIDDEN], [HIDDEN, JOINED, HIDDEN]])

    assert inseparable(np.zeros((3, 4), np.int64), nowhere_else, k=5).tolist() == [[0, 0]] * 3


def test_bands_that_the_company_joins_stay_together() -> None:
    free = np.zeros((1, 8), np.int64)

    assert inseparable(free, np.array([[ALONE], [JOINED], [JOINED]]), k=5).tolist() == [[0, 1, 1]]


@pytest.mark.parametrize("k", [2, 5, 10])
def test_exactly_k_people_are_enough(k: int) -> None:
    costs = np.array([[0, k, k, 0]])

    assert inseparable(costs, shown((1,), (1,)), k=k).tolist() == [[0, 0]]
    assert inseparable(costs, shown((1,), (1,)), k=k + 1).tolist() == [[0, 1]]
