"""The simulated company is the one that was asked for."""

import time
from dataclasses import replace

import numpy as np
import pytest

from analysis.panel import Floats, Scores
from analysis.simulate import Fall, World, simulate_scores

QUIET = World(
    team=0, person=0, wander=0, residual=0, wobble=0, division_shock=0, company_shock=0, response=1, turnover=0
)
BIG = World(n_divisions=4, teams_per_division=50, people_per_team=20, n_waves=4, response=1, turnover=0)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20260101)


def cube(scores: Scores, n_scales: int = 3) -> Floats:
    """Full response and no turnover: points by person, wave and scale."""
    n_persons = scores.person.max() + 1
    return scores.value.reshape(-1, n_persons, n_scales).transpose(1, 0, 2)


def test_total_variance_is_the_sum_of_the_shares(rng: np.random.Generator) -> None:
    values = cube(simulate_scores(BIG, rng).scores)

    assert values.mean() == pytest.approx(62, abs=1.5)
    assert values.var() == pytest.approx(400 * 0.998, rel=0.06)


def test_a_person_correlates_with_itself_by_constant_and_wandering_share(rng: np.random.Generator) -> None:
    values = cube(simulate_scores(replace(BIG, team=0, mean=50), rng).scores)
    by_wave = np.corrcoef(values[:, :, 0].T)

    assert by_wave[0, 1] == pytest.approx((0.22 + 0.23 * 0.6) / 0.948, abs=0.04)
    assert by_wave[0, 3] == pytest.approx((0.22 + 0.23 * 0.6**3) / 0.948, abs=0.04)


def test_the_ar_coefficient_scales_with_the_cadence(rng: np.random.Generator) -> None:
    world = replace(BIG, team=0, person=0, residual=0, wander=1, waves_per_year=4, mean=50, sd_points=10)
    values = cube(simulate_scores(world, rng).scores)

    assert np.corrcoef(values[:, 0, 0], values[:, 1, 0])[0, 1] == pytest.approx(0.6**3, abs=0.04)


def test_scales_correlate_as_asked(rng: np.random.Generator) -> None:
    values = cube(simulate_scores(replace(BIG, mean=50), rng).scores)
    between = np.corrcoef(values[:, 0].T)

    assert between[np.triu_indices(3, 1)] == pytest.approx([0.7] * 3, abs=0.04)


def test_teams_differ_by_their_share(rng: np.random.Generator) -> None:
    world = replace(QUIET, team=0.05, n_divisions=20, teams_per_division=50, people_per_team=1, n_waves=1, n_scales=1)

    assert simulate_scores(world, rng).scores.value.std() == pytest.approx(20 * np.sqrt(0.05), rel=0.08)


@pytest.mark.parametrize(("share", "units"), [("wobble", 60), ("division_shock", 6), ("company_shock", 1)])
def test_a_shock_is_shared_by_its_unit_and_new_in_each_wave(share: str, units: int, rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=400, people_per_team=2, n_scales=1, **{share: 0.01})
    values = cube(simulate_scores(world, rng).scores, 1)[:, :, 0]

    assert np.unique(values[:, 0]).size == units
    assert values.std() == pytest.approx(2, rel=0.12)
    assert np.corrcoef(values[0, :-1], values[0, 1:])[0, 1] == pytest.approx(0, abs=0.15)


def test_shocks_persist_where_it_is_asked(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=2000, people_per_team=1, n_scales=1, company_shock=0.01, shock_ar=0.5)
    company = cube(simulate_scores(world, rng).scores, 1)[0, :, 0]

    assert np.corrcoef(company[:-1], company[1:])[0, 1] == pytest.approx(0.5, abs=0.06)


def test_the_asked_share_of_people_answers(rng: np.random.Generator) -> None:
    scores = simulate_scores(World(), rng).scores

    assert scores.wave.size / (600 * 36 * 3) == pytest.approx(0.7, abs=0.01)


@pytest.mark.parametrize("waves_per_year", [4, 12])
def test_turnover_replaces_the_asked_share_each_month(waves_per_year: int, rng: np.random.Generator) -> None:
    world = World(n_waves=waves_per_year * 2 + 1, waves_per_year=waves_per_year, response=1)
    scores = simulate_scores(world, rng).scores
    first = set(scores.person[scores.wave == 0])
    last = set(scores.person[scores.wave == world.n_waves - 1])

    assert len(last) == 600
    assert len(first & last) / 600 == pytest.approx(0.985**24, abs=0.05)


def test_a_joiner_has_nothing_of_the_leaver(rng: np.random.Generator) -> None:
    scores = simulate_scores(replace(BIG, team=0, residual=0, turnover=1, mean=50), rng).scores
    values = scores.value.reshape(4, -1, 3)

    assert np.unique(scores.person).size == 4 * 4000
    assert np.corrcoef(values[0, :, 0], values[1, :, 0])[0, 1] == pytest.approx(0, abs=0.05)


def test_a_fall_is_of_its_size_from_its_onset_in_its_unit_and_scale(rng: np.random.Generator) -> None:
    simulated = simulate_scores(replace(QUIET, n_waves=6), rng, [Fall(unit=2, onset=3, size=0.4, scales=(1,))])
    scores = simulated.scores
    hit = (scores.wave >= 3) & (scores.scale == 1) & simulated.tree.within(2)[scores.unit]

    assert hit.sum() == 3 * 100
    np.testing.assert_allclose(scores.value, np.where(hit, 54, 62))


def test_a_descent_takes_its_months(rng: np.random.Generator) -> None:
    world = replace(QUIET, n_waves=6, waves_per_year=4, n_scales=1)
    values = cube(simulate_scores(world, rng, [Fall(unit=0, onset=2, size=1, over_months=9)]).scores, 1)

    np.testing.assert_allclose(values[0, :, 0], [62, 62, 62 - 20 / 3, 62 - 40 / 3, 42, 42])


def test_falls_add_up_so_that_a_crash_can_recover(rng: np.random.Generator) -> None:
    falls = [Fall(unit=0, onset=1, size=0.5), Fall(unit=0, onset=3, size=-0.5)]
    values = cube(simulate_scores(replace(QUIET, n_waves=4, n_scales=1), rng, falls).scores, 1)

    np.testing.assert_allclose(values[0, :, 0], [62, 52, 52, 62])


def test_a_fall_outside_of_the_company_is_refused(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match=r"unit=67.*67 units and 3 scales"):
        simulate_scores(World(), rng, [Fall(unit=67, onset=3, size=0.4)])


def test_the_season_has_its_amplitude_and_a_period_of_a_year(rng: np.random.Generator) -> None:
    values = cube(simulate_scores(replace(QUIET, n_waves=24, season=0.1), rng).scores)[0, :, 0]

    assert values.max() == pytest.approx(64)
    np.testing.assert_allclose(values[:12], values[12:])


def test_units_are_numbered_root_divisions_teams(rng: np.random.Generator) -> None:
    simulated = simulate_scores(World(n_divisions=2, teams_per_division=2, n_waves=1), rng)

    assert simulated.tree.parent.tolist() == [-1, 0, 0, 1, 1, 2, 2]
    assert np.unique(simulated.scores.unit).tolist() == [3, 4, 5, 6]


def test_any_tree_takes_people_at_its_leaves(rng: np.random.Generator) -> None:
    world = replace(QUIET, parent=(-1, 0, 0, 1), team_sizes=(2, 5), n_waves=1, n_scales=1)

    assert np.bincount(simulate_scores(world, rng).scores.unit).tolist() == [0, 0, 2, 5]


def test_team_sizes_must_fit_the_tree(rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="2 entries; the tree has 60 leaves"):
        simulate_scores(World(team_sizes=(3, 4)), rng)


def test_a_share_beyond_one_is_refused() -> None:
    with pytest.raises(ValueError, match="response must be within 0 and 1; got 70"):
        World(response=70)


def test_the_same_seed_makes_the_same_company() -> None:
    first, second = (simulate_scores(World(n_waves=3), np.random.default_rng(20260101)).scores for _ in range(2))

    np.testing.assert_array_equal(first.value, second.value)


def test_six_years_of_a_company_take_less_than_a_second(rng: np.random.Generator) -> None:
    begun = time.process_time()
    simulate_scores(World(n_waves=72), rng)

    assert time.process_time() - begun < 1
