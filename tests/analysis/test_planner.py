"""A plan says less where there is less to see."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.planner import FallFound, _found_after, plan_falls
from analysis.programme import Programme
from analysis.simulate import World, simulate_scores
from analysis.trials import trials

PLANNED = Programme(people=48, divisions=0, teams=4, waves_per_year=4)


def found(programme: Programme) -> np.ndarray:
    """Points of every level, year and horizon; infinite where none could be found."""
    falls = plan_falls(programme, np.random.default_rng(20260101))
    return np.nan_to_num(np.array([fall.points for fall in falls]), nan=np.inf)


@pytest.fixture(scope="module")
def planned() -> np.ndarray:
    return found(PLANNED)


@pytest.fixture(scope="module")
def answers_of_half(planned: np.ndarray) -> np.ndarray:
    del planned
    return found(replace(PLANNED, response=0.35))


def test_more_people_make_smaller_falls_found(planned: np.ndarray) -> None:
    assert (found(replace(PLANNED, people=4 * 48)) < planned).all()


def test_more_waves_make_no_larger_falls_found(planned: np.ndarray) -> None:
    assert (found(replace(PLANNED, waves_per_year=12)) <= planned).all()


def test_answers_linked_for_good_find_smaller_falls_than_unlinked_ones() -> None:
    linked, unlinked = (found(replace(PLANNED, linked=linked, epoch_months=0)) for linked in (True, False))

    assert (linked < unlinked).all()


def test_more_answers_make_smaller_falls_found(planned: np.ndarray, answers_of_half: np.ndarray) -> None:
    assert (planned < answers_of_half).all()


def test_asking_half_is_half_the_response(answers_of_half: np.ndarray) -> None:
    np.testing.assert_array_equal(found(replace(PLANNED, sample=0.5)), answers_of_half)


def test_what_is_found_early_is_found_later_too(planned: np.ndarray) -> None:
    assert (np.diff(planned.reshape(-1, 3)) <= 0).all()


def test_the_same_random_numbers_give_the_same_plan_and_are_not_used_up() -> None:
    rng = np.random.default_rng(20260101)
    small = replace(PLANNED, people=12, teams=1)

    assert plan_falls(small, rng) == plan_falls(small, rng)


def test_a_yearly_survey_finds_nothing_in_its_first_years() -> None:
    assert np.isinf(found(replace(PLANNED, waves_per_year=1))).all()


def test_a_wave_every_half_year_promises_nothing_within_three_months() -> None:
    by_months = found(replace(PLANNED, waves_per_year=2)).reshape(-1, 2, 3)

    assert np.isinf(by_months[:, :, 0]).all()
    assert np.isfinite(by_months[0, 1, 1:]).all()


def test_every_level_has_every_year_and_horizon() -> None:
    falls = plan_falls(Programme(people=12, divisions=2, teams=2, waves_per_year=2), np.random.default_rng(20260101))
    units = {(fall.level, fall.after_years, fall.months) for fall in falls}

    assert len(units) == len(falls) == 3 * 2 * 3
    assert all(isinstance(fall, FallFound) and (fall.low <= fall.points or np.isnan(fall.points)) for fall in falls)


def test_a_unit_that_stands_for_many_needs_more_evidence() -> None:
    (trial,) = trials(PLANNED, 10)
    alone, for_many = (
        _found_after(PLANNED, replace(trial, rarity=rarity), np.random.default_rng(20260101)) for rarity in (1, 20)
    )

    assert alone
    assert all((for_many[cell] > points).all() for cell, points in alone.items())


def test_nobody_answering_is_a_plan_that_finds_nothing() -> None:
    world = World(parent=(-1,), team_sizes=(1,), n_waves=16, response=0.0001)
    assert not simulate_scores(world, np.random.default_rng(20260101)).scores.wave.size

    assert np.isinf(found(Programme(people=1, divisions=0, teams=1, response=0.0001))).all()


def test_a_plan_needs_a_draw() -> None:
    with pytest.raises(ValueError, match="n_draws: got 0"):
        plan_falls(PLANNED, np.random.default_rng(20260101), n_draws=0)
