"""Departures from the null model are of the size that was asked for, and nothing else changes."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.panel import Floats, Scores
from analysis.simulate import Answering, Levels, People, World, simulate_answers, simulate_scores

QUIET = World(
    team=0, person=0, wander=0, residual=0, wobble=0, division_shock=0, company_shock=0, response=1, turnover=0
)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20260101)


def seats(scores: Scores, n_waves: int) -> Floats:
    """First scale of a company in which everybody answers: points by wave and seat."""
    return scores.value[scores.scale == 0].reshape(n_waves, -1)


def units(scores: Scores, n_waves: int) -> np.ndarray:
    return scores.unit[scores.scale == 0].reshape(n_waves, -1)


def test_worlds_of_old_keep_their_numbers() -> None:
    scores = simulate_scores(World(n_waves=2), np.random.default_rng(20260101)).scores
    answers = simulate_answers(World(n_waves=2), np.random.default_rng(20260101)).answers

    assert scores.value[:3] == pytest.approx([44.01959564, 64.42280917, 27.25988315])
    assert answers.value[:10].tolist() == [3, 4, 3, 3, 3, 4, 3, 3, 3, 5]
    assert answers.value.sum() == 27049


def test_a_team_s_level_wanders_by_its_share_and_with_long_memory(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=300, people_per_team=1, levels=Levels(team=0.02, ar=0.9))
    values = seats(simulate_scores(world, rng).scores, 300)
    deviations = values - 62

    assert values.std() == pytest.approx(20 * np.sqrt(0.02), rel=0.06)
    assert (deviations[:-1] * deviations[1:]).mean() / values.var() == pytest.approx(0.9, abs=0.02)
    assert (deviations[:-6] * deviations[6:]).mean() / values.var() == pytest.approx(0.9**6, abs=0.06)


def test_a_division_s_level_wanders_for_all_its_teams_and_the_root_stays(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=100, people_per_team=1, levels=Levels(division=0.02, ar=0.5))
    values = seats(simulate_scores(world, rng).scores, 100)

    assert np.unique(values[0]).size == 6
    assert values.mean(axis=1).std() == pytest.approx(20 * np.sqrt(0.02 / 6), rel=0.25)


@pytest.mark.parametrize("waves_per_year", [4, 12])
def test_the_asked_share_moves_each_month_and_teams_keep_their_sizes(
    waves_per_year: int, rng: np.random.Generator
) -> None:
    world = replace(QUIET, n_waves=25, waves_per_year=waves_per_year, people=People(moves=0.02))
    unit = units(simulate_scores(world, rng).scores, 25)

    assert (unit[1:] != unit[:-1]).mean() == pytest.approx(1 - 0.98 ** (12 / waves_per_year), rel=0.12)
    assert all((np.bincount(row)[7:] == 10).all() for row in unit)


def test_a_re_organisation_moves_its_share_once_and_nobody_stays_or_is_renamed(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=20, people=People(reorganisation=0.2, reorganised_at=0.5))
    simulated = simulate_scores(world, rng).scores
    unit = units(simulated, 20)
    moved = (unit[1:] != unit[:-1]).mean(axis=1)

    assert np.flatnonzero(moved).tolist() == [9]
    assert moved[9] == pytest.approx(0.2)
    assert np.unique(simulated.person).size == 600


def test_who_moves_takes_the_level_of_the_new_team(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=2, team=0.05, people=People(reorganisation=0.5))
    scores = simulate_scores(world, rng).scores
    first = scores.scale == 0

    levels = [np.unique(np.round(scores.value[first & (scores.unit == unit)], 9)).size for unit in range(7, 67)]
    assert set(levels) == {1}


def test_a_joiner_starts_high_and_cools_by_half_in_the_asked_months(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=25, turnover=0.05, people=People(joiners_high=0.3, cooling_months=6))
    scores = simulate_scores(world, rng).scores
    first_wave = np.full(scores.person.max() + 1, 99)
    np.minimum.at(first_wave, scores.person, scores.wave)
    since = first_wave[scores.person]
    joined = since > 0

    expected = 62 + 6 * 0.5 ** ((scores.wave - since) / 6)
    np.testing.assert_allclose(scores.value[joined], expected[joined])


def test_the_first_wave_finds_tenures_as_turnover_leaves_them(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=40, turnover=0.04, people_per_team=50, people=People(joiners_high=0.3))
    by_wave = seats(simulate_scores(world, rng).scores, 40).mean(axis=1)
    steady = 62 + 6 * 0.04 / (1 - 0.96 * 0.5 ** (1 / 6))

    assert by_wave == pytest.approx(np.full(40, steady), abs=0.15)


def test_where_nobody_joins_nobody_is_high(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=3, people=People(joiners_high=0.3))

    np.testing.assert_allclose(simulate_scores(world, rng).scores.value, 62)


def test_a_division_doubles_by_hiring_step_by_step(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=48, people=People(growing=2, growth_at=0.5, growth_months=12))
    simulated = simulate_scores(world, rng)
    scores = simulated.scores
    inside = simulated.tree.within(2)[scores.unit] & (scores.scale == 0)
    people = np.bincount(scores.wave[inside])

    assert people[[0, 23, 35, 47]].tolist() == [100, 100, 200, 200]
    assert people[29] == pytest.approx(150, abs=10)
    assert (np.bincount(scores.wave[~inside & (scores.scale == 0)]) == 500).all()


def test_who_is_hired_is_a_joiner(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=24, people=People(growing=2, growth_at=0.5, joiners_high=0.3))
    scores = simulate_scores(world, rng).scores

    assert (scores.value > 62.1).any()
    assert scores.value[scores.wave < 12].max() == pytest.approx(62)


@pytest.mark.parametrize("of", ["unit", "person"])
def test_each_unit_or_person_has_its_own_response(of: str, rng: np.random.Generator) -> None:
    answering = Answering(response_range=(0.6, 0.9), response_of=of)
    scores = simulate_scores(replace(QUIET, n_waves=400, n_scales=1, answering=answering), rng).scores
    count, people = (scores.unit, 10) if of == "unit" else (scores.person, 1)
    share = np.bincount(count)[-60 * (10 // people) :] / 400 / people

    assert share.mean() == pytest.approx(0.75, abs=0.03)
    assert share.std() == pytest.approx(0.3 / np.sqrt(12), rel=0.2)
    assert share.min() > 0.5
    assert share.max() < 0.97


def test_response_falls_over_the_history(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=61, n_scales=1, response=0.8, answering=Answering(response_until=0.5))
    share = np.bincount(simulate_scores(world, rng).scores.wave) / 600

    expected = np.linspace(0.8, 0.5, 61)
    assert np.abs(share - expected).max() < 0.08
    assert (share - expected).mean() == pytest.approx(0, abs=0.01)


def test_response_of_units_falls_in_proportion(rng: np.random.Generator) -> None:
    answering = Answering(response_range=(0.6, 0.9), response_until=0.4)
    scores = simulate_scores(replace(QUIET, n_waves=60, n_scales=1, response=0.8, answering=answering), rng).scores
    share = np.bincount(scores.wave) / 600

    assert share[:5].mean() == pytest.approx(0.75, abs=0.04)
    assert share[-5:].mean() == pytest.approx(0.75 / 2, abs=0.04)


def test_shares_beyond_one_are_refused() -> None:
    with pytest.raises(ValueError, match="careless must be within 0 and 1; got 10"):
        Answering(careless=10)
    with pytest.raises(ValueError, match=r"response_range must rise within 0 and 1; got \(0.9, 0.6\)"):
        Answering(response_range=(0.9, 0.6))
    with pytest.raises(ValueError, match="cooling_months must be above 0; got 0"):
        People(cooling_months=0)
