import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InsufficientData, Tree
from analysis.weighting import nonresponse_weights, weighted_mean

TREE = Tree([-1, 0, 0, 1, 1, 2])


def test_a_team_counts_as_much_as_it_has_members() -> None:
    unit = np.repeat([3, 4, 5], [10, 5, 30])
    members = np.array([0, 0, 0, 20, 15, 40])

    weights = nonresponse_weights(unit, members, TREE)

    share = np.bincount(unit, weights.weight)[3:] / weights.weight.sum()
    assert share == pytest.approx(members[3:] / 75)
    assert weights.uncovered == 0


@given(st.lists(st.integers(3, 5), min_size=1, max_size=40), st.integers(1, 9))
def test_weights_have_mean_one(units: list[int], least: int) -> None:
    members = np.array([0, 0, 0, 50, 60, 70])

    weights = nonresponse_weights(units, members, TREE, least=least)

    assert weights.weight.mean() == pytest.approx(1)
    assert weights.design_effect >= 1 - 1e-12
    assert 0 <= weights.uncovered < 1


def test_small_teams_are_put_together_under_their_parent() -> None:
    unit = np.repeat([3, 4, 5], [2, 3, 10])

    weights = nonresponse_weights(unit, [0, 0, 0, 20, 5, 25], TREE, least=5)

    assert np.unique(weights.weight[:5]).size == 1
    assert weights.weight[:5].sum() == pytest.approx(7.5)


def test_a_silent_team_is_stood_for_by_its_siblings() -> None:
    weights = nonresponse_weights(np.repeat([4, 5], [3, 10]), [0, 0, 0, 20, 5, 25], TREE, least=5)

    assert weights.uncovered == 0
    assert weights.weight[:3].sum() == pytest.approx(6.5)


def test_a_silent_division_is_not_covered() -> None:
    weights = nonresponse_weights([5] * 10, [0, 0, 0, 20, 5, 25], TREE)

    assert weights.uncovered == pytest.approx(0.5)
    assert weights.weight == pytest.approx(np.ones(10))


def test_weights_remove_what_uneven_response_does_to_a_mean() -> None:
    rng = np.random.default_rng(20260101)
    unit = np.repeat([3, 4, 5], 300)
    value = np.array([0, 0, 0, 40, 60, 80.0])[unit] + rng.normal(0, 5, 900)
    who = np.flatnonzero(rng.random(900) < np.array([0, 0, 0, 0.3, 0.6, 0.9])[unit])

    weights = nonresponse_weights(unit[who], [0, 0, 0, 300, 300, 300], TREE)

    assert value[who].mean() > 65
    assert weighted_mean(value[who], weights.weight).mean == pytest.approx(value.mean(), abs=1)


def test_extreme_weights_are_cut() -> None:
    weights = nonresponse_weights(np.repeat([3, 5], [5, 95]), [0, 0, 0, 900, 0, 100], TREE, largest=3)

    assert weights.weight.max() == pytest.approx(3)
    assert weights.weight.mean() == pytest.approx(1)
    assert weights.design_effect < 1.3


def test_equal_weights_give_the_plain_mean_and_error() -> None:
    value = np.array([40.0, 55, 70, 75])

    weighted = weighted_mean(value, np.full(4, 2.5))

    assert (weighted.mean, weighted.se) == pytest.approx((60, value.std(ddof=1) / 2))


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="unit 3 has 1 members, but 2 answered"):
        nonresponse_weights([3, 3], [0, 0, 0, 1, 0, 0], TREE)
    with pytest.raises(ValueError, match="one n_members each"):
        nonresponse_weights([9], [0, 0, 0, 1, 0, 0], TREE)
    with pytest.raises(ValueError, match="above 1"):
        nonresponse_weights([3], [0, 0, 0, 1, 0, 0], TREE, largest=1)
    with pytest.raises(InsufficientData):
        nonresponse_weights([], [0, 0, 0, 1, 0, 0], TREE)
    with pytest.raises(ValueError, match="not be negative"):
        weighted_mean([1.0, 2.0], [1.0, -1.0])
    with pytest.raises(InsufficientData):
        weighted_mean([1.0], [0.0])
    assert np.isnan(weighted_mean([1.0], [1.0]).se)
