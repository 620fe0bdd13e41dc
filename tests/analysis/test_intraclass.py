from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import InsufficientData
from analysis.intraclass import anova_icc, reml_icc

BH1996 = [
    ("HRS", 0.13310668, 0.9196732),
    ("LEAD", 0.12702755, 0.91561297),
    ("COHES", 0.044265298, 0.77545968),
    ("WBEING", 0.04336905, 0.77171288),
]


@pytest.mark.parametrize(("scale", "icc1", "icc2"), BH1996)
def test_bh1996_has_the_published_correlations(
    real_columns: Callable[[str], dict[str, np.ndarray]], scale: str, icc1: float, icc2: float
) -> None:
    columns = real_columns("army_multilevel/bh1996_scales.csv")

    icc = anova_icc(columns[scale], columns["GRP"])

    # R 4.2, multilevel 2.8, one-way analysis of variance; eight digits are given, the last one cut.
    assert (icc.icc1, icc.icc2) == pytest.approx((icc1, icc2), abs=1e-8)
    assert (icc.n, icc.n_groups) == (7382, 99)


def test_bhr2000_has_the_published_correlations(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("army_multilevel/bhr2000_items.csv")
    score = np.mean([columns[name] for name in columns if name[:2] in {"AF", "AP", "AS"}], axis=0)

    icc = anova_icc(score, columns["GRP"])

    assert (icc.icc1, icc.icc2) == pytest.approx((0.13569919, 0.89543999), abs=5e-9)


def test_the_share_between_units_is_found() -> None:
    rng = np.random.default_rng(20260101)
    groups = np.repeat(np.arange(400), 12)
    values = rng.normal(size=400)[groups] + 2 * rng.normal(size=groups.size)

    assert anova_icc(values, groups).icc1 == pytest.approx(0.2, abs=0.03)
    assert anova_icc(values, groups).icc2 == pytest.approx(0.75, abs=0.04)


def test_reml_is_the_analysis_of_variance_where_units_are_of_one_size() -> None:
    rng = np.random.default_rng(20260101)
    groups = np.repeat(np.arange(30), 8)
    values = rng.normal(size=30)[groups] + rng.normal(size=groups.size)

    assert reml_icc(values, groups).icc1 == pytest.approx(anova_icc(values, groups).icc1, abs=1e-7)
    assert reml_icc(values, groups).icc2 == pytest.approx(anova_icc(values, groups).icc2, abs=1e-7)


def test_reml_agrees_with_statsmodels_where_sizes_differ() -> None:
    from statsmodels.regression.mixed_linear_model import MixedLM

    rng = np.random.default_rng(20260101)
    groups = np.repeat(np.arange(40), rng.integers(1, 30, 40))
    values = 0.7 * rng.normal(size=40)[groups] + rng.normal(size=groups.size)

    fit = MixedLM(values, np.ones((values.size, 1)), groups).fit(reml=True)
    # The optimiser of statsmodels stops at a relative gradient of 1e-5 or so.
    share = float(fit.cov_re[0, 0] / (fit.cov_re[0, 0] + fit.scale))
    assert reml_icc(values, groups).icc1 == pytest.approx(share, abs=1e-5)


@pytest.mark.parametrize("size", [4, 5])
def test_reml_is_zero_where_units_differ_less_than_by_chance(size: int) -> None:
    groups = np.repeat(np.arange(6), 4)[: 19 + size]
    values = np.tile([1.0, 2, 3, 4], 6)[: 19 + size]

    assert anova_icc(values, groups).icc1 < 0
    assert reml_icc(values, groups).icc1 == 0


@given(st.floats(0.01, 100), st.floats(-100, 100))
def test_the_correlations_know_no_unit(factor: float, shift: float) -> None:
    rng = np.random.default_rng(20260101)
    groups, values = rng.integers(0, 5, 40), rng.normal(size=40)

    icc = anova_icc(values * factor + shift, groups)

    assert (icc.icc1, icc.icc2) == pytest.approx((anova_icc(values, groups).icc1, anova_icc(values, groups).icc2))


def test_units_with_equal_means_have_no_reliable_mean() -> None:
    icc = anova_icc([1, 3, 1, 3], [0, 0, 1, 1])

    assert icc.icc1 == pytest.approx(-1)
    assert np.isnan(icc.icc2)


@pytest.mark.parametrize(("values", "groups"), [([1, 2], [0, 0]), ([1, 2], [0, 1]), ([2, 2, 2], [0, 0, 1])])
def test_what_cannot_be_said_is_not_said(values: list[float], groups: list[int]) -> None:
    with pytest.raises(InsufficientData):
        anova_icc(values, groups)


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same length"):
        anova_icc([1.0, 2.0], [0, 0, 1])
