from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InsufficientData
from analysis.reliability import coefficient_alpha, omega_total

CLIMATE = ["AF06", "AF07", "AP12", "AP17", "AP33", "AP34", "AS14", "AS15", "AS16", "AS17", "AS28"]


def one_factor(n_persons: int, n_items: int, loading: float = 1.0) -> np.ndarray:
    rng = np.random.default_rng(20260101)
    return loading * rng.normal(size=(n_persons, 1)) + rng.normal(size=(n_persons, n_items))


def test_alpha_and_omega_of_bhr2000_are_the_published_ones(
    real_columns: Callable[[str], dict[str, np.ndarray]],
) -> None:
    columns = real_columns("army_multilevel/bhr2000_items.csv")
    items = np.column_stack([columns[name] for name in CLIMATE])

    # R 4.2, multilevel 2.8 and psych; the constants are given to so many digits.
    assert coefficient_alpha(items) == pytest.approx(0.89134326, abs=5e-9)
    assert omega_total(items) == pytest.approx(0.8928, abs=5e-5)


def test_omega_agrees_with_maximum_likelihood() -> None:
    from statsmodels.multivariate.factor import Factor

    items = one_factor(2000, 5)

    loadings = Factor(items, 1, method="ml").fit().loadings[:, 0]
    common = loadings.sum() ** 2
    # Both are consistent; with 2,000 persons they differ in the fourth digit.
    assert omega_total(items) == pytest.approx(common / (common + (1 - loadings**2).sum()), abs=1e-3)


def test_alpha_and_omega_are_one_where_items_are_equally_good() -> None:
    items = one_factor(20_000, 4)

    assert coefficient_alpha(items) == pytest.approx(0.8, abs=0.01)
    assert omega_total(items) == pytest.approx(coefficient_alpha(items), abs=0.002)


def test_alpha_falls_short_of_omega_where_items_are_unequally_good() -> None:
    rng = np.random.default_rng(20260101)
    items = rng.normal(size=(5000, 1)) * [0.9, 0.8, 0.4, 0.2] + rng.normal(size=(5000, 4)) * [0.3, 0.5, 0.9, 1.0]

    assert coefficient_alpha(items / items.std(axis=0)) < omega_total(items) - 0.02


@given(st.floats(0.1, 50), st.floats(-100, 100), st.permutations(range(4)))
def test_alpha_knows_no_unit_and_no_order(factor: float, shift: float, order: list[int]) -> None:
    items = one_factor(50, 4)

    assert coefficient_alpha(items[:, order] * factor + shift) == pytest.approx(coefficient_alpha(items), abs=1e-9)


def test_packs_drawn_at_random_change_alpha_little() -> None:
    items = one_factor(6000, 5)
    seen = np.where(np.random.default_rng(20260101).random(items.shape) < 0.6, items, np.nan)

    assert coefficient_alpha(seen) == pytest.approx(coefficient_alpha(items), abs=0.01)
    assert omega_total(seen) == pytest.approx(omega_total(items), abs=0.01)


@pytest.mark.parametrize("items", [np.ones((5, 3)), one_factor(5, 1), np.full((3, 2), np.nan), [[1.0, 2.0]]])
def test_what_cannot_be_said_is_not_said(items: np.ndarray) -> None:
    with pytest.raises(InsufficientData):
        coefficient_alpha(items)
    with pytest.raises(InsufficientData):
        omega_total(items)


def test_two_items_have_no_omega() -> None:
    with pytest.raises(InsufficientData, match="at least 3 items"):
        omega_total(one_factor(50, 2))


def test_an_item_that_explains_itself_alone_has_no_factor() -> None:
    one, other = one_factor(50, 2).T

    with pytest.raises(InsufficientData, match="explained in full"):
        omega_total(np.column_stack([one, one, other]))


def test_a_single_column_is_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        coefficient_alpha(np.ones(5))


def test_alpha_uses_everybody_who_answered_two_items() -> None:
    items = one_factor(40, 4)
    items[np.random.default_rng(20260101).random(items.shape) < 0.4] = np.nan

    both = [[np.isfinite(items[:, [i, j]]).all(axis=1) for j in range(4)] for i in range(4)]
    covariance = np.array([[np.cov(items[both[i][j]][:, [i, j]].T)[0, 1] for j in range(4)] for i in range(4)])
    alpha = 4 / 3 * (1 - np.trace(covariance) / covariance.sum())
    assert coefficient_alpha(items) == pytest.approx(alpha, abs=1e-12)
