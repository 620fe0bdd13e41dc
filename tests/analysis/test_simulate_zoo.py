"""The zoo holds the worlds it says, in the form it says."""

import time
from dataclasses import replace

import numpy as np
import pytest

from analysis.panel import Answers, Scores, Summaries
from analysis.simulate import Fall, World, summarise, unlink
from analysis.simulate.factors import FACTORS
from analysis.simulate.scenarios import division_of, team_of
from analysis.simulate.shapes import log_normal_sizes, uneven_tree
from analysis.simulate.zoo import FALLS, WORLDS, ZooWorld, make, random_world
from analysis.tree import Tree

FORMS = {"scores": Scores, "answers": Answers, "unlinked": Scores, "summaries": Summaries}
BASE = WORLDS["base"]


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20260101)


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_is_handed_over_in_its_form_with_all_the_monitor_asks(name: str, rng: np.random.Generator) -> None:
    made = make(WORLDS[name], rng, n_waves=8)

    assert type(made.data) is FORMS[WORLDS[name].form]
    assert (made.instrument is not None) == (WORLDS[name].form == "answers")
    assert set(made.data.wave) == set(range(8))
    assert made.times[-1] == pytest.approx(7 / made.waves_per_year)
    assert made.census.shape == made.fallen.shape == (8, made.tree.n_units, 3)


@pytest.mark.parametrize("name", sorted(set(WORLDS) - {"50 people", "3600 people"}))
def test_a_world_has_about_600_people(name: str) -> None:
    world = WORLDS[name].world

    assert world.seats(world.tree()).size == 600


def test_a_factor_is_one_difference_from_the_base() -> None:
    differing = {
        name
        for name, zoo_world in WORLDS.items()
        if replace(zoo_world, description="") != replace(BASE, description="")
    }

    assert differing == set(FACTORS) == set(WORLDS) - {"base"}
    assert BASE.world == World()


def test_scores_are_bare_means_of_the_answers() -> None:
    scores, answers = (
        make(replace(BASE, form=form), np.random.default_rng(20260101), n_waves=3).data
        for form in ("scores", "answers")
    )

    np.testing.assert_allclose(scores.value, 25 * (answers.value.reshape(-1, 3).mean(axis=1) - 1))
    np.testing.assert_array_equal(scores.person, answers.person[::3])
    np.testing.assert_array_equal(scores.unit, answers.unit[::3])
    np.testing.assert_array_equal(scores.scale, answers.item[::3] // 3)


def test_unlinked_and_summaries_are_made_from_the_same_scores() -> None:
    linked, unlinked, summaries = (
        make(replace(BASE, form=form), np.random.default_rng(20260101), n_waves=3).data
        for form in ("scores", "unlinked", "summaries")
    )

    np.testing.assert_array_equal(unlinked.value, unlink(linked).value)
    assert (unlinked.person == -1).all()
    np.testing.assert_array_equal(summaries.mean, summarise(linked, World().tree()).mean)


def test_under_the_ceiling_six_in_ten_answers_are_five(rng: np.random.Generator) -> None:
    answers = make(replace(WORLDS["ceiling"], form="answers"), rng, n_waves=12).data

    assert (answers.value == 5).mean() == pytest.approx(0.6, abs=0.03)


def test_wandering_persons_are_over_half_of_the_variance_and_lose_a_tenth_a_month(rng: np.random.Generator) -> None:
    quiet = replace(WORLDS["persons wander"].world, likert=False, response=1, turnover=0, team=0, mean=50, sd_points=10)
    made = make(ZooWorld(world=replace(quiet, people_per_team=50), description=""), rng, n_waves=7)
    by_wave = np.corrcoef(made.data.value[made.data.scale == 0].reshape(7, -1))

    assert by_wave[0, 1] == pytest.approx(0.54 * 0.9 / 0.948, abs=0.03)
    assert by_wave[0, 6] == pytest.approx(0.54 * 0.9**6 / 0.948, abs=0.04)


@pytest.mark.parametrize("depth", [1, 5, 8])
def test_an_uneven_tree_has_teams_at_every_depth(depth: int) -> None:
    tree = Tree(uneven_tree(depth))
    teams = np.setdiff1d(np.arange(tree.n_units), tree.parent)

    assert teams.size == 60
    assert set(tree.depth[teams]) == set(range(1, depth + 1))
    assert (np.bincount(tree.parent[1:])[np.setdiff1d(tree.parent, -1)] >= 2).all()


def test_log_normal_teams_keep_the_number_of_people() -> None:
    sizes = np.array(log_normal_sizes())

    assert sizes.sum() == 600
    assert sizes.min() >= 1
    assert np.log(sizes[sizes > 2]).std() == pytest.approx(0.6, abs=0.1)
    assert np.corrcoef(sizes, np.arange(60))[0, 1] == pytest.approx(0, abs=0.2)


@pytest.mark.parametrize("name", ["slow improvement, then plateau", "three years of rise"])
def test_an_improvement_never_falls_and_ends_flat(name: str, rng: np.random.Generator) -> None:
    fallen = make(WORLDS[name], rng, n_waves=72).fallen[:, 0]

    assert (np.diff(fallen, axis=0) <= 0).all()
    assert (fallen[-12:] == fallen[-1]).all()
    assert np.diff(fallen[24:30:5, 0]).item() == pytest.approx(-0.1 * 5 / 12)


@pytest.mark.parametrize("name", FALLS)
def test_a_fall_begins_at_its_onset_in_one_unit_and_scale(name: str, rng: np.random.Generator) -> None:
    falls = FALLS[name](BASE.world, 30)
    fallen = make(BASE, rng, n_waves=60, falls=falls).fallen
    level, unit = name.split(maxsplit=1)[0], falls[0].unit

    assert unit == {"company": 0, "division": 1, "team": 7}[level]
    assert fallen[30, unit, 0] > fallen[29, unit, 0]
    assert not fallen[:, :, 1:].any()
    assert (fallen[29] <= 0).all()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("company 0.2 step", {24: 0.2, 59: 0.2}),
        ("division 0.4 over 6 months", {24: 0.4 / 6, 26: 0.2, 29: 0.4, 59: 0.4}),
        ("team 0.8 crash", {24: 0.8, 29: 0.8, 30: 0.8 * 5 / 6, 35: 0, 59: 0}),
        ("company rise 0.3 lost after two years", {0: -0.3, 23: -0.3, 24: 0, 59: 0}),
        ("company 0.1 a year", {35: 0.1, 59: 0.3}),
    ],
)
def test_a_fall_takes_its_path(name: str, path: dict[int, float], rng: np.random.Generator) -> None:
    falls = FALLS[name](BASE.world, 24)
    fallen = make(BASE, rng, n_waves=60, falls=falls).fallen[:, falls[0].unit, 0]

    assert fallen[list(path)] == pytest.approx(list(path.values()))


def test_months_of_a_fall_are_those_of_the_calendar(rng: np.random.Generator) -> None:
    quarterly = WORLDS["quarterly"]
    fallen = make(quarterly, rng, n_waves=12, falls=FALLS["company 0.2 crash"](quarterly.world, 4)).fallen[:, 0, 0]

    assert fallen == pytest.approx([0, 0, 0, 0, 0.2, 0.2, 0.1, 0, 0, 0, 0, 0])


def test_divisions_and_teams_are_found_in_uneven_trees() -> None:
    deep, flat = WORLDS["depth 8"].world, WORLDS["depth 1"].world
    tree = deep.tree()

    assert tree.within(division_of(deep))[deep.seats(tree)].sum() == pytest.approx(100, abs=20)
    assert division_of(flat) == team_of(flat) == 1


def test_the_census_is_what_all_people_would_say(rng: np.random.Generator) -> None:
    world = World(likert=False, response=1, residual=0, items_per_scale=1, item_spread=0, sd_points=10)
    made = make(ZooWorld(world=world, description=""), rng, n_waves=3, falls=[Fall(unit=2, onset=1, size=0.4)])
    points = 10 * made.census + 62
    of_team = (made.data.unit == 20) & (made.data.wave == 2) & (made.data.scale == 0)

    assert points[2, 20, 0] == pytest.approx(made.data.value[of_team].mean())
    assert points[2, 0, 0] == pytest.approx(made.data.value[(made.data.wave == 2) & (made.data.scale == 0)].mean())
    assert points[2, 2, 0] == pytest.approx(points[2, made.tree.parent == 2, 0].mean())


def test_random_worlds_combine_factors_of_different_groups(rng: np.random.Generator) -> None:
    worlds = [random_world(rng) for _ in range(20)]
    factors = [world.description.split(" + ") for world in worlds]
    groups = [[FACTORS[name].group for name in names if name != "base"] for names in factors]

    assert all(len(group) == len(set(group)) for group in groups)
    assert np.mean([len(group) for group in groups]) == pytest.approx(5, abs=1.5)
    assert all(make(world, rng, n_waves=4).data.wave.size for world in worlds if world.world.n_divisions < 18)


def test_the_same_seed_makes_the_same_random_world() -> None:
    first, second = (random_world(np.random.default_rng(20260101)) for _ in range(2))

    assert first == second


def test_ten_years_of_the_base_take_less_than_half_a_second(rng: np.random.Generator) -> None:
    begun = time.process_time()
    make(BASE, rng, n_waves=120)

    assert time.process_time() - begun < 0.4
