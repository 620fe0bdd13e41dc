"""Rows come into one order, whatever order they were in."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.row_order import row_order


@settings(max_examples=50, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), most=st.sampled_from([2, 40, 2**33]))
def test_it_is_the_order_of_all_keys_and_then_of_the_ties(seed: int, most: int) -> None:
    rng = np.random.default_rng([20260101, seed])
    keys, ties = rng.integers(-1, most, (2, 60)), rng.integers(0, 3, (2, 60)).astype(float)

    order = row_order(tuple(keys), tuple(ties))

    np.testing.assert_array_equal(order, np.lexsort((ties[1], ties[0], keys[1], keys[0])))


def test_of_no_rows_there_is_no_order() -> None:
    assert row_order((np.zeros(0, dtype=np.int64),)).size == 0
