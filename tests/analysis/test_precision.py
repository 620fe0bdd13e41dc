from math import fsum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Scores, Tree
from analysis.estimates import Estimates
from analysis.levels.subtrees import exact_sums
from analysis.precision import estimate_levels

COLUMNS = ("wave", "unit", "scale", "n", "mean", "se", "low", "high", "shrunk")


def a_company(n_divisions: int = 4, n_teams: int = 5) -> Tree:
    return Tree([-1] + [0] * n_divisions + [1 + team // n_teams for team in range(n_divisions * n_teams)])


def some_scores(rng: np.random.Generator, tree: Tree, n_people: int = 120, n_waves: int = 4) -> Scores:
    leaves = np.setdiff1d(np.arange(tree.n_units), tree.parent)
    unit = rng.choice(np.append(leaves, 1), n_people)
    level = rng.normal(65, 6, tree.n_units)[unit] + rng.normal(0, 12, n_people)
    person = np.tile(np.arange(n_people), n_waves)
    value = np.clip(np.tile(level, n_waves) + rng.normal(0, 10, person.size), 0, 100)
    wave = np.repeat(np.arange(n_waves), n_people)
    here = rng.random(person.size) < 0.7
    return Scores(wave[here], person[here], np.tile(unit, n_waves)[here], (person % 2)[here], value[here])


def taken(scores: Scores, rows: np.ndarray) -> Scores:
    return Scores(scores.wave[rows], scores.person[rows], scores.unit[rows], scores.scale[rows], scores.value[rows])


def same_bits(one: Estimates, other: Estimates, rows: int) -> bool:
    return all(getattr(one, name)[:rows].tobytes() == getattr(other, name)[:rows].tobytes() for name in COLUMNS)


def test_means_and_counts_are_those_of_a_naive_loop() -> None:
    tree = a_company()
    scores = some_scores(np.random.default_rng(20260101), tree)

    estimates = estimate_levels(scores, tree)

    for row in range(estimates.wave.size):
        inside = tree.within(int(estimates.unit[row]))[scores.unit]
        same = inside & (scores.wave == estimates.wave[row]) & (scores.scale == estimates.scale[row])
        assert estimates.n[row] == same.sum()
        assert estimates.mean[row] == pytest.approx(scores.value[same].mean(), abs=1e-11)


def test_a_team_has_the_textbook_error_and_t_interval() -> None:
    from scipy import stats

    value = np.array([40.0, 55, 70, 75, 90])

    estimates = estimate_levels(Scores([0] * 5, range(5), [1] * 5, [0] * 5, value), Tree([-1, 0]))

    assert estimates.se == pytest.approx([stats.sem(value)] * 2, abs=1e-12)
    low, high = stats.t.interval(0.9, 4, value.mean(), stats.sem(value))
    assert (estimates.low[1], estimates.high[1]) == pytest.approx((low, high), abs=1e-9)


def test_one_respondent_has_no_error() -> None:
    estimates = estimate_levels(Scores([0], [0], [1], [0], [70.0]), Tree([-1, 0]))

    assert np.isnan(estimates.se).all()
    assert np.isnan(estimates.low).all()
    assert estimates.shrunk.tolist() == [70.0, 70.0]


@given(st.integers(0, 2**16))
def test_rows_may_come_in_any_order(seed: int) -> None:
    rng = np.random.default_rng(seed)
    tree = a_company(2, 3)
    scores = some_scores(rng, tree, n_people=30, n_waves=2)

    shuffled = estimate_levels(taken(scores, rng.permutation(scores.wave.size)), tree)

    estimates = estimate_levels(scores, tree)
    assert same_bits(estimates, shuffled, estimates.wave.size)


def test_later_waves_change_nothing_said_before() -> None:
    tree = a_company()
    scores = some_scores(np.random.default_rng(20260101), tree)
    everything = estimate_levels(scores, tree)

    for n_waves in (1, 2, 3):
        first = estimate_levels(taken(scores, np.flatnonzero(scores.wave < n_waves)), tree)
        assert same_bits(first, everything, first.wave.size)


def test_teams_that_differ_widen_the_error_above_them() -> None:
    rng = np.random.default_rng(20260101)
    unit = np.repeat(np.arange(5, 25), 10)
    value = 50 + rng.normal(0, 8, 25)[unit] + rng.normal(0, 10, unit.size)
    scores = Scores(np.zeros_like(unit), np.arange(unit.size), unit, np.zeros_like(unit), value)

    estimates = estimate_levels(scores, a_company())

    team_means = value.reshape(20, 10).mean(axis=1)
    assert estimates.se[0] == pytest.approx(team_means.std(ddof=1) / np.sqrt(20), rel=1e-9)


def test_intervals_of_a_company_cover_its_long_run_level() -> None:
    rng = np.random.default_rng(20260101)
    tree = a_company(3, 4)
    sizes = rng.integers(3, 15, 12)
    unit = np.repeat(np.arange(4, 16), sizes)
    covered = np.zeros((400, 4), dtype=bool)
    for run in range(400):
        value = 50 + rng.normal(0, 4, tree.n_units)[unit] + rng.normal(0, 14, unit.size)
        scores = Scores(0 * unit, np.arange(unit.size), unit, 0 * unit, np.clip(value, 0, 100))
        estimates = estimate_levels(scores, tree)
        covered[run] = (estimates.low[:4] <= 50) & (estimates.high[:4] >= 50)

    assert 0.86 <= covered[:, 0].mean() <= 0.94
    assert 0.86 <= covered[:, 1:].mean() <= 0.94


def test_intervals_with_a_roster_cover_the_level_of_its_people() -> None:
    rng = np.random.default_rng(20260101)
    unit = np.repeat(np.arange(5, 25), 10)
    everyone = 50 + rng.normal(0, 8, 25)[unit] + rng.normal(0, 12, unit.size)
    members = np.array([[0] * 5 + [10] * 20])
    covered = []
    for _ in range(400):
        who = np.flatnonzero(rng.random(200) < 0.7)
        scores = Scores(0 * who, who, unit[who], 0 * who, np.clip(everyone[who], 0, 100))
        estimates = estimate_levels(scores, a_company(), n_members=members)
        covered.append(estimates.low[0] <= everyone.mean() <= estimates.high[0])

    assert 0.86 <= np.mean(covered) <= 0.94


def test_a_roster_that_answered_in_full_leaves_no_error() -> None:
    scores = Scores([0] * 4, range(4), [1, 1, 2, 2], [0] * 4, [40.0, 60, 70, 90])

    assert estimate_levels(scores, Tree([-1, 0, 0]), n_members=[[0, 2, 2]]).se.tolist() == [0, 0, 0]
    with pytest.raises(ValueError, match="unit 2 has 1 members, but 2 answered"):
        estimate_levels(scores, Tree([-1, 0, 0]), n_members=[[0, 2, 1]])


def test_shrinking_brings_small_teams_closer_to_the_truth() -> None:
    rng = np.random.default_rng(20260101)
    tree = Tree([-1] + [0] * 60)
    truth = 60 + rng.normal(0, 5, 61)
    unit = np.repeat(np.arange(1, 61), 5)
    value = truth[unit] + rng.normal(0, 15, unit.size)

    estimates = estimate_levels(Scores(0 * unit, np.arange(300), unit, 0 * unit, np.clip(value, 0, 100)), tree)

    assert np.mean((estimates.shrunk - truth)[1:] ** 2) < 0.7 * np.mean((estimates.mean - truth)[1:] ** 2)
    between = (estimates.mean - estimates.shrunk) * (estimates.shrunk - estimates.mean[0])
    assert (between[1:] >= 0).all()


def test_a_unit_outside_the_tree_is_refused() -> None:
    with pytest.raises(ValueError, match="unit 2 is not in the tree"):
        estimate_levels(Scores([0], [0], [2], [0], [70.0]), Tree([-1, 0]))


def test_teams_of_one_size_are_shrunk_by_the_ratio_of_mean_squares() -> None:
    rng = np.random.default_rng(20260101)
    unit = np.repeat(np.arange(1, 21), 6)
    value = 50 + rng.normal(0, 6, 21)[unit] + rng.normal(0, 8, unit.size)

    estimates = estimate_levels(Scores(0 * unit, np.arange(120), unit, 0 * unit, value), Tree([-1] + [0] * 20))

    teams = value.reshape(20, 6)
    ratio = teams.var(axis=1, ddof=1).mean() / (6 * teams.mean(axis=1).var(ddof=1))
    pulled = (estimates.mean - estimates.shrunk)[1:] / (estimates.mean[1:] - estimates.mean[0])
    assert pulled == pytest.approx(np.full(20, ratio), rel=1e-9)


def test_sums_are_exact_in_any_order() -> None:
    rng = np.random.default_rng(20260101)
    value = rng.uniform(0, 100, 20_000)
    cell = rng.integers(0, 3, value.size)
    order = rng.permutation(value.size)

    sums = exact_sums(cell, value, 3)

    assert sums.tobytes() == exact_sums(cell[order], value[order], 3).tobytes()
    assert sums == pytest.approx([fsum(value[cell == place]) for place in range(3)], rel=1e-15)
