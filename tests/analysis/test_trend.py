"""Levels and changes from published means, against the whole covariance matrix and against statsmodels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis.errors import InsufficientData
from analysis.trend import EXCHANGE, FAR_END, Motion, trends

Floats = NDArray[np.float64]
MOTION = Motion(wander=4.0, shock=0.5)
SPREAD = 20.0


def posterior(values: Floats, people: Floats, times: Floats, motion: Motion) -> tuple[Floats, Floats]:
    """Mean and covariance of all levels of one series from the whole covariance matrix, its first level unknown."""
    sampling = np.where(np.isfinite(values), SPREAD**2 / people, np.nan)
    gain = motion.wander + EXCHANGE * float(np.nanmean(sampling))
    walk = gain * np.minimum.outer(times - times[0], times - times[0])
    held = np.isfinite(values)
    apart = np.linalg.inv(walk[np.ix_(held, held)] + np.diag(sampling[held] + motion.shock))
    one = np.ones(held.sum())
    start = 1 / (one @ apart @ one)
    first = start * (one @ apart @ values[held])
    pull = walk[:, held] @ apart
    unexplained = 1 - pull @ one
    level = first + pull @ (values[held] - first)
    return level, walk - pull @ walk[held] + start * np.outer(unexplained, unexplained)


@pytest.fixture
def series() -> tuple[Floats, Floats, Floats]:
    """Nine uneven waves of which two are missing."""
    rng = np.random.default_rng(20260101)
    values = 60 + rng.normal(size=9).cumsum()
    values[[3, 4]] = np.nan
    return values, rng.integers(8, 60, 9).astype(float), np.array([0, 1, 2, 3, 4, 6, 7, 8, 12]) / 12


def test_levels_are_those_of_the_whole_covariance_matrix(series: tuple[Floats, Floats, Floats]) -> None:
    values, people, times = series
    level, covariance = posterior(values, people, times, MOTION)

    found = trends([values], [people], np.full(9, SPREAD), times, MOTION)

    np.testing.assert_allclose(found.level[0], level, rtol=1e-10)
    np.testing.assert_allclose(found.variance[0], covariance.diagonal(), rtol=1e-10)


@pytest.mark.parametrize(("since", "until"), [(0, 8), (2, 5), (3, 4), (7, -1)])
def test_changes_know_how_far_both_levels_err_together(
    series: tuple[Floats, Floats, Floats], since: int, until: int
) -> None:
    values, people, times = series
    level, covariance = posterior(values, people, times, MOTION)
    variance = covariance[since, since] + covariance[until, until] - 2 * covariance[since, until]

    found = trends([values], [people], np.full(9, SPREAD), times, MOTION).change(since, until)

    assert found.size[0] == pytest.approx(level[until] - level[since])
    assert found.high[0] - found.size[0] == pytest.approx(FAR_END * np.sqrt(variance), rel=1e-8)


def test_statsmodels_finds_the_same_levels() -> None:
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    rng = np.random.default_rng(20260101)
    values = 60 + rng.normal(size=24).cumsum()
    values[[5, 11, 12]] = np.nan
    noise = SPREAD**2 / 40
    step = (MOTION.wander + EXCHANGE * noise) / 12
    model = UnobservedComponents(values, "local level", use_exact_diffuse=True)
    other = model.smooth([noise + MOTION.shock, step]).level
    found = trends([values], np.full((1, 24), 40), np.full(24, SPREAD), np.arange(24) / 12, MOTION)

    # The same recursions in another order: they agree to rounding.
    np.testing.assert_allclose(found.level[0], other["smoothed"], rtol=1e-9)
    np.testing.assert_allclose(found.variance[0], other["smoothed_cov"].ravel(), rtol=1e-7)


MEANS = st.lists(st.none() | st.floats(30, 70), min_size=2, max_size=12).filter(any)


@given(MEANS)
def test_read_backwards_the_levels_are_the_same(means: list[float | None]) -> None:
    values = np.array([means], dtype=float)
    shape = values.shape[1]
    arguments = np.full(values.shape, 25.0), np.full(shape, SPREAD), np.arange(shape) / 12, MOTION

    forth, back = trends(values, *arguments), trends(values[:, ::-1], *arguments)

    np.testing.assert_allclose(forth.level, back.level[:, ::-1])
    np.testing.assert_allclose(forth.variance, back.variance[:, ::-1])


@given(MEANS, st.floats(-20, 20))
def test_a_shift_of_all_means_shifts_all_levels_and_no_change(means: list[float | None], shift: float) -> None:
    values = np.array([means], dtype=float)
    shape = values.shape[1]
    arguments = np.full(values.shape, 25.0), np.full(shape, SPREAD), np.arange(shape) / 12, MOTION

    one, other = trends(values, *arguments), trends(values + shift, *arguments)

    np.testing.assert_allclose(other.level, one.level + shift, atol=1e-9)
    np.testing.assert_allclose(other.change(0).size, one.change(0).size, atol=1e-9)


def test_series_do_not_learn_from_each_other(series: tuple[Floats, Floats, Floats]) -> None:
    values, people, times = series
    other = np.where(np.arange(9) < 4, np.nan, 40.0)

    alone = trends([values], [people], np.full(9, SPREAD), times, MOTION)
    beside = trends([other, values], [people, people], np.full(9, SPREAD), times, MOTION)

    np.testing.assert_array_equal(beside.level[1], alone.level[0])


def test_nothing_is_said_before_the_first_mean_or_after_the_last() -> None:
    found = trends([[np.nan, 50.0, np.nan, 52.0, np.nan]], np.full((1, 5), 9), np.full(5, SPREAD), range(5), MOTION)

    np.testing.assert_array_equal(np.isfinite(found.level[0]), [False, True, True, True, False])
    assert np.isnan(found.change(0).size[0])


def test_one_wave_is_its_own_level() -> None:
    found = trends([[50.0]], [[25]], [SPREAD], [0.0], Motion(wander=1.0, shock=0.0))

    assert (found.level[0, 0], found.high[0, 0]) == (50.0, pytest.approx(50 + FAR_END * 4))


def test_without_spread_shock_or_wander_means_are_taken_as_they_are() -> None:
    found = trends([[50.0, 60.0]], [[5, 5]], [0.0, 0.0], [0.0, 1.0], Motion(wander=0.0, shock=0.0))

    np.testing.assert_array_equal(found.level, [[50.0, 60.0]])


def test_intervals_end_at_the_ends_of_the_scale() -> None:
    found = trends([[99.0], [1.0]], [[5], [5]], [SPREAD], [0.0], MOTION)

    assert (found.high[0, 0], found.low[1, 0]) == (100.0, 0.0)


WRONG = {
    "shapes": ([[1.0, 2.0]], [[5]], [1.0, 1.0], [0.0, 1.0]),
    "times must rise": ([[1.0, 2.0]], [[5, 5]], [1.0, 1.0], [1.0, 1.0]),
    "number of people": ([[1.0, 2.0]], [[5, 0]], [1.0, 1.0], [0.0, 1.0]),
    "spread must be": ([[1.0, 2.0]], [[5, 5]], [1.0, -1.0], [0.0, 1.0]),
}


@pytest.mark.parametrize("said", WRONG)
def test_what_does_not_fit_is_named(said: str) -> None:
    with pytest.raises(ValueError, match=said):
        trends(*WRONG[said], MOTION)


def test_nothing_published_is_too_little() -> None:
    with pytest.raises(InsufficientData):
        trends([[np.nan]], [[0]], [SPREAD], [0.0], MOTION)


@pytest.mark.parametrize(("since", "until"), [(1, 1), (2, 0), (0, 9)])
def test_a_change_runs_forward_between_waves_that_are_there(since: int, until: int) -> None:
    found = trends([[50.0, 51.0, 52.0]], np.full((1, 3), 9), np.full(3, SPREAD), range(3), MOTION)

    with pytest.raises(ValueError, match="a change runs"):
        found.change(since, until)
