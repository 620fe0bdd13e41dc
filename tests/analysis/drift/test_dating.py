"""Onset, size and shape are the posterior over all hypotheses."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import monitor
from analysis.drift.dating import Dated, date_change
from analysis.drift.evidence import N_SIZES, sums_after
from analysis.drift.shapes import shapes
from analysis.drift.tables import Tables
from analysis.panel import Floats
from analysis.simulate import Fall, World, simulate_scores

N = 24
SHAPES = shapes(np.arange(float(N)), 1.0)


def tables(value: Floats, error: float, after: int = -1) -> Tables:
    """A series of a known level, seen with equal error."""
    news = (value / error, np.tril(np.full((N, N), 1 / error)), np.zeros(N))
    sums = sums_after(news, SHAPES.grid, N - 1, after)[None]
    return Tables(sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3, 0], np.zeros(1))


def dated(value: Floats, error: float = 1.0, sign: int = -1, after: int = -1) -> Dated:
    return date_change(tables(value, error, after), N - 1, SHAPES, sign=sign, smallest=1.0)


def step(onset: int, size: float) -> Floats:
    return np.where(np.arange(N) >= onset, -size, 0.0)


def test_a_clear_step_is_dated_and_sized() -> None:
    found = dated(step(14, 6.0))

    assert (found.onset, found.onset_low, found.onset_high) == (14, 14, 14)
    assert found.is_step
    assert found.size == pytest.approx(6, abs=0.1)
    assert (found.low, found.high) == pytest.approx((6 - 1.645 / np.sqrt(10), 6 + 1.645 / np.sqrt(10)), abs=0.1)


def test_a_clear_descent_is_a_ramp_of_what_has_changed_so_far() -> None:
    found = dated(-np.clip((np.arange(N) - 17) / 12, 0, 1) * 20, error=0.5)

    assert (found.onset, found.is_step) == (18, False)
    assert SHAPES.length[found.shape] == 12
    assert found.low < 10 < found.high


def test_a_rise_is_the_mirror_image() -> None:
    assert dated(-step(14, 3.0), sign=1) == dated(step(14, 3.0))


def test_the_posterior_of_the_onset_is_that_of_naive_loops() -> None:
    value = step(10, 1.5) + np.random.default_rng(20260101).standard_normal(N)
    weight = np.zeros(N)
    for onset in range(N):
        for k in range(SHAPES.length.size):
            path = np.cumsum(SHAPES.rise[k, onset])
            for size in 2.0 ** np.linspace(0, N_SIZES - 1, 4 * N_SIZES - 3):
                weight[onset] += np.exp(-size * path @ value - size**2 * path @ path / 2)
    reached = np.cumsum(weight) / weight.sum()

    found = dated(value)

    assert found.onset == weight.argmax()
    assert found.onset_low == (reached < 0.05).sum()
    assert found.onset_high == (reached < 0.95).sum()


def test_onsets_before_the_last_told_change_do_not_count() -> None:
    assert dated(step(6, 6.0), after=9).onset_low >= 10


def test_an_uncertain_change_has_a_wide_interval_above_zero() -> None:
    found = dated(step(18, 4.0), error=8.0)

    assert found.onset_high - found.onset_low > 6
    assert 0 <= found.low < found.size < found.high
    assert found.high - found.low > 5


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "size", "months"), [(1, 0.5, 0), (1, 0.8, 6), (0, 0.3, 0), (6, 1.2, 0)])
def test_intervals_hold_the_truth_in_nine_of_ten_falls(unit: int, size: float, months: float) -> None:
    world = World(n_divisions=4, teams_per_division=4, people_per_team=12, n_waves=42, n_scales=1)
    fall = Fall(unit=unit, onset=30, size=size, over_months=months)
    held = []
    for seed in range(100):
        made = simulate_scores(replace(world), np.random.default_rng([20260101, seed]), [fall])
        alarms = [alarm for alarm in monitor(made.scores, made.tree).alarms if alarm.wave >= 30]
        if alarms and alarms[0].unit == unit:
            alarm, fallen = alarms[0], 20 * size * float(fall.path(world)[alarms[0].wave])
            held.append((alarm.onset_low <= 30 <= alarm.onset_high, alarm.low <= fallen <= alarm.high))

    assert len(held) >= 80
    assert np.mean(held, axis=0).min() >= 0.82, np.mean(held, axis=0)
