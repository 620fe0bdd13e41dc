"""Score, information and evidence are what a plain reading of the formula gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drift.evidence import (
    FAR,
    FAR_END,
    LEAST_ERRORS,
    LEAST_MERIT,
    LOG_SUM,
    N_SIZES,
    gather,
    sum_of_ratios,
    sums_after,
)
from analysis.drift.shapes import RAMP_MONTHS, shapes
from analysis.panel import Floats

N = 16
MONTHS = np.arange(float(N))
SHAPES = shapes(MONTHS, 1.0)
NO_SKEW = np.zeros(N)


def some_news(rng: np.random.Generator) -> tuple[Floats, Floats]:
    return rng.standard_normal(N), np.tril(rng.uniform(0.1, 0.5, (N, N)))


@pytest.mark.parametrize("months", [MONTHS, np.cumsum([0.0, *np.tile([1.0, 0.5, 2.0, 3.5, 1.0], 3)])])
def test_score_information_and_third_cumulant_are_sums_over_waves(months: Floats) -> None:
    fresh, moved = some_news(np.random.default_rng(20260101))
    grid, skewness = shapes(months, 1.0), np.linspace(-0.3, 0.1, N)

    for t, k, onset in ((0, 0, 0), (9, 0, 4), (9, 1, 4), (15, 2, 1), (15, 3, 0), (3, 1, 2), (12, 1, 3)):
        score, information, third, first = sums_after((fresh, moved, skewness), grid.grid, t, -1)[:, k, onset]

        path = grid.rise[k, onset, : t + 1] @ moved[: t + 1, : t + 1].T
        assert score == pytest.approx(path @ fresh[: t + 1])
        assert information == pytest.approx(path @ path)
        assert third == pytest.approx(path**3 @ skewness[: t + 1])
        assert first == moved[onset, onset]


def test_a_step_has_one_rise_and_a_ramp_equal_ones() -> None:
    grid = shapes(MONTHS, 1.0)

    assert grid.length.tolist() == [0, *RAMP_MONTHS]
    np.testing.assert_array_equal(grid.rise[0], np.eye(N))
    np.testing.assert_allclose(grid.rise[1, 3, 3:9], 1 / 6)
    assert grid.rise[1, 3].sum() == pytest.approx(1)


def test_ramps_of_one_spacing_are_steps_and_left_out() -> None:
    assert shapes(MONTHS * 12, 12.0).length.tolist() == [0, 36]
    assert shapes(MONTHS * 3, 3.0).length.tolist() == [0, 6, 12, 36]


def test_onsets_reach_back_three_years_and_at_least_six_waves() -> None:
    monthly, yearly = shapes(np.arange(60.0), 1.0).first_onset, shapes(np.arange(60.0) * 12, 12.0).first_onset

    assert monthly[[10, 36, 37, 59]].tolist() == [0, 0, 1, 23]
    assert yearly[[3, 20]].tolist() == [0, 15]


def naive(sums: Floats, done: Floats, first: int) -> tuple[float, float]:
    """Evidence, and the far end of what has changed so far by the hypothesis that explains most."""
    total, merits = 0.0, [(0.0, 0.0)]
    for k in range(sums.shape[1]):
        for onset in range(first, sums.shape[2]):
            s, i, third, response = sums[:, k, onset]
            sizes = max(1.0, LEAST_ERRORS / response) * 2.0 ** (np.arange(N_SIZES) / 2)
            if s > 0 and s * s / i / 2 >= LEAST_MERIT:
                merits.append((s * s / i / 2, (s / i + FAR_END / np.sqrt(i)) * done[k, onset]))
                total += np.exp(sizes * s - sizes**2 * i / 2 - sizes**3 * max(third, 0) / 6).mean() / sums.shape[1]
    return total, max(merits)[1]


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 10_000), size=st.floats(0.02, 1.5), after=st.integers(-1, 8), skewness=st.floats(-0.05, 0.05)
)
def test_evidence_is_what_naive_loops_find(seed: int, size: float, after: int, skewness: float) -> None:
    fresh, moved = some_news(np.random.default_rng([20260101, seed]))
    news = (3 * fresh, size * moved, np.full(N, skewness))

    found = gather(news, SHAPES.grid, after, (0, N), 1.0)

    for t in (9, N - 1):
        for way, sign in enumerate((-1.0, 1.0)):
            sums = sums_after(news, SHAPES.grid, t, after)[:, :, : t + 1] * np.array([sign, 1, sign, 1])[:, None, None]
            total, far = naive(sums, SHAPES.rise[:, :, : t + 1].sum(axis=2), after + 1)
            assert np.exp(found[way, LOG_SUM, t]) == pytest.approx(total)
            assert max(found[way, FAR, t], 0.0) == pytest.approx(far)


def test_huge_scores_neither_overflow_nor_lose_their_order() -> None:
    moved = np.tril(np.full((N, N), 5.0))
    fresh = np.concatenate((np.zeros(8), np.full(8, -200.0)))

    down, up = gather((fresh, moved, NO_SKEW), SHAPES.grid, -1, (0, N), 1.0)[:, LOG_SUM]

    assert np.isfinite(down[8:]).all()
    assert (down[8:] > 500).all()
    assert np.isneginf(up[8:]).all()


def test_under_the_null_the_mean_of_the_evidence_grows_by_at_most_one_a_wave() -> None:
    rng, moved, n_runs = np.random.default_rng(20260101), np.tril(np.full((N, N), 0.3)), 4000
    ends = np.zeros((n_runs, 2))
    for run in range(n_runs):
        found = gather((rng.standard_normal(N), moved, NO_SKEW), SHAPES.grid, -1, (0, N), 0.05)
        ends[run] = np.exp(found[0, LOG_SUM, [5, N - 1]])

    error = ends.std(axis=0) / np.sqrt(n_runs)
    assert (ends.mean(axis=0) < [6, N] + 4 * error).all()
    assert (ends.mean(axis=0) > [1, N / 5]).all()
    assert error.max() < 0.8


def test_a_ratio_has_a_mean_of_one_whatever_the_skewness_of_the_score() -> None:
    """A sum of negated chi-squares, whose third cumulant is known; without the term the mean would be far above one."""
    rng, n, size = np.random.default_rng(20260101), 60, 0.25
    scores = ((1 - rng.chisquare(4, (200_000, n)) / 4) / np.sqrt(0.5)).sum(axis=1)
    third = n * -np.sqrt(2.0)

    ratio = [np.exp(size * -score - size**2 * n / 2 - size**3 * -third / 6) for score in scores]

    assert np.mean(ratio) == pytest.approx(1, abs=0.15)
    assert sum_of_ratios(3.0, 1.0, 0.5, 1.0) < sum_of_ratios(3.0, 1.0, 0.0, 1.0)
