"""Shocks that units share are learned from settled waves, at about their size."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.drift.course import Course
from analysis.drift.decide import Ledger
from analysis.drift.model import Parameters
from analysis.drift.opening import open_call
from analysis.drift.shocks import DEFAULT_UNIT, GRID, PRIOR_WIDTH, log_prior, settle, settled_wave
from analysis.simulate import Fall, World, simulate_scores

WORLD = World(n_divisions=6, teams_per_division=6, n_waves=36, n_scales=2, mean=50, sd_points=15)
NO_CALL = {"instrument": None, "times": None, "epochs": None, "waves_per_year": 12, "carry": None}
# Shares of a world are of the whole variance, those of the engine of that between the people of a unit.
BETWEEN_PEOPLE = WORLD.person + WORLD.wander + WORLD.residual


def learned(world: World, *falls: Fall) -> Parameters:
    """As known before the last wave."""
    made = simulate_scores(world, np.random.default_rng(20260101), falls)
    course = Course.begin(
        open_call(made.scores, made.tree, **NO_CALL), made.tree, spacing=1.0, smallest=1.0, carry=None
    )
    ledger = Ledger(made.tree, 2, log_threshold=5.0, patience=48.0, offset=0, bases=[], listed=set())
    course.advance(world.n_waves - 1, world.n_waves, ledger)
    assert course.stretch is not None
    return course.stretch.parameters


@pytest.mark.parametrize("wobble", [0.01, 0.03, 0.1])
def test_white_shocks_of_teams_are_recovered_within_a_factor_of_2(wobble: float) -> None:
    for shocks in learned(replace(WORLD, wobble=wobble)).unit:
        assert 0.5 < (shocks.white + shocks.slow) * BETWEEN_PEOPLE / wobble < 2
        assert shocks.white > shocks.slow


@pytest.mark.parametrize(("memory", "n_waves"), [(0.9, 36), (0.98, 60)])
def test_shocks_that_last_are_told_from_white_ones(memory: float, n_waves: int) -> None:
    """How long they last is another matter: that takes longer to tell, and part of it passes for the level."""
    for shocks in learned(replace(WORLD, wobble=0.06, wobble_ar=memory, n_waves=n_waves)).unit:
        assert 0.4 < (shocks.slow + shocks.lingering) * BETWEEN_PEOPLE / 0.06 < 2
        assert shocks.slow + shocks.lingering > 4 * shocks.white


@pytest.mark.parametrize("size", [0.01, 0.03, 0.1])
def test_shocks_of_divisions_are_recovered_within_a_factor_of_2(size: float) -> None:
    for shocks in learned(replace(WORLD, division_shock=size)).between:
        assert 0.5 < (shocks.white + shocks.slow) * BETWEEN_PEOPLE / size < 2


def test_quiet_units_are_learned_to_be_quiet() -> None:
    for shocks in learned(replace(WORLD, wobble=0, division_shock=0)).unit:
        assert shocks.white + shocks.slow < DEFAULT_UNIT


def test_a_fall_that_is_not_told_yet_teaches_nothing() -> None:
    fallen, quiet = learned(WORLD, Fall(unit=1, onset=30, size=1.0)), learned(WORLD)

    for one, other in zip(fallen.between + fallen.unit, quiet.between + quiet.unit, strict=True):
        assert (one.white, one.slow) == pytest.approx((other.white, other.slow), rel=0.02)


def test_the_latest_sixth_of_the_waves_has_not_settled() -> None:
    months = np.arange(48.0)

    assert [settled_wave(months, wave) for wave in (0, 1, 5, 6, 12, 30, 48)] == [0, 1, 5, 5, 10, 25, 42]
    assert settled_wave(months * 12, 48) == 47


def test_without_data_the_prior_is_about_its_default() -> None:
    shocks = settle(GRID, log_prior(GRID, DEFAULT_UNIT, PRIOR_WIDTH))

    assert DEFAULT_UNIT / 3 < shocks.white < DEFAULT_UNIT * 3
    assert shocks.slow < shocks.white


def test_what_the_data_are_sure_of_is_settled_whatever_the_prior() -> None:
    log_weights = log_prior(GRID, DEFAULT_UNIT, PRIOR_WIDTH)
    log_weights[-1] += 500

    assert settle(GRID, log_weights).times(1.0) == pytest.approx(tuple(GRID[-1]), abs=1e-12)
