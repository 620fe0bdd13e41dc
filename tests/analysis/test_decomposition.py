import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InsufficientData, Scores, Tree
from analysis.decomposition import Decomposition, decompose
from analysis.kitagawa import Part, kitagawa

TREE = Tree([-1, 0, 0, 1, 1, 2, 2, 2])
LEAVES = np.array([3, 4, 5, 6, 7])


def sizes(parts: Decomposition) -> list[Part]:
    return [parts.within, parts.joiners, parts.leavers, parts.reweighting, parts.hidden]


def panel(before: np.ndarray, after: np.ndarray, unit: np.ndarray) -> Scores:
    """Persons 0 … n−1 with nan where they did not answer."""
    person = np.arange(before.size)
    here, there = np.isfinite(before), np.isfinite(after)
    wave = np.repeat([0, 1], [here.sum(), there.sum()])
    value = np.clip(np.concatenate([before[here], after[there]]), 0, 100)
    who = np.concatenate([person[here], person[there]])
    return Scores(wave, who, unit[who], 0 * wave, value)


def split(scores: Scores, unit: int = 0, *, linked: bool = True) -> Decomposition:
    return decompose(scores, TREE, unit=unit, scale=0, waves=(0, 1), linked=linked)


@given(st.integers(0, 2**16), st.booleans(), st.sampled_from([0, 1, 2]))
def test_the_parts_sum_to_the_change(seed: int, linked: bool, unit: int) -> None:  # noqa: FBT001 -- from hypothesis
    rng = np.random.default_rng(seed)
    size = 60
    person = rng.permutation(2 * size)[:size] % 40 - 3
    wave = np.repeat([0, 1], size // 2)
    key = np.where(person < 0, -1 - np.arange(size), person) * 2 + wave
    rows = np.unique(key, return_index=True)[1]
    person = np.maximum(person, -1)
    scores = Scores(wave[rows], person[rows], rng.choice(LEAVES, size)[rows], 0 * rows, rng.uniform(0, 100, rows.size))
    rows_of_unit = TREE.within(unit)[scores.unit]
    change = [scores.value[rows_of_unit & (scores.wave == wave)].mean() for wave in (0, 1)]

    parts = split(scores, unit, linked=linked)

    assert sum(part.size for part in sizes(parts)) == pytest.approx(parts.change, abs=1e-12)
    assert parts.change == pytest.approx(change[1] - change[0], abs=1e-12)


def test_other_minds_are_told_from_other_people() -> None:
    scores = panel(
        np.array([50.0, 60, 70, 90, np.nan, np.nan]),
        np.array([40.0, 50, 60, np.nan, 80, 80]),
        np.array([3, 3, 3, 3, 3, 3]),
    )

    parts = split(scores)

    assert (parts.n_stayed, parts.n_joined, parts.n_left) == (3, 2, 1)
    assert parts.within.size == pytest.approx(-10)
    assert parts.joiners.size == pytest.approx(2 / 5 * (80 - 50))
    assert parts.leavers.size == pytest.approx(-1 / 4 * (90 - 60))
    assert (parts.reweighting, parts.hidden) == (Part(0, 0), Part(0, 0))


def test_a_division_that_hires_reweights() -> None:
    before = np.array([80.0, 80, 80, 40, 40, 40, np.nan, np.nan, np.nan])
    after = np.array([80.0, 80, 80, 40, 40, 40, 40, 40, 40])

    parts = split(panel(before, after, np.array([3, 3, 3, 5, 5, 5, 5, 5, 5])))

    assert parts.within.size == parts.joiners.size == parts.leavers.size == 0
    assert parts.reweighting.size == pytest.approx(parts.change)
    assert parts.change == pytest.approx(-20 / 3)


def test_moving_people_changes_no_mind() -> None:
    unit = np.array([3, 3, 4, 5, 5, 6])
    person = np.tile(np.arange(6), 2)
    value = np.tile([50.0, 60, 70, 80, 90, 40], 2)
    scores = Scores(np.repeat([0, 1], 6), person, np.concatenate([unit, unit[::-1]]), [0] * 12, value)

    assert [part.size for part in sizes(split(scores))] == [0] * 5


def test_an_epoch_boundary_hides_who_changed() -> None:
    parts = split(panel(np.array([50.0, 60, 70]), np.array([40.0, 50, 60]), np.array([3, 3, 5])), linked=False)

    assert parts.hidden.size == pytest.approx(-10)
    assert parts.reweighting.size == pytest.approx(0)
    assert parts.within.size == 0
    assert np.isnan(parts.within.se)


def simulated(rng: np.random.Generator, *, minds: float, people: float) -> Scores:
    """200 people, of whom about half answer both waves; `people` points more for those who join than for the others."""
    unit = rng.choice(LEAVES, 200)
    level = rng.normal(0, 4, 8)[unit] + rng.normal(50, 10, 200)
    before, after = (level + rng.normal(0, 8, 200) for _ in range(2))
    status = rng.choice(3, 200, p=[0.5, 0.25, 0.25])
    after += minds + people * (status == 1)
    before[status == 1], after[status == 2] = np.nan, np.nan
    return panel(before, after, unit)


def test_where_only_people_change_minds_are_within_their_error_of_zero() -> None:
    rng = np.random.default_rng(20260101)

    within = [split(simulated(rng, minds=0, people=12)).within for _ in range(600)]

    inside = np.mean([abs(part.size) <= 1.96 * part.se for part in within])
    assert 0.93 <= inside <= 0.97  # 600 runs: .95 ± .018


@pytest.mark.parametrize("name", ["joiners", "leavers", "reweighting"])
def test_where_only_minds_change_people_are_within_their_error_of_zero(name: str) -> None:
    rng = np.random.default_rng(20260101)

    parts = [getattr(split(simulated(rng, minds=-8, people=0)), name) for _ in range(600)]

    inside = np.mean([abs(part.size) <= 1.96 * part.se for part in parts])
    assert 0.925 <= inside <= 0.975


def test_bad_questions_are_refused() -> None:
    scores = panel(np.array([50.0]), np.array([60.0]), np.array([3]))

    with pytest.raises(InsufficientData, match="nobody of unit 5 answered scale 0 in wave 0"):
        split(scores, 5)
    with pytest.raises(ValueError, match="unit 9 is not in the tree"):
        split(scores, 9)


def test_where_people_only_join_the_error_is_that_of_two_groups() -> None:
    rng = np.random.default_rng(20260101)
    unit = rng.choice(LEAVES, 4000)
    after = np.clip(50 + 20 * (unit < 5) + rng.normal(0, 8, unit.size), 0, 100)
    joined = rng.random(unit.size) < 0.8
    before = np.where(joined, np.nan, after)

    parts = split(panel(before, after, unit))

    two = kitagawa(after[joined], unit[joined] // 5, after[~joined], unit[~joined] // 5)
    assert parts.reweighting.se == pytest.approx(joined.mean() * two.between.se, rel=0.03)
