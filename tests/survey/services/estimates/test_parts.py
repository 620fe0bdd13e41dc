"""Mix or mind is told of fifty and more, where those who came and those who went are nobody or k."""

import numpy as np
import pytest

from survey.queries.releases import Parts
from survey.services.estimates.parts import Linked, parts_of
from survey.services.estimates.series import Series, series_of
from tests.survey.services.estimates.made import COMPANY, NORTH, flat, linked, scores, wave_means

RNG = 20260101


def told(series: Series, found: Linked, **onsets: int) -> Parts | None:
    """Of one division on the first principle."""
    wanted = {(NORTH, name): number for name, number in onsets.items()}
    split = parts_of(series, found, units=[NORTH], onsets=wanted, k=5)
    return next((one for one in split if one.principle == "learning"), None)


def lived(*groups: range) -> Linked:
    """People who answered in each wave of an epoch that began with wave 1."""
    rng = np.random.default_rng(RNG)
    return linked(waves={number: scores(group, rng) for number, group in enumerate(groups, start=1)})


def test_where_all_stayed_only_minds_have_moved() -> None:
    rng = np.random.default_rng(RNG)
    before = scores(range(60), rng)
    found = told(flat(2), linked(waves={1: before, 2: {one: max(value - 10, 0) for one, value in before.items()}}))

    assert found
    assert (found.since, found.change, found.parts["within"][0]) == (1, -10.0, -10.0)
    assert {found.parts[name][0] for name in ("joiners", "leavers", "reweighting", "hidden")} == {0.0}


def test_where_others_came_it_is_they_who_have_moved_it() -> None:
    rng = np.random.default_rng(RNG)
    stayed = scores(range(60), rng)
    found = told(flat(2), linked(waves={1: stayed | scores(range(60, 90), rng, mean=40), 2: stayed}))
    assert found is None  # more than the sixty that were published

    series = flat(2, people=90)
    found = told(series, linked(waves={1: stayed | scores(range(60, 90), rng, mean=40), 2: stayed}))

    assert found
    assert found.parts["within"] == [0.0, 0.0, 0.0]
    assert found.parts["leavers"][0] == pytest.approx(found.change)
    assert found.change > 4


@pytest.mark.parametrize(("left", "joined"), [(1, 0), (0, 4), (4, 9), (9, 2)])
def test_nothing_is_told_where_few_came_or_went(left: int, joined: int) -> None:
    assert told(flat(2, people=80), lived(range(70), range(left, 70 + joined))) is None


@pytest.mark.parametrize(("left", "joined"), [(0, 0), (5, 0), (0, 5), (8, 6)])
def test_of_nobody_or_enough_it_is_told(left: int, joined: int) -> None:
    assert told(flat(2, people=80), lived(range(70), range(left, 70 + joined)))


@pytest.mark.parametrize("people", [49, 50])
def test_fewer_than_fifty_people_are_too_few(people: int) -> None:
    assert (told(flat(2, people=people), lived(range(people), range(people))) is not None) is (people >= 50)


def test_the_first_wave_that_may_be_told_of_is_where_it_begins() -> None:
    found = told(flat(3, people=80), lived(range(60), range(2, 62), range(2, 62)))

    assert found
    assert found.since == 2


def test_a_change_that_was_told_is_counted_from_the_wave_before_it() -> None:
    found = told(flat(5, people=80), lived(*[range(60)] * 5), learning=4)

    assert found
    assert found.since == 3


def test_what_lies_before_the_epoch_is_hidden() -> None:
    rng = np.random.default_rng(RNG)
    waves = [wave_means(number, {NORTH: points}) for number, points in enumerate((70, 64, 60, 60), start=9)]
    people = scores(range(60), rng)
    found = told(series_of(waves, k=5), linked(waves={11: people, 12: people}), learning=10)

    assert found
    assert (found.since, found.change) == (9, -10.0)
    assert found.parts["hidden"][0] == -10.0
    assert found.parts["within"] == [0.0, 0.0, 0.0]


def test_a_unit_that_is_not_shown_now_is_not_told_of() -> None:
    waves = [wave_means(1, {COMPANY: 60, NORTH: 60}), wave_means(2, {COMPANY: 60})]

    assert told(series_of(waves, k=5), lived(range(60), range(60))) is None


def test_all_sizes_are_half_points() -> None:
    found = told(flat(2, people=90), lived(range(60), range(8, 70)))

    assert found
    sizes = [found.change, *(one for part in found.parts.values() for one in part if one is not None)]
    assert {one * 2 % 1 for one in sizes} == {0.0}
