"""The self-check finds innovations that are too large or hang together, and divides the evidence by it."""

import numpy as np
import pytest

from analysis import monitor
from analysis.drift.check import Check
from analysis.panel import Floats
from analysis.simulate import World, simulate_scores

DEPTH = np.repeat([0, 1], [1, 200])


def innovations(memory: float = 0.0, spread: float = 1.0) -> Floats:
    """Of 200 units over 60 waves; the company has none."""
    rng = np.random.default_rng(20260101)
    fresh = rng.standard_normal((DEPTH.size, 60))
    for wave in range(1, 60):
        fresh[:, wave] = memory * fresh[:, wave - 1] + np.sqrt(1 - memory**2) * fresh[:, wave]
    fresh[0] = np.nan
    return spread * fresh


def test_white_innovations_of_variance_one_pass() -> None:
    assert Check.of([innovations()] * 3, DEPTH, 60).inflation(2).tolist() == [1.0, 1.0]


def test_what_is_too_large_is_inflated_by_about_as_much() -> None:
    company, units = Check.of([innovations(spread=1.3)], DEPTH, 60).inflation(2)

    assert company == 1.0
    assert units == pytest.approx(1.3**2, abs=0.2)


def test_what_hangs_together_is_inflated_by_its_long_run_variance() -> None:
    _, units = Check.of([innovations(memory=0.3)], DEPTH, 60).inflation(2)

    assert units == pytest.approx(1.3 / 0.7, abs=0.25)


def test_few_innovations_prove_nothing() -> None:
    assert Check.of([innovations(spread=1.3)[:4]], DEPTH[:4], 12).inflation(2).tolist() == [1.0, 1.0]


def test_waves_that_are_not_settled_are_not_looked_at() -> None:
    broken = innovations()
    broken[:, 50:] *= 9

    assert Check.of([broken], DEPTH, 50).inflation(2).tolist() == [1.0, 1.0]


def test_units_that_move_as_the_model_cannot_explain_are_told_in_words() -> None:
    """Levels that walk at random, five points from month to month, after two quiet years."""
    made = simulate_scores(World(n_divisions=6, teams_per_division=6, n_waves=48), np.random.default_rng(20260101))
    rng, scores = np.random.default_rng(20260102), made.scores
    steps = 5.0 * rng.standard_normal((48, made.tree.n_units, 3)) * (np.arange(48) >= 24)[:, None, None]
    walked = np.clip(scores.value + steps.cumsum(axis=0)[scores.wave, scores.unit, scores.scale], 0, 100)

    quiet = monitor(scores, made.tree).warnings
    said = monitor(type(scores)(scores.wave, scores.person, scores.unit, scores.scale, walked), made.tree).warnings

    assert not any("than the model explains" in words for words in quiet)
    assert any("than the model explains" in words for words in said)


def test_only_what_exceeds_two_standard_errors_counts_and_scales_count_half() -> None:
    count, products = np.array([0.0, 6000.0]), np.zeros((7, 2))
    products[0, 1], products[1, 1] = 6600.0, 300.0

    _, units = Check(products, count, n_scales=3).inflation(2)

    assert units == pytest.approx(1.1 + 2 * 0.05 - 2 * np.sqrt((2 + 4 * 6) / (6000 * 2 / 3)))
