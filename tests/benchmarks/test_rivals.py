"""The field's methods at equal false alarms."""

import numpy as np
import pytest

from analysis.estimates import Estimates
from benchmarks.detection import rivals
from benchmarks.detection.contest import METHODS, equal_setting
from benchmarks.detection.limits import NEVER
from benchmarks.detection.quiet import QuietCompany

CUSUM = "CUSUM, k = .5, h = 5"
LAST = "last wave against the one before, p < .05"


def estimates(fall: float, *, n_waves: int = 40, onset: int = 24) -> Estimates:
    """One unit whose mean has an error of one point and falls by some points."""
    wave = np.arange(n_waves)
    mean = 60 + np.random.default_rng(20260101).normal(0, 1, n_waves) - fall * (wave >= onset)
    one, zero = np.ones(n_waves), np.zeros(n_waves, dtype=np.int64)
    n = np.full(n_waves, 30)
    return Estimates(wave, zero, zero, n, mean, one, mean - 1.64, mean + 1.64, mean)


@pytest.mark.parametrize("name", METHODS)
def test_a_crash_is_found_at_once_at_the_nominal_setting(name: str) -> None:
    kept = rivals.fallen(estimates(15.0), 24)[name]

    assert rivals.delay_at(name, rivals.settings(name)[0], kept) == 1


@pytest.mark.parametrize("name", METHODS)
def test_stricter_settings_alarm_less_and_later(name: str) -> None:
    found = estimates(3.0)
    quiet, fallen = rivals.quiet(found)[name], rivals.fallen(found, 24)[name]
    alarms = [rivals.alarms_at(name, setting, quiet) for setting in rivals.settings(name)]
    delays = [rivals.delay_at(name, setting, fallen) for setting in rivals.settings(name)]

    assert alarms[-1] == 0
    assert delays[-1] == NEVER
    assert delays == sorted(delays)


def test_a_rule_counts_what_it_flags() -> None:
    kept = rivals.quiet(estimates(15.0))[LAST]

    assert rivals.alarms_at(LAST, rivals.NOMINAL_LOG_P, kept) == len(kept) >= 1


def test_a_series_shorter_than_the_baseline_has_no_chart() -> None:
    assert rivals.quiet(estimates(0.0, n_waves=8))[CUSUM] == []


def test_equal_false_alarms_are_no_more_than_ours() -> None:
    kept = {CUSUM: [[0.0, 9.0], [1.0, 4.0], [2.0, 2.0], [3.0, 1.0]]}
    ours = [QuietCompany(10, [[1.0, 0, 0]], step_found=True, rivals=kept) for _ in range(3)]

    assert equal_setting(CUSUM, ours) == 3
