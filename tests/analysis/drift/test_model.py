"""Person parameters come out of the data as they went in."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from analysis import Scores, Tree
from analysis.drift.model import (
    DEFAULT_MEMORY,
    DEFAULT_NOISE,
    DEFAULT_VARIANCE,
    DEFAULT_WANDER,
    LAGS,
    estimate_cooling,
    estimate_people,
)
from analysis.drift.opening import Opened, open_call
from analysis.simulate import World, simulate_scores, zoo

WORLD = World(n_divisions=6, teams_per_division=6, n_waves=36, n_scales=2, mean=50, sd_points=15)
NO_CALL = {"instrument": None, "times": None, "epochs": None, "waves_per_year": 12, "carry": None}


def opened(scores: Scores, tree: Tree) -> Opened:
    return open_call(scores, tree, **NO_CALL)


@cache
def company(**shares: float) -> Opened:
    simulated = simulate_scores(replace(WORLD, **shares), np.random.default_rng(20260101))
    return opened(simulated.scores, simulated.tree)


@pytest.mark.parametrize(
    "shares",
    [
        {},
        {"person": 0.45, "wander": 0.0},
        {"person": 0.05, "wander": 0.4, "wander_ar": 0.9},
        {"residual": 0.8, "person": 0.1, "wander": 0.05},
    ],
)
def test_shares_are_recovered_within_a_twelfth(shares: dict[str, float]) -> None:
    world = replace(WORLD, **shares)
    whole = world.person + world.wander + world.residual

    variance, items, (noise, wander, _) = estimate_people(company(**shares).observed.moments, 1.0)

    assert variance == pytest.approx([225 * whole] * 2, rel=0.1)
    assert (noise, wander) == pytest.approx((world.residual / whole, world.wander / whole), abs=1 / 12)
    assert items == pytest.approx([3, 3])


@pytest.mark.parametrize("memory", [0.3, 0.6, 0.9])
def test_the_memory_of_wandering_is_recovered(memory: float) -> None:
    _, _, (_, _, found) = estimate_people(company(wander=0.4, wander_ar=memory).observed.moments, 1.0)

    assert found == pytest.approx(memory, abs=0.11)


def test_without_data_the_defaults_stand() -> None:
    variance, _, shares = estimate_people(company().observed.moments.before(0), 1.0)

    assert variance.tolist() == [DEFAULT_VARIANCE] * 2
    assert shares == pytest.approx((DEFAULT_NOISE, DEFAULT_WANDER, DEFAULT_MEMORY))


def test_something_always_lasts() -> None:
    _, _, (noise, wander, _) = estimate_people(company(person=0.0, wander=0.0).observed.moments, 1.0)

    assert noise + wander <= 0.95 + 1e-12


def small_panel() -> Scores:
    """Three units, fourteen waves, gaps, two scales."""
    rng = np.random.default_rng(20260101)
    wave, person, scale = (axis.ravel() for axis in np.indices((14, 15, 2)))
    rows = rng.random(wave.size) < 0.6
    wave, person, scale = wave[rows], person[rows], scale[rows]
    return Scores(wave, person, 1 + person % 3, scale, rng.uniform(20, 90, wave.size), rng.integers(1, 4, wave.size))


def test_squares_within_units_are_those_around_the_mean_of_unit_and_wave() -> None:
    scores = small_panel()
    moments = opened(scores, Tree([-1, 0, 0, 0])).observed.moments

    chosen = (scores.wave == 5) & (scores.scale == 1)
    groups = [scores.value[chosen & (scores.unit == unit)] for unit in (1, 2, 3)]

    assert moments.within[5, 1] == pytest.approx(sum(((group - group.mean()) ** 2).sum() for group in groups))
    assert moments.within_freedom[5, 1] == pytest.approx(sum(group.size - 1 for group in groups))
    assert moments.scores[5, 1] == chosen.sum()
    assert moments.inverse_items[5, 1] == pytest.approx((1 / scores.n_items[chosen]).sum())


@pytest.mark.parametrize("lag", [1, 2, 3, 6, 12])
def test_squares_of_changes_are_those_around_the_mean_change_of_the_unit(lag: int) -> None:
    scores = small_panel()
    moments = opened(scores, Tree([-1, 0, 0, 0])).observed.moments
    value = dict(zip(zip(scores.wave, scores.person, scores.scale, strict=True), scores.value, strict=True))
    squares, freedom = 0.0, 0
    for unit in range(3):
        pairs = [((13, person, 0), (13 - lag, person, 0)) for person in range(unit, 15, 3)]
        steps = np.array([value[now] - value[then] for now, then in pairs if now in value and then in value])
        if steps.size > 1:
            squares, freedom = squares + ((steps - steps.mean()) ** 2).sum(), freedom + steps.size - 1

    assert moments.change[13, 0, LAGS.tolist().index(lag)] == pytest.approx(squares)
    assert moments.change_freedom[13, 0, LAGS.tolist().index(lag)] == freedom


def test_how_much_higher_joiners_score_is_recovered() -> None:
    high = zoo.make(zoo.WORLDS["joiners cool"], np.random.default_rng(20260101), n_waves=60)
    level = zoo.make(zoo.WORLDS["base"], np.random.default_rng(20260101), n_waves=60)

    cooling, none = (estimate_cooling(opened(made.data, made.tree).observed.moments) for made in (high, level))

    assert cooling - none == pytest.approx([6.0] * 3, abs=1.5)
    assert np.abs(none).max() < 3


def test_a_few_joiners_do_not_make_a_rule() -> None:
    made = zoo.make(zoo.WORLDS["base"], np.random.default_rng(20260101), n_waves=8)

    cooling = estimate_cooling(opened(made.data, made.tree).observed.moments)

    assert np.abs(cooling).max() < 1
