from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure.counts import Counts, by_unit, totals
from analysis.disclosure.prove import Choice, is_proved, unproved
from analysis.disclosure.tree_rule import shown_units
from tests.analysis.disclosure.crowds import crowd

ALL = np.ones(3, np.bool_)


def bands(*shown: tuple[int, ...]) -> np.ndarray:
    return np.array(shown, np.bool_)


def test_units_alone_are_proved() -> None:
    counts = crowd((1, (0,), 9), (2, (1,), 5))

    assert is_proved(counts, Choice(ALL, (bands((0, 0, 0), (0, 0, 0)),)), scale=0, k=5)


def test_a_band_of_two_within_a_team_is_not_proved() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 2), (2, (0,), 9))

    assert not is_proved(counts, Choice(ALL, (bands((1, 0, 0), (0, 0, 0)),)), scale=0, k=5)


def test_it_says_which_factor_and_place_is_not_proved() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 2), (2, (0,), 9), (2, (1,), 9))

    assert unproved(counts, Choice(ALL, (bands((0, 1, 0), (0, 0, 0)),)), scale=0, k=5).tolist() == [
        [False, True, False]
    ]


def test_bands_that_meet_in_enough_teams_are_proved() -> None:
    counts = crowd((1, (0,), 9), (1, (1,), 3), (2, (0,), 2), (2, (1,), 9))

    assert is_proved(counts, Choice(ALL, (bands((1, 0, 0), (0, 0, 0)),)), scale=0, k=5)
    assert not is_proved(counts, Choice(ALL, (bands((1, 1, 0), (0, 0, 0)),)), scale=0, k=5)


def test_two_factors_that_say_the_same_of_all_but_two_people_are_not_proved() -> None:
    counts = crowd((1, (0, 0), 20), (1, (1, 1), 20), (1, (0, 1), 1), (1, (1, 0), 1), n_bands=(2, 2))

    assert not is_proved(counts, Choice(ALL, (bands((1, 0, 0), (0, 0, 0)), bands((0, 0, 0), (1, 0, 0)))), scale=0, k=5)


def test_one_factor_lets_the_other_be_proved() -> None:
    counts = crowd(
        (1, (0, 0), 9), (1, (1, 0), 9), (1, (0, 1), 3), (1, (1, 1), 0), (2, (1, 1), 9), (2, (1, 0), 9), n_bands=(2, 2)
    )

    assert is_proved(counts, Choice(ALL, (bands((1, 0, 0), (1, 0, 0)), bands((1, 0, 0), (1, 0, 0)))), scale=0, k=5)


@st.composite
def small(draw: st.DrawFn) -> tuple[Counts, Choice, int]:
    """Up to nine people in a small tree, two factors, and any bands shown where the units are."""
    parent = draw(st.sampled_from([(-1, 0, 0), (-1, 0, 1), (-1, 0, 0, 1)]))
    person = st.tuples(st.integers(0, len(parent) - 1), st.tuples(st.integers(0, 2), st.integers(0, 1)), st.just(1))
    counts = crowd(*draw(st.lists(person, min_size=4, max_size=9)), parent=parent, n_bands=(3, 2))
    k = draw(st.integers(2, 3))
    units = shown_units(totals(by_unit(counts, counts.people), counts.tree), counts.tree, k=k)
    at = np.r_[units[0], units[counts.divisions]]
    masks = [np.array(draw(st.lists(st.booleans(), min_size=n * at.size, max_size=n * at.size))) for n in (3, 2)]
    return counts, Choice(units, tuple(mask.reshape(-1, at.size) & at for mask in masks)), k


def rows(counts: Counts, choice: Choice) -> np.ndarray:
    """One row for each shown number over people, without the rule's own sums."""
    found = [counts.tree.within(int(unit))[counts.unit] for unit in np.flatnonzero(choice.units)]
    for factor, shown in enumerate(choice.bands):
        for band, place in np.argwhere(shown):
            inside = (counts.place == place) | (place == 0)
            found.append(inside & (counts.band[:, factor] == band))
    return np.array(found, float).reshape(-1, counts.unit.size)


@settings(max_examples=300, deadline=None)
@given(small())
def test_what_is_proved_isolates_no_group_of_all_possible_ones(case: tuple[Counts, Choice, int]) -> None:
    counts, choice, k = case
    table = rows(counts, choice)
    whole = np.linalg.matrix_rank(table) if table.size else 0

    if is_proved(counts, choice, scale=0, k=k):
        for group in combinations(range(counts.unit.size), k - 1):
            rest = np.delete(table, group, axis=1)
            assert (np.linalg.matrix_rank(rest) if rest.size else 0) == whole


def test_people_are_alike_within_one_team_only() -> None:
    teams = (-1, 0, 0, 1, 1)
    counts = crowd((3, (0,), 9), (3, (1,), 2), (4, (0,), 2), (4, (1,), 9), (2, (0,), 9), parent=teams)
    choice = Choice(np.ones(5, np.bool_), (bands((0, 1, 0), (0, 0, 0)),))

    assert not is_proved(counts, choice, scale=0, k=5)
    assert is_proved(counts, choice, scale=0, k=4)


def test_people_of_a_division_that_is_not_shown_are_alike_to_those_at_the_company() -> None:
    counts = crowd((0, (0,), 6), (1, (1,), 6), (2, (0,), 9))
    choice = Choice(np.array([True, False, True]), (bands((1, 0, 0), (1, 0, 0)),))

    assert is_proved(counts, choice, scale=0, k=5)


def test_bands_joined_in_one_factor_make_more_people_alike_for_the_next() -> None:
    counts = crowd((1, (0, 0), 9), (1, (0, 1), 3), (1, (1, 1), 9), (2, (0, 0), 9), (2, (0, 1), 9), n_bands=(2, 2))
    company = bands((1, 0, 0), (1, 0, 0))

    assert is_proved(counts, Choice(ALL, (company, company)), scale=0, k=5)
