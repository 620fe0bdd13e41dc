"""The watch list follows the e-Benjamini-Hochberg rule; weights of nodes add up to one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.drift.watch import listed, log_weights, patience
from analysis.panel import Floats
from analysis.tree import Tree

TREE = Tree([-1, 0, 0, 1, 1, 2, 2, 2])
evidence = arrays(np.float64, st.tuples(st.integers(1, 3), st.integers(1, 8)), elements=st.floats(-5, 8))


def naive(weighted: Floats, bound: float) -> np.ndarray:
    """For every k, whether at least k values reach bound / k; then the values that reach the best of these."""
    enough = [k for k in range(1, weighted.size + 1) if (weighted >= np.log(bound / k)).sum() >= k]
    return weighted >= np.log(bound / max(enough)) if enough else np.zeros(weighted.shape, dtype=bool)


@settings(deadline=None)
@given(evidence, st.floats(2, 200))
def test_listed_are_those_of_a_naive_loop(weighted: Floats, bound: float) -> None:
    np.testing.assert_array_equal(listed(weighted, bound), naive(weighted, bound))


@settings(deadline=None)
@given(evidence, st.floats(2, 200), st.floats(0, 5))
def test_more_evidence_never_strikes_an_entry_off(weighted: Floats, bound: float, more: float) -> None:
    assert (listed(weighted + more, bound) >= listed(weighted, bound)).all()


def test_nothing_is_listed_where_nothing_is_known() -> None:
    assert not listed(np.full((2, 3), -np.inf), 48).any()


@pytest.mark.parametrize(("waves_per_year", "bound"), [(12, 48), (4, 16), (1, 6), (52, 208)])
def test_patience_is_a_year_for_a_quarter_of_false_entries(waves_per_year: float, bound: float) -> None:
    assert patience(waves_per_year) == bound


@settings(deadline=None)
@given(st.lists(st.integers(0, 5), min_size=8, max_size=8), st.integers(1, 4))
def test_weights_add_up_to_one_over_units_and_scales(waves: list[int], n_scales: int) -> None:
    weights = np.exp(log_weights(TREE.depth, np.array(waves), n_scales))

    assert n_scales * weights.sum() == pytest.approx(1)


def test_levels_share_alike_and_units_share_their_level() -> None:
    weights = np.exp(log_weights(TREE.depth, np.full(8, 2), 2))

    np.testing.assert_allclose(weights, np.array([1, 1 / 2, 1 / 2, *[1 / 5] * 5]) / 3 / 2)


def test_units_that_were_never_compared_take_nothing_from_the_others() -> None:
    weights = np.exp(log_weights(TREE.depth, np.array([9, 9, 9, 1, 2, 0, 0, 9]), 1))

    np.testing.assert_allclose(weights, np.array([1, 1 / 2, 1 / 2, 0, 1 / 2, 0, 0, 1 / 2]) / 3)
