from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import InsufficientData
from analysis.growth import growth
from analysis.intraclass import anova_icc, reml_icc


def lines(rng: np.random.Generator, n_groups: int = 25, slope: float = 2.0) -> tuple[np.ndarray, ...]:
    """Values, times and groups: each group with its own line, and a third of the values missing."""
    group, time = (axis.ravel() for axis in np.indices((n_groups, 8)))
    value = 60 + rng.normal(0, 6, n_groups)[group] + (slope + rng.normal(0, 1, n_groups))[group] * time
    here = rng.random(value.size) < 0.67
    return (value + rng.normal(0, 4, value.size))[here], time[here].astype(float), group[here]


# R 4.2, nlme. Its optimiser and ours stop near, not at, the maximum: six digits of levels, five of errors agree.
UNIVBCT = [("JSAT", 0.053955236, 0.023948178), ("COMMIT", -0.0411, 0.0184), ("READY", 0.1001, 0.0209)]


@pytest.mark.parametrize(("scale", "slope", "error"), UNIVBCT)
def test_people_of_univbct_grow_as_published(
    real_columns: Callable[[str], dict[str, np.ndarray]], scale: str, slope: float, error: float
) -> None:
    columns = real_columns("army_multilevel/univbct_long.csv")
    answered = np.isfinite(columns[scale])

    grown = growth(columns[scale][answered], columns["TIME"][answered], columns["SUBNUM"][answered])

    tolerance = 2e-6 if scale == "JSAT" else 6e-5  # as many digits as are given
    assert (grown.slope, grown.slope_se) == pytest.approx((slope, error), abs=tolerance)


def test_job_satisfaction_of_univbct_starts_as_published(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("army_multilevel/univbct_long.csv")
    answered = np.isfinite(columns["JSAT"])
    score, time, person = (columns[name][answered] for name in ("JSAT", "TIME", "SUBNUM"))

    grown = growth(score, time, person)

    assert (grown.level, grown.level_se) == pytest.approx((3.215286694, 0.044406776), abs=2e-6)
    assert anova_icc(score, person).icc1 == pytest.approx(0.50042499, abs=5e-9)


def test_engagement_of_the_civil_service_grows_as_known(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("csps_uk_civil_service/headline_by_org_year.csv")
    kept = (columns["is_benchmark"] == "False") & np.isfinite(columns["engagement_index"])
    index, year, unit = (columns[name][kept] for name in ("engagement_index", "year", "org_uid"))

    grown = growth(index, year, unit)

    assert (grown.slope, grown.slope_se) == pytest.approx((0.676, 0.055), abs=5e-4)  # three digits are given
    assert reml_icc(index, unit).icc1 == pytest.approx(0.604, abs=5e-4)


def test_growth_agrees_with_statsmodels() -> None:
    from statsmodels.regression.mixed_linear_model import MixedLM

    value, time, group = lines(np.random.default_rng(20260101), n_groups=40)
    design = np.column_stack([np.ones_like(time), time])

    fit = MixedLM(value, design, group, exog_re=design).fit(reml=True)
    grown = growth(value, time, group)
    # statsmodels takes its errors from a numerical second derivative.
    assert (grown.level, grown.slope) == pytest.approx(fit.fe_params, rel=1e-5)
    assert (grown.level_se, grown.slope_se) == pytest.approx(fit.bse_fe, rel=2e-3)
    assert grown.residual_sd == pytest.approx(np.sqrt(fit.scale), rel=1e-4)
    assert grown.slope_sd == pytest.approx(np.sqrt(fit.cov_re[1, 1]), rel=1e-3)


def test_intervals_of_growth_cover_the_truth() -> None:
    rng = np.random.default_rng(20260101)

    grown = [growth(*lines(rng, n_groups=15)) for _ in range(100)]

    inside = np.mean([fit.low <= 2 <= fit.high for fit in grown])
    assert 0.84 <= inside <= 0.96  # 100 runs: .90 ± .06


@settings(deadline=None, max_examples=20)  # a search each
@given(st.floats(-3000, 3000), st.floats(0.1, 400), st.integers(0, 20))
def test_growth_knows_no_calendar(start: float, step: float, seed: int) -> None:
    value, time, group = lines(np.random.default_rng(seed), n_groups=6)

    moved = growth(value, start + step * time, group)

    assert moved.slope * step == pytest.approx(growth(value, time, group).slope, abs=1e-4)


def test_a_weight_is_as_good_as_so_many_rows() -> None:
    value, time, group = lines(np.random.default_rng(20260101), n_groups=10)
    noisy = value + np.where(group == 0, 200 * (time - time.mean()), 0)

    light = growth(noisy, time, group, weight=np.where(group == 0, 1e-6, 1.0))

    assert light.slope == pytest.approx(growth(value, time, group).slope, abs=1.0)
    assert abs(growth(noisy, time, group).slope - light.slope) > 10


def test_what_cannot_be_said_is_not_said() -> None:
    with pytest.raises(InsufficientData, match="two groups"):
        growth(np.arange(8.0), np.arange(8.0), np.zeros(8, int))
    with pytest.raises(InsufficientData, match="two times"):
        growth(np.arange(8.0), np.zeros(8), np.arange(8) % 2)
    with pytest.raises(InsufficientData, match="exactly"):
        growth(np.tile(np.arange(4.0), 2), np.tile(np.arange(4.0), 2), np.repeat([0, 1], 4))
    with pytest.raises(ValueError, match="above 0"):
        growth(np.arange(8.0), np.arange(8.0), np.arange(8) % 2, weight=np.zeros(8))
