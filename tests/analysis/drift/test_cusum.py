from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.drift import cusum
from analysis.drift.charts import Side

# Found in R; rounding allows half of the last digit, and a little for its own quadrature.
PUBLISHED = [
    (4, 0.0, "down", 335.3676, 5e-5),
    (5, 0.0, "down", 930.8870, 5e-5),
    (4, -1.0, "down", 8.383202, 5e-7),
    (5, -1.0, "down", 10.37598, 5e-6),
    (5, 0.0, "both", 465.4435, 5e-5),
]


@pytest.mark.parametrize(("threshold", "shift", "side", "length", "tolerance"), PUBLISHED)
def test_run_lengths_are_those_published(
    threshold: float, shift: float, side: Side, length: float, tolerance: float
) -> None:
    found = cusum.run_length(threshold, shift=shift, side=side)

    assert found == pytest.approx(length, abs=1.2 * tolerance)


def test_a_simulation_of_the_chart_has_the_computed_run_length() -> None:
    rng = np.random.default_rng(20260101)
    expected = cusum.run_length(3.0, side="both")

    alarms = cusum.chart(rng.normal(size=100_000), threshold=3.0, side="both").alarms

    # Run lengths are nearly geometric, so their mean has a standard error of its own size over √n; four of them.
    assert 100_000 / alarms.size == pytest.approx(expected, rel=4 / np.sqrt(alarms.size))


def test_the_threshold_for_a_run_length_has_that_run_length() -> None:
    threshold = cusum.threshold_for(1200.0, allowance=0.25, side="both")

    # The root is taken to 1e-10 in the threshold, which is about that in the logarithm of the run length.
    assert cusum.run_length(threshold, allowance=0.25, side="both") == pytest.approx(1200.0, rel=1e-8)


def test_the_sum_is_that_of_the_definition() -> None:
    found = cusum.chart([1.0, 2.0, -3.0, 3.0], threshold=2.4, allowance=0.5, side="up")

    assert found.statistic.tolist() == [0.5, 2.0, 0.0, 2.5]
    assert found.alarms.tolist() == [3]


def test_an_alarm_starts_the_chart_afresh() -> None:
    found = cusum.chart([-3.0, -3.0, -3.0, -3.0], threshold=4.0)

    assert found.statistic.tolist() == [2.5, 5.0, 2.5, 5.0]


def test_a_missing_wave_leaves_the_sum_as_it_was() -> None:
    found = cusum.chart([-2.0, np.nan, -2.0])

    assert found.statistic.tolist() == [1.5, 1.5, 3.0]


def test_a_chart_for_falls_is_blind_to_rises() -> None:
    found = cusum.chart(np.full(50, 3.0), side="down")

    assert found.alarms.size == 0


@given(st.lists(st.floats(-5, 5), max_size=40))
def test_falls_are_the_mirror_image_of_rises(values: list[float]) -> None:
    down = cusum.chart(values, threshold=2.0, side="down")
    up = cusum.chart([-value for value in values], threshold=2.0, side="up")

    assert down.statistic.tolist() == up.statistic.tolist()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"threshold": 0.0}, "threshold must be above 0; got 0"),
        ({"allowance": -0.1}, "allowance must be at least 0; got -0.1"),
        ({"side": "left"}, "side must be down, up or both; got 'left'"),
    ],
)
def test_settings_outside_their_range_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cusum.chart([0.0], **settings)


@pytest.mark.parametrize("length", [1.0, 1e10, np.nan])
def test_a_run_length_that_cannot_be_reached_is_refused(length: float) -> None:
    with pytest.raises(ValueError, match="length must lie between"):
        cusum.threshold_for(length)
