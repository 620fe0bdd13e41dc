"""Innovations of a series are those of a Cholesky decomposition of its whole covariance."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drift.covariance import Sizes, add_kin, add_loads, from_shocks
from analysis.drift.whiten import LEAST_NEWS, log_likelihood, whiten
from analysis.panel import Floats, Ints

MONTHS = np.array([0.0, 1.0, 2.0, 4.5, 5.0, 8.0, 9.0, 10.0])
N = MONTHS.size
GAPS = np.abs(MONTHS[:, None] - MONTHS)
KIN_SIZES = (40.0, 30.0, 0.98, 0.6)
ONE_BLOCK, THREE_BLOCKS, UNLINKED = np.zeros(N, dtype=np.int64), np.array([0, 0, 0, 1, 1, 1, 2, 2]), -1 - np.arange(N)


def covariance(response: Floats, loads: Floats, shocks: Sizes, block: Ints, kin: Floats) -> Floats:
    """Of all observations, their own noise apart: a shock of wave a is a step at a less a step at a + 1."""
    impulse = response - np.column_stack((response[:, 1:], np.zeros(N)))
    white, slow, lingering = shocks
    lasting, wander, stay, memory = KIN_SIZES
    shared = impulse @ (white * np.eye(N) + slow * 0.9**GAPS + lingering * 0.98**GAPS) @ impulse.T
    ties = np.outer(kin, kin) * stay**GAPS * (lasting + wander * memory**GAPS)
    return shared + loads.T @ loads + np.where(block[:, None] != block, ties, 0.0)


def some_series(rng: np.random.Generator, absent: set[int]) -> tuple[Floats, Floats, Floats, Floats]:
    """Values, noise, responses that fade as people become known, and two unknown levels."""
    response = np.tril(rng.uniform(0.2, 1.0, (N, N)))
    noise = rng.uniform(2.0, 9.0, N)
    noise[list(absent)] = np.inf
    return rng.normal(0, 5, N), noise, response, 40 * np.stack((response[:, 0], response[:, 3]))


def whitened(series: tuple[Floats, ...], shocks: Sizes, block: Ints, kin: Floats) -> tuple[Floats, ...]:
    value, noise, response, loads = series
    months = MONTHS[: value.size]
    cover = from_shocks(response, shocks, months)
    add_loads(loads, cover)
    add_kin(kin, KIN_SIZES, months, block, cover)
    out: tuple[Floats, ...] = whiten(value, noise, cover, response, np.zeros(value.size, dtype=np.int64))
    return out


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    shocks=st.sampled_from([(0.0, 0.0, 0.0), (3.0, 0.0, 0.0), (0.0, 2.0, 0.0), (0.0, 0.0, 4.0), (3.0, 2.0, 1.0)]),
    block=st.sampled_from([ONE_BLOCK, THREE_BLOCKS, UNLINKED]),
    absent=st.sets(st.integers(0, N - 1), max_size=5),
    seed=st.integers(0, 1000),
)
def test_it_is_the_cholesky_decomposition(shocks: Sizes, block: Ints, absent: set[int], seed: int) -> None:
    rng = np.random.default_rng([20260101, seed])
    series, kin = some_series(rng, absent), rng.uniform(0.01, 0.1, N)
    value, noise, response, loads = series
    seen = np.flatnonzero(np.isfinite(noise))
    dense = covariance(response, loads, shocks, block, kin)[np.ix_(seen, seen)]
    factor = np.linalg.cholesky(dense + np.diag(noise[seen]))

    fresh, spread, moved = whitened(series, shocks, block, kin)

    np.testing.assert_allclose(fresh[seen], np.linalg.solve(factor, value[seen]), rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(spread[seen], np.diag(factor), rtol=1e-9)
    np.testing.assert_allclose(moved[seen], np.linalg.solve(factor, response[seen]), rtol=1e-7, atol=1e-9)
    assert np.isinf(np.delete(spread, seen)).all()


def test_the_likelihood_is_that_of_the_multivariate_normal() -> None:
    from scipy.stats import multivariate_normal

    rng = np.random.default_rng(20260101)
    value, noise, response, _ = some_series(rng, set())
    series, kin = (value, noise, response, np.zeros((0, N))), np.zeros(N)
    dense = covariance(response, np.zeros((0, N)), (3.0, 2.0, 1.0), ONE_BLOCK, kin) + np.diag(noise)

    fresh, spread, _ = whitened(series, (3.0, 2.0, 1.0), ONE_BLOCK, kin)

    known = multivariate_normal(np.zeros(N), dense).logpdf(value) + N / 2 * np.log(2 * np.pi)
    assert log_likelihood(fresh, spread)[-1] == pytest.approx(known)


def test_a_first_value_of_an_unknown_level_teaches_nothing_about_shocks() -> None:
    series = (np.full(N, 60.0), np.full(N, 4.0), np.tril(np.ones((N, N))), np.full((1, N), 1000.0))

    fresh, spread, _ = whitened(series, (0.0, 0.0, 0.0), ONE_BLOCK, np.zeros(N))

    assert log_likelihood(fresh, spread)[0] == 0
    assert np.abs(fresh).max() < 0.1


def test_ties_taken_too_large_leave_some_news() -> None:
    series = (np.zeros(N), np.full(N, 4.0), np.tril(np.ones((N, N))), np.zeros((0, N)))

    _, spread, _ = whitened(series, (0.0, 0.0, 0.0), UNLINKED, np.full(N, 5.0))

    assert spread.min() == pytest.approx(np.sqrt(LEAST_NEWS * 4))


def test_later_waves_change_nothing_before_to_the_last_bit() -> None:
    rng = np.random.default_rng(20260101)
    value, noise, response, loads = some_series(rng, {2})
    kin = rng.uniform(0.01, 0.1, N)
    short = (value[:5], noise[:5], response[:5, :5].copy(), loads[:, :5].copy())

    whole = whitened((value, noise, response, loads), (3.0, 2.0, 1.0), THREE_BLOCKS, kin)
    first = whitened(short, (3.0, 2.0, 1.0), THREE_BLOCKS[:5], kin[:5])

    np.testing.assert_array_equal(first[0], whole[0][:5])
    np.testing.assert_array_equal(first[2], whole[2][:5, :5])


def test_responses_to_steps_that_are_too_old_are_left_out() -> None:
    value, noise, response, _ = some_series(np.random.default_rng(20260101), set())
    cover, recent = from_shocks(response, (3.0, 2.0, 1.0), MONTHS), np.maximum(np.arange(N) - 3, 0)

    _, _, every = whiten(value, noise, cover, response, np.zeros(N, dtype=np.int64))
    _, _, some = whiten(value, noise, cover, response, recent)

    considered = np.arange(N) >= recent[:, None]
    np.testing.assert_array_equal(some[considered], every[considered])
    assert not some[~considered].any()
