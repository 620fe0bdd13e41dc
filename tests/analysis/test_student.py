"""Student's t without SciPy is Student's t."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from analysis.student import share_below

VALUES = st.floats(-50, 50)
FREEDOM = st.integers(1, 80)


@given(VALUES, FREEDOM)
def test_shares_are_those_of_scipy(value: float, freedom: int) -> None:
    # The sum stands beside 1, so that what it leaves out of a tail is some hundred roundings of 1.
    assert share_below(value, freedom) == pytest.approx(float(t.cdf(value, freedom)), abs=1e-13)


# Abramowitz and Stegun, table 26.10: the value beyond which 2.5 % lie on one side.
@pytest.mark.parametrize(("freedom", "value"), [(1, 12.706), (2, 4.303), (3, 3.182), (10, 2.228), (30, 2.042)])
def test_shares_are_those_of_the_table(freedom: int, value: float) -> None:
    assert share_below(value, freedom) == pytest.approx(0.975, abs=2e-5)


@given(VALUES, FREEDOM)
def test_both_sides_are_alike(value: float, freedom: int) -> None:
    assert share_below(value, freedom) + share_below(-value, freedom) == pytest.approx(1, abs=1e-14)


def test_no_degree_of_freedom_is_refused() -> None:
    with pytest.raises(ValueError, match="got 0 degrees"):
        share_below(1.0, 0)
