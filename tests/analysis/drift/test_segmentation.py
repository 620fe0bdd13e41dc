from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.drift.segment_likelihood import straight_line, stretches
from analysis.drift.segment_noise import Noises, noise_grid
from analysis.drift.segmentation import dated
from analysis.drift.spikes import spikes

Floats = NDArray[np.float64]


def dense(values: Floats, times: Floats, noises: Noises, priors: list[Floats]) -> Floats:
    """Log density under every noise with the whole covariance matrix: normal priors on the given regressors."""
    from scipy.stats import multivariate_normal

    apart = np.abs(times[:, None] - times)
    found = []
    for kind, variance in zip(noises.kind, noises.variance[:, 0], strict=True):
        memory, error = noises.memory[kind, 0], noises.error[kind, 0]
        noise = variance * ((1 - error) * memory**apart + error * np.eye(times.size))
        covariance = noise + sum(np.outer(regressor, regressor) for regressor in priors)
        found.append(multivariate_normal(cov=covariance).logpdf(values))
    return np.array(found)


@pytest.fixture
def series() -> tuple[Floats, Floats]:
    """Seven values with gaps between them."""
    values = np.random.default_rng(20260101).normal(size=7)
    return values - values.mean(), np.array([0.0, 1, 2, 4, 5, 9, 10])


def test_a_stretch_is_as_likely_as_its_covariance_matrix_says(series: tuple[Floats, Floats]) -> None:
    values, times = series
    noises = noise_grid().of(np.arange(0, 589, 40))

    found = list(stretches(values, times, noises))[5]

    # Two ways to the same number; the filter loses a few digits where the noise is a hundredth of the level.
    np.testing.assert_allclose(found[:, 2], dense(values[2:6], times[2:6], noises, [np.ones(4)]), rtol=1e-8)


def test_a_straight_line_is_as_likely_as_its_covariance_matrix_says(series: tuple[Floats, Floats]) -> None:
    values, times = series
    noises = noise_grid().of(np.arange(0, 589, 40))
    line = (times - times.mean()) / times.std()

    found = straight_line(values, times, noises)

    np.testing.assert_allclose(found, dense(values, times, noises, [np.ones(7), line]), rtol=1e-8)


def brute(values: Floats, times: Floats, shortest: int) -> tuple[float, Floats]:
    """Log odds of any change, and where one change is, by going through every cut."""
    noises, n_values = noise_grid(), values.size
    tables = list(stretches(values, times, noises))
    changed, single = np.zeros(noises.kind.size), np.zeros(n_values)
    for n_changes in range(1, n_values):
        for cut in combinations(range(1, n_values), n_changes):
            ends = [0, *cut, n_values]
            if min(np.diff(ends)) < shortest:
                continue
            log = sum(tables[stop - 1][:, start] for start, stop in pairwise(ends))
            changed += np.exp(log) / (n_values - 1) ** n_changes
            if n_changes == 1:
                single[cut[0]] = np.exp(log).sum()
    none = (np.exp(tables[-1][:, 0]).sum() + np.exp(straight_line(values, times, noises)).sum()) / 2
    return float(np.log(changed.sum() / none)), single / single.sum()


def test_the_odds_are_those_of_going_through_every_cut(series: tuple[Floats, Floats]) -> None:
    found = dated(*series, shortest=2, odds=10.0)

    # The second pass leaves out noises of less than a millionth of the best one's evidence.
    assert found.log_odds == pytest.approx(brute(*series, 2)[0], abs=1e-4)


def test_a_date_has_the_probability_of_going_through_every_cut() -> None:
    values = np.array([-1.2, -0.8, -1.1, -0.7, 0.4, 0.9, 1.2, 1.0])
    times = np.arange(8.0)

    found = dated(values, times, shortest=2, odds=1.0)

    assert found.at.shape == (1, 8)
    np.testing.assert_allclose(found.at[0], brute(values, times, 2)[1], atol=1e-4)


def test_a_step_holds_no_spike() -> None:
    assert not spikes(np.repeat([0.0, 9.0], 8)).any()


def test_a_steep_trend_holds_no_spike() -> None:
    assert not spikes(np.linspace(0, 1, 20) ** 5).any()


def test_two_spikes_in_a_row_are_both_found() -> None:
    values = np.random.default_rng(20260101).normal(size=30)
    values[14:16] -= 30

    assert np.flatnonzero(spikes(values)).tolist() == [14, 15]


def test_few_normal_values_are_spikes() -> None:
    values = np.random.default_rng(20260101).normal(size=100_000)

    assert spikes(values).sum() <= 20
