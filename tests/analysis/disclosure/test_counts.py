import numpy as np
import pytest

from analysis.disclosure.counts import Counts, by_band, by_unit, totals
from analysis.tree import Tree
from tests.analysis.disclosure.crowds import crowd

DEEP = crowd((0, (0,), 1), (1, (1,), 2), (3, (0,), 4), (2, (1,), 8), parent=(-1, 0, 0, 1))


def test_people_stand_in_their_division_however_deep() -> None:
    assert DEEP.place.tolist() == [0, 1, 1, 2]
    assert DEEP.divisions.tolist() == [1, 2]


def test_a_unit_counts_all_below_it() -> None:
    assert totals(by_unit(DEEP, DEEP.people), DEEP.tree).ravel().tolist() == [15, 6, 8, 4]


def test_a_band_of_the_company_counts_all_places() -> None:
    assert by_band(DEEP, DEEP.people, 0)[:, :, 0].tolist() == [[5, 4, 0], [10, 2, 8]]


@pytest.mark.parametrize(
    ("unit", "band", "people", "message"),
    [
        ([3], [[0]], [[1]], "unit must lie in 0 to 2"),
        ([0], [[2]], [[1]], "band must lie in"),
        ([0], [[0]], [[-1]], "people must not be negative"),
        ([0], [[0]], [1], "people must have a row for each of 1 units"),
    ],
)
def test_rows_that_cannot_be_are_refused(unit: list[int], band: list[list[int]], people: list, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Counts(Tree([-1, 0, 0]), np.array(unit), np.array(band), np.array(people), (2,))
