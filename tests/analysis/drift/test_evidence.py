"""Score, information and evidence are what a plain reading of the formula gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drift.evidence import FAR_END, N_SIZES, RAMP_MONTHS, _sum_one_way, shapes, tabulate, weigh
from analysis.panel import Floats

N = 16
MONTHS = np.arange(float(N))


def tabulated(fresh: Floats, moved: Floats, rise: Floats) -> tuple[Floats, Floats]:
    shape = (fresh.size, rise.shape[0], fresh.size)
    score, information = np.zeros(shape), np.zeros(shape)
    tabulate(fresh, moved, rise, score, information)
    return score, information


def some_news(rng: np.random.Generator) -> tuple[Floats, Floats]:
    return rng.standard_normal(N), np.tril(rng.uniform(0.1, 0.5, (N, N)))


def test_score_and_information_are_sums_over_waves() -> None:
    fresh, moved = some_news(np.random.default_rng(20260101))
    rise = shapes(MONTHS, 1.0).rise

    score, information = tabulated(fresh, moved, rise)

    for t, k, onset in ((0, 0, 0), (9, 0, 4), (9, 1, 4), (15, 2, 1), (15, 3, 0), (3, 1, 7)):
        path = rise[k, onset, : t + 1] @ moved[: t + 1, : t + 1].T
        assert score[t, k, onset] == pytest.approx(path @ fresh[: t + 1])
        assert information[t, k, onset] == pytest.approx(path @ path)


def test_a_step_has_one_rise_and_a_ramp_equal_ones() -> None:
    grid = shapes(MONTHS, 1.0)

    assert grid.months.tolist() == [0, *RAMP_MONTHS]
    np.testing.assert_array_equal(grid.rise[0], np.eye(N))
    np.testing.assert_allclose(grid.rise[1, 3, 3:9], 1 / 6)
    assert grid.rise[1, 3].sum() == pytest.approx(1)


def test_a_ramp_is_the_mean_of_consecutive_steps() -> None:
    fresh, moved = some_news(np.random.default_rng(20260101))
    rise = shapes(MONTHS, 1.0).rise[:2]

    score, _ = tabulated(fresh, moved, rise)

    ramps, steps = np.diff(score[:, 1, 2], prepend=0), np.diff(score[:, 0, 2:8], axis=0, prepend=0)
    np.testing.assert_allclose(ramps, steps.mean(axis=1), atol=1e-12)


def test_ramps_of_one_spacing_are_steps_and_left_out() -> None:
    assert shapes(MONTHS * 12, 12.0).months.tolist() == [0, 36]
    assert shapes(MONTHS * 3, 3.0).months.tolist() == [0, 6, 12, 36]


def test_onsets_reach_back_three_years_and_at_least_six_waves() -> None:
    monthly, yearly = shapes(np.arange(60.0), 1.0).first_onset, shapes(np.arange(60.0) * 12, 12.0).first_onset

    assert monthly[[10, 36, 37, 59]].tolist() == [0, 0, 1, 23]
    assert yearly[[3, 20]].tolist() == [0, 15]


def naive(score: Floats, information: Floats, weight: Floats, done: Floats, first: int) -> tuple[float, float]:
    """Evidence, and the far end of what has changed so far by the hypothesis that explains most."""
    sizes = 2.0 ** np.arange(N_SIZES)
    total, merits = 0.0, []
    for g in range(score.shape[0]):
        for k in range(score.shape[1]):
            for onset in range(first, score.shape[2]):
                s, i = score[g, k, onset], information[g, k, onset]
                part = weight[g] / score.shape[1]
                total += part * np.exp(sizes * s - sizes**2 * i / 2).mean()
                if i > 0 and s >= 0:
                    merits.append((part * np.exp(s * s / i / 2), (s / i + FAR_END / np.sqrt(i)) * done[k, onset]))
    return total, max(merits, default=(0.0, 0.0))[1]


@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), size=st.floats(0.02, 1.5), after=st.integers(-1, 8))
def test_evidence_is_what_naive_loops_find(seed: int, size: float, after: int) -> None:
    rng, rise = np.random.default_rng([20260101, seed]), shapes(MONTHS, 1.0).rise
    news = [some_news(rng) for _ in range(3)]
    tables = [tabulated(3 * fresh, size * moved, rise) for fresh, moved in news]
    score, information = (np.stack([table[part] for table in tables]) for part in (0, 1))
    log_fit = rng.normal(0, 2, (3, N))

    both = weigh(score, information, log_fit, rise, np.zeros(N, dtype=np.int64), after, (0, N), 1.0)

    for t in (9, N - 1):
        weight = np.exp(log_fit[:, t]) / np.exp(log_fit[:, t]).sum()
        for found, sign in zip(both, (-1.0, 1.0), strict=True):
            cut = (slice(None), t, slice(None), slice(t + 1))
            total, far = naive(sign * score[cut], information[cut], weight, rise[:, :, : t + 1].sum(axis=2), after + 1)
            assert found[t] == pytest.approx(np.log(total) if far >= 1 else -np.inf)


def test_huge_scores_neither_overflow_nor_lose_their_order() -> None:
    rise, moved = shapes(MONTHS, 1.0).rise, np.tril(np.full((N, N), 5.0))
    fresh = np.concatenate((np.zeros(8), np.full(8, -200.0)))
    score, information = (table[None] for table in tabulated(fresh, moved, rise))

    down, up = weigh(score, information, np.zeros((1, N)), rise, np.zeros(N, dtype=np.int64), -1, (0, N), 1.0)

    assert np.isfinite(down[8:]).all()
    assert (down[8:] > 500).all()
    assert np.isneginf(up[8:]).all()


def test_under_the_null_the_mean_of_the_evidence_grows_by_one_a_wave() -> None:
    rng, rise = np.random.default_rng(20260101), shapes(MONTHS, 1.0).rise
    moved, n_runs = np.tril(np.full((N, N), 0.3)), 4000
    ends = np.zeros((n_runs, 2))
    for run in range(n_runs):
        score, information = (table[None] for table in tabulated(rng.standard_normal(N), moved, rise))
        for column, t in enumerate((5, N - 1)):
            ends[run, column], _ = _sum_one_way(
                score[:, t], information[:, t], np.ones(1), rise[:, :, : t + 1].sum(axis=2), (0, t), 0.05, -1.0
            )

    error = ends.std(axis=0) / np.sqrt(n_runs)
    assert (np.abs(ends.mean(axis=0) - [6, N]) < 4 * error).all()
    assert error.max() < 0.5


def test_a_change_too_small_to_act_upon_is_no_evidence() -> None:
    rise, moved = shapes(MONTHS, 1.0).rise, np.tril(np.full((N, N), 5.0))
    score, information = (table[None] for table in tabulated(np.full(N, -0.5 * 5.0), moved, rise))
    limits = (np.zeros((1, N)), rise, np.zeros(N, dtype=np.int64), -1, (0, N))

    at_one, _ = weigh(score, information, *limits, 1.0)
    at_a_fifth, _ = weigh(score, information, *limits, 0.2)

    assert np.isneginf(at_one[-1])
    assert at_a_fifth[-1] > 3
