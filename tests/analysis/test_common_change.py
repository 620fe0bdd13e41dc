from collections.abc import Callable

import numpy as np
import pytest

from analysis import Summaries, Tree
from analysis.common_change import common_changes
from analysis.estimates import Estimates
from analysis.precision import estimate_levels, estimate_summary_levels
from analysis.simulate import Fall, World, simulate_scores


def levels(means: np.ndarray, tree: Tree, n: int = 40) -> Estimates:
    """Estimates from means, shape (n_waves, n_units), at the leaves."""
    wave, unit = np.nonzero(np.isfinite(means))
    size = wave.size
    summaries = Summaries(wave, unit, [0] * size, [n] * size, means[wave, unit], [20.0] * size)
    return estimate_summary_levels(summaries, tree)


def flat_company(rng: np.random.Generator, n_waves: int = 4) -> tuple[np.ndarray, Tree]:
    """Three divisions of six teams; means at the teams alone."""
    tree = Tree([-1, 0, 0, 0] + [1 + team // 6 for team in range(18)])
    means = rng.normal(60, 3, tree.n_units) + rng.normal(0, 2, (n_waves, tree.n_units))
    means[:, :4] = np.nan
    return means, tree


def test_burned_out_of_the_nhs_fell_once_and_everywhere(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("nhs_wellbeing_2021_2024/trust_year_measure.csv")
    asked = (columns["measure"] == "burned_out") & np.isfinite(columns["pct"])
    wave, share, n = (columns[name][asked] for name in ("year", "pct", "n"))
    codes, trust = np.unique(columns["ods_code"][asked], return_inverse=True)
    tree = Tree([-1] + [0] * codes.size)
    summaries = Summaries(wave - 2021, trust + 1, 0 * trust, n, share, np.sqrt(share * (100 - share)))

    (change,) = common_changes(estimate_summary_levels(summaries, tree), tree)

    assert (change.wave, change.unit) == (2, 0)
    assert -3.5 < change.low < change.size < change.high < -2.5
    assert change.share > 0.85


def test_a_move_of_all_is_told_once_at_the_root() -> None:
    means, tree = flat_company(np.random.default_rng(20260101))
    means[2:] -= 8

    (change,) = common_changes(levels(means, tree), tree)

    assert (change.wave, change.unit, change.scale) == (2, 0, 0)
    assert change.low < -8 < change.high
    assert change.share == 1


def test_a_move_of_one_division_is_told_there() -> None:
    means, tree = flat_company(np.random.default_rng(20260101))
    means[1:, 4:10] += 12

    (change,) = common_changes(levels(means, tree), tree)

    assert (change.wave, change.unit) == (1, 1)
    assert change.size == pytest.approx(12, abs=4)


def test_a_division_that_moved_further_keeps_what_is_left() -> None:
    means, tree = flat_company(np.random.default_rng(20260101))
    means[1:] -= 10
    means[1:, 4:10] -= 9

    by_unit = {change.unit: change.size for change in common_changes(levels(means, tree), tree)}

    assert set(by_unit) >= {1}
    assert by_unit.get(0, 0.0) + by_unit[1] == pytest.approx(-19, abs=3)


def test_an_ordinary_company_has_hardly_any() -> None:
    rng = np.random.default_rng(20260101)
    counts = []
    for _ in range(5):
        simulated = simulate_scores(World(n_waves=24, company_shock=0, division_shock=0), rng)
        counts.append(len(common_changes(estimate_levels(simulated.scores, simulated.tree), simulated.tree)))

    assert sum(counts) <= 2  # of 115 waves with 21 units and scales looked at in each


def test_a_fall_of_the_whole_company_is_seen_in_each_scale() -> None:
    world = World(n_waves=4)
    fall = Fall(unit=0, onset=2, size=0.5, scales=(0, 1, 2))
    simulated = simulate_scores(world, np.random.default_rng(20260101), [fall])

    changes = common_changes(estimate_levels(simulated.scores, simulated.tree), simulated.tree)

    assert {(change.wave, change.scale) for change in changes if change.unit == 0} == {(2, 0), (2, 1), (2, 2)}


def test_two_children_are_too_few() -> None:
    tree = Tree([-1, 0, 0])

    assert common_changes(levels(np.array([[np.nan, 50, 60], [np.nan, 30, 40]]), tree), tree) == ()


def test_rounded_figures_that_agree_by_chance_prove_nothing() -> None:
    tree = Tree([-1, 0, 0, 0])
    means = np.array([[np.nan, 50, 60, 70], [np.nan, 48, 58, 68]])

    assert common_changes(levels(means, tree, n=0), tree) == ()


def test_a_wave_in_which_nobody_was_asked_is_passed_over() -> None:
    means, tree = flat_company(np.random.default_rng(20260101))
    means[3] -= 9
    means[2] = np.nan

    assert [change.wave for change in common_changes(levels(means, tree), tree)] == [3]


def test_later_waves_change_nothing_told_before() -> None:
    means, tree = flat_company(np.random.default_rng(20260101), n_waves=6)
    means[2:] -= 8
    means[4:] += 7
    everything = common_changes(levels(means, tree), tree)

    for n_waves in range(1, 6):
        first = common_changes(levels(means[:n_waves], tree), tree)
        assert first == tuple(change for change in everything if change.wave < n_waves)
