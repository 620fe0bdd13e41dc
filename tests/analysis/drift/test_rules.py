from typing import Any

import numpy as np
import pytest

from analysis.drift.rules import Flags, field_rule, last_versus_previous
from analysis.estimates import Estimates


def estimates(*rows: tuple[float, ...]) -> Estimates:
    """Rows of wave, unit, n, mean, se in scale 0."""
    wave, unit, n, mean, se = (np.array(column) for column in zip(*rows, strict=True))
    mean = mean.astype(float)
    zero = np.zeros(len(rows), dtype=np.int64)
    return Estimates(wave, unit, zero, n, mean, se.astype(float), low=mean, high=mean, shrunk=mean)


def cells(flags: Flags) -> list[tuple[int, int]]:
    return list(zip(flags.wave.tolist(), flags.unit.tolist(), strict=True))


def test_the_p_value_is_that_of_a_welch_test_on_the_persons() -> None:
    from scipy.stats import ttest_ind

    rng = np.random.default_rng(20260101)
    before, now = rng.normal(70, 15, 25), rng.normal(55, 10, 18)
    rows = [(wave, 0, x.size, x.mean(), x.std(ddof=1) / np.sqrt(x.size)) for wave, x in enumerate([before, now])]

    found = last_versus_previous(estimates(*rows))

    # A second program on the same persons; only the order of sums differs.
    assert found.p_value[0] == pytest.approx(ttest_ind(now, before, equal_var=False).pvalue, rel=1e-9)
    assert found.change[0] == pytest.approx(now.mean() - before.mean(), rel=1e-12)


def test_rises_are_not_flagged() -> None:
    found = last_versus_previous(estimates((0, 0, 50, 50, 1), (1, 0, 50, 80, 1)))

    assert cells(found) == []


def test_one_in_forty_comparisons_is_flagged_where_nothing_changes() -> None:
    rng = np.random.default_rng(20260101)
    rows = [(wave, unit, 30, rng.normal(60, 2), 2.0) for wave in range(40) for unit in range(100)]

    found = last_versus_previous(estimates(*rows))

    # Falls only: half of the level of .05, of 3,900 comparisons. Neighbours share a wave: 4.4 standard errors.
    assert len(cells(found)) / 3900 == pytest.approx(0.025, abs=0.011)


def test_a_wave_is_compared_with_the_last_one_that_has_a_mean() -> None:
    found = last_versus_previous(estimates((0, 0, 50, 80, 1), (1, 0, 50, np.nan, np.nan), (2, 0, 50, 60, 1)))

    assert cells(found) == [(2, 0)]
    assert found.change.tolist() == [-20.0]


def test_flags_come_by_wave_then_unit() -> None:
    rows = [(wave, unit, 50, mean, 1) for unit in (1, 0) for wave, mean in enumerate((90, 60, 30))]

    found = last_versus_previous(estimates(*rows))

    assert cells(found) == [(1, 0), (1, 1), (2, 0), (2, 1)]


def test_two_waves_without_an_error_are_not_compared() -> None:
    found = last_versus_previous(estimates((0, 0, 50, 80, 0), (1, 0, 50, 60, 0)))

    assert cells(found) == []


def test_where_n_is_unknown_the_test_is_normal() -> None:
    found = last_versus_previous(estimates((0, 0, 0, 60, 1), (1, 0, 0, 57.2, 1)))

    # 2 Φ(−2.8 / √2), by R's pnorm.
    assert found.p_value[0] == pytest.approx(0.04771488, abs=5e-9)


@pytest.mark.parametrize(
    ("n_before", "n_now", "fall", "n_flags"),
    [(20, 20, 8, 1), (19, 20, 8, 0), (20, 19, 8, 0), (20, 20, 7.9, 0), (0, 0, 30, 0)],
)
def test_the_field_rule_wants_respondents_and_points(n_before: int, n_now: int, fall: float, n_flags: int) -> None:
    found = field_rule(estimates((0, 0, n_before, 70, 1), (1, 0, n_now, 70 - fall, 1)))

    assert len(cells(found)) == n_flags


def test_the_field_rule_wants_significance() -> None:
    found = field_rule(estimates((0, 0, 20, 70, 10), (1, 0, 20, 60, 10)))

    assert cells(found) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [({"least": 0}, "least must be"), ({"points": -1.0}, "points must be"), ({"level": 1.0}, "level must lie")],
)
def test_settings_outside_their_range_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        field_rule(estimates((0, 0, 20, 70, 1)), **settings)
