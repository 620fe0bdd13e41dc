"""What could not have been seen is stated, and is what simulation finds."""

import numpy as np
import pytest

from analysis import monitor
from analysis.drift.detectability import detectable_fall, onset_of
from analysis.drift.evidence import N_SIZES
from analysis.drift.result import Detectability
from analysis.simulate import Fall, World, simulate_scores

WORLD = World(n_divisions=4, teams_per_division=4, people_per_team=12, n_waves=36, n_scales=1)


def quiet(world: World = WORLD) -> Detectability:
    made = simulate_scores(world, np.random.default_rng(20260101))
    return monitor(made.scores, made.tree).detectability


def points(found: Detectability, unit: int) -> list[float]:
    """By horizon."""
    return found.points[(found.unit == unit) & (found.scale == 0)].tolist()


def test_every_unit_scale_and_horizon_has_its_row() -> None:
    found = quiet()

    assert found.points.size == 21 * 3
    assert found.months.tolist() == [3, 6, 12] * 21
    assert (found.power == 0.8).all()


def test_longer_horizons_smaller_falls() -> None:
    found = quiet()

    for unit in range(21):
        assert sorted(points(found, unit), reverse=True) == points(found, unit)


def test_larger_units_smaller_falls() -> None:
    found = quiet()

    for horizon in range(3):
        company, division, team = (points(found, unit)[horizon] for unit in (0, 1, 5))
        assert company < division < team


def test_nothing_could_be_found_before_the_first_wave() -> None:
    made = simulate_scores(WORLD, np.random.default_rng(20260101))
    few = made.scores.wave < 5
    columns = (getattr(made.scores, name)[few] for name in type(made.scores).__slots__)

    found = monitor(type(made.scores)(*columns), made.tree).detectability

    assert np.isnan(found.points[found.months > 3]).all()
    assert np.isfinite(found.points[(found.months == 3) & (found.unit == 0)]).all()


def test_the_stated_fall_is_found_with_the_stated_power() -> None:
    """Scores of a fall are normal with mean δI and variance I; the mixture over sizes must reach the line."""
    information, log_sum, least = 0.8, 9.0, 1.5
    rng, sizes = np.random.default_rng(20260101), least * 2.0 ** (np.arange(N_SIZES) / 2)

    fall = detectable_fall(information, log_sum=log_sum, least=least, waves=1)

    scores = fall * information + np.sqrt(information) * rng.standard_normal((20_000, 1))
    evidence = np.exp(sizes * scores - sizes**2 * information / 2).sum(axis=1)
    assert np.mean(np.log(evidence) >= log_sum) == pytest.approx(0.8, abs=0.012)


@pytest.mark.parametrize("information", [0.0, 1e-5])
def test_where_no_fall_could_be_found_it_says_so(information: float) -> None:
    assert np.isnan(detectable_fall(information, log_sum=9.0, least=1.0))


@pytest.mark.parametrize(("horizon", "onset"), [(3, 21), (6, 18), (12, 12)])
def test_the_horizon_counts_back_from_the_last_wave(horizon: int, onset: int) -> None:
    assert onset_of(np.arange(24.0), horizon) == onset


@pytest.mark.slow
@pytest.mark.parametrize("unit", [0, 1, 5])
@pytest.mark.parametrize(("place", "horizon"), [(0, 3), (1, 6)])
def test_the_stated_fall_is_found_in_four_of_five_companies(unit: int, place: int, horizon: int) -> None:
    fall = Fall(unit=unit, onset=WORLD.n_waves - horizon, size=points(quiet(), unit)[place] / WORLD.sd_points)
    found = []
    for seed in range(1, 101):
        made = simulate_scores(WORLD, np.random.default_rng([20260101, seed]), [fall])
        found.append(any(alarm.wave >= fall.onset for alarm in monitor(made.scores, made.tree).alarms))

    assert 0.7 <= np.mean(found) <= 0.97, np.mean(found)
