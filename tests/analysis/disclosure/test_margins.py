import numpy as np

from analysis.disclosure.bands import ALONE, HIDDEN, JOINED
from analysis.disclosure.counts import Counts
from analysis.disclosure.margins import shown_bands
from tests.analysis.disclosure.crowds import crowd, whole_menu

ALL = np.ones(3, np.bool_)


def shown(counts: Counts, k: int = 5) -> list[list[int]]:
    return shown_bands(counts, ALL, whole_menu(counts), k=k, scales=(0,))[0].T.tolist()


def test_all_bands_that_meet_everywhere_are_shown_everywhere() -> None:
    counts = crowd(*((unit, (band,), 9) for unit in (1, 2) for band in (0, 1)))

    assert shown(counts) == [[ALONE, ALONE]] * 3


def test_a_band_of_three_is_joined_with_its_neighbour() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 7), (1, (2,), 6), (1, (3,), 3), (2, (0,), 9), n_bands=(4,))

    assert shown(counts)[0] == [ALONE, ALONE, JOINED, JOINED]


def test_two_small_bands_of_five_together_are_left_out() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 7), (1, (2,), 3), (1, (3,), 2), n_bands=(4,))

    assert shown(counts)[0] == [ALONE, ALONE, HIDDEN, HIDDEN]


def test_nothing_is_joined_with_everybody() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 3), (2, (0,), 0), n_bands=(2,))

    assert shown(counts)[0] == [HIDDEN, HIDDEN]


def test_the_company_comes_before_its_divisions() -> None:
    counts = crowd((1, (0,), 20), (1, (1,), 3), (2, (0,), 3), (2, (1,), 20))

    assert shown(counts) == [[ALONE, ALONE], [HIDDEN, HIDDEN], [HIDDEN, HIDDEN]]


def test_no_band_is_shown_where_the_division_is_not() -> None:
    counts = crowd(*((unit, (band,), 9) for unit in (1, 2) for band in (0, 1)))
    units = np.array([True, True, False])

    assert not shown_bands(counts, units, whole_menu(counts), k=5, scales=(0,))[0][:, 2].any()


def test_a_band_needs_enough_people_on_every_scale() -> None:
    one = crowd(*((unit, (band,), 9) for unit in (1, 2) for band in (0, 1)))
    few = one.people.copy()
    few[[1, 3]] = 2
    two = Counts(one.tree, one.unit, one.band, np.hstack((one.people, few)), (2,))

    assert not shown_bands(two, ALL, whole_menu(two), k=5, scales=(0, 1))[0].any()
    assert shown_bands(two, ALL, whole_menu(two), k=5, scales=(0,))[0].all()


def test_a_band_not_on_the_menu_is_not_shown() -> None:
    counts = crowd(*((unit, (band,), 9) for unit in (1, 2) for band in (0, 1)))
    menu = np.ones((2, 3), np.bool_)
    menu[1] = False

    assert shown_bands(counts, ALL, (menu,), k=5, scales=(0,))[0].tolist() == [[True] * 3, [False] * 3]


def test_a_band_that_nobody_is_in_is_not_shown() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 9), n_bands=(3,))

    assert shown(counts)[0] == [True, True, False]


def test_a_band_that_cannot_be_shown_stops_none_that_comes_after_it() -> None:
    counts = crowd((1, (0,), 20), (1, (1,), 2), (2, (1,), 18), (2, (2,), 10), (2, (3,), 10), n_bands=(4,))

    assert shown(counts)[0] == [False, True, True, False]
