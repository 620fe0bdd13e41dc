import numpy as np

from analysis.disclosure.counts import Counts
from analysis.disclosure.homogeneity import Steps, without_extremes
from analysis.disclosure.prove import Choice
from tests.analysis.disclosure.crowds import answers, crowd

ALL = np.ones(3, np.bool_)
SQUARE = crowd((1, (0,), 9), (1, (1,), 9), (2, (0,), 9), (2, (1,), 9))


def left(counts: Counts, steps: Steps, bands: np.ndarray | None = None, units: np.ndarray = ALL) -> Choice:
    shown = np.zeros((counts.n_bands[0], counts.n_places), np.bool_) if bands is None else bands
    return without_extremes(counts, steps, Choice(units, (shown,)), scale=0, k=5)


def test_units_far_from_the_ends_stay() -> None:
    assert left(SQUARE, answers(SQUARE, 3, 3, 3, 3)).units.all()


def test_where_everybody_chose_five_nothing_is_shown() -> None:
    choice = left(SQUARE, answers(SQUARE, 5, 5, 5, 5), np.ones((2, 3), np.bool_))

    assert not choice.units.any()
    assert not choice.bands[0].any()


def test_where_everybody_chose_one_nothing_is_shown() -> None:
    assert not left(SQUARE, answers(SQUARE, 1, 1, 1, 1)).units.any()


def test_a_unit_at_an_end_is_joined_to_its_sister() -> None:
    assert left(SQUARE, answers(SQUARE, 5, 5, 3, 3)).units.tolist() == [True, False, False]


def test_what_is_left_of_a_unit_at_an_end_takes_in_its_smallest_child() -> None:
    counts = crowd((0, (0,), 9), (1, (0,), 9), (2, (0,), 8))

    assert left(counts, answers(counts, 5, 3, 3)).units.tolist() == [True, True, False]


def test_five_steps_are_far_enough_and_four_are_not() -> None:
    counts = crowd((1, (0,), 5), (1, (0,), 4), (2, (0,), 9))

    assert left(counts, answers(counts, 4, 5, 3)).units.all()
    assert left(crowd((1, (0,), 4), (1, (0,), 5), (2, (0,), 9)), answers(counts, 4, 5, 3)).units.sum() in {1, 3}


def test_a_band_at_an_end_is_taken_back_with_its_neighbour() -> None:
    choice = left(SQUARE, answers(SQUARE, 5, 3, 5, 3), np.array([[1, 0, 0], [1, 0, 0]], np.bool_))

    assert not choice.bands[0].any()
    assert choice.units.all()


def test_a_band_whose_rest_in_the_company_is_at_an_end_is_taken_back_in_the_division() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 9), (2, (0,), 9), (2, (1,), 9), (2, (1,), 9))
    choice = left(counts, answers(counts, 3, 3, 5, 3, 3), np.array([[1, 1, 0], [1, 0, 0]], np.bool_))

    assert choice.bands[0].tolist() == [[True, False, False], [True, False, False]]
