"""Bands and gaps as published means, and what the watch list makes of them."""

import numpy as np
import pytest

from analysis import Scores, monitor
from analysis.cohorts import cohort_summaries, gap_summaries
from analysis.panel import Ints
from analysis.simulate import World, simulate_scores

WORLD = World(n_waves=36, n_scales=1)
N_BANDS = 4


def company(seed: int) -> tuple[Scores, Ints]:
    """Scores of 600 people, and the band of each row; bands are alike."""
    scores = simulate_scores(WORLD, np.random.default_rng([20260101, seed])).scores
    return scores, scores.person % N_BANDS


def moved(scores: Scores, rows: Ints, points: float) -> Scores:
    value = np.clip(scores.value - points * rows, 0, 100)
    return Scores(scores.wave, scores.person, scores.unit, scores.scale, value, scores.n_items)


def test_a_band_has_the_number_mean_and_spread_of_its_people() -> None:
    scores, band = company(0)
    summaries, tree = cohort_summaries(scores, band)

    chosen = scores.value[(scores.wave == 3) & (band == 2)]
    (row,) = np.flatnonzero((summaries.wave == 3) & (summaries.unit == 3))
    assert tree.parent.tolist() == [-1, 0, 0, 0, 0]
    assert summaries.n[row] == chosen.size
    assert (summaries.mean[row], summaries.sd[row]) == pytest.approx((chosen.mean(), chosen.std(ddof=1)))


def test_rows_of_no_band_are_left_out() -> None:
    scores, band = company(0)

    summaries, _ = cohort_summaries(scores, np.where(band == 1, -1, band))

    assert set(summaries.unit.tolist()) == {1, 3, 4}
    with pytest.raises(ValueError, match="no row has a band"):
        cohort_summaries(scores, np.full(band.size, -1))


def test_the_error_of_a_gap_is_that_of_a_difference() -> None:
    scores, band = company(0)
    summaries, tree = gap_summaries(scores, band == 0)

    one, other = (scores.value[(scores.wave == 5) & ((band == 0) == leads)] for leads in (True, False))
    square = (one.var(ddof=1) / one.size + other.var(ddof=1) / other.size) / 4
    assert tree.n_units == 1
    assert summaries.mean[5] == pytest.approx(50 + (one.mean() - other.mean()) / 2)
    assert summaries.sd[5] ** 2 / summaries.n[5] == pytest.approx(square)
    with pytest.raises(ValueError, match="no wave has two leaders"):
        gap_summaries(scores, np.zeros(band.size, dtype=bool))


@pytest.mark.parametrize("seed", [0, 1])
def test_a_band_that_falls_is_told(seed: int) -> None:
    scores, band = company(seed)
    fallen = moved(scores, (band == 2) & (scores.wave >= 24), 8.0)

    result = monitor(*cohort_summaries(fallen, band))

    assert (3, "down") in {(entry.unit, entry.direction) for entry in (*result.watch, *result.alarms)}


def test_a_gap_that_grows_is_on_the_watch_list_as_a_rise() -> None:
    scores, band = company(0)
    fallen = moved(scores, (band > 0) & (scores.wave >= 24), 10.0)

    watch = monitor(*gap_summaries(fallen, band == 0)).watch

    assert [(entry.unit, entry.direction) for entry in watch] == [(0, "up")]


def test_quiet_bands_are_rarely_told_of() -> None:
    told = [monitor(*cohort_summaries(*company(seed))) for seed in range(12)]

    assert sum(bool(result.watch or result.alarms) for result in told) <= 2
