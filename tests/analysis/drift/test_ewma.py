from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.drift import ewma


# Found in R, two-sided with fixed limits; rounding allows half of the last digit, and a little for its own quadrature.
@pytest.mark.parametrize(("shift", "length", "tolerance"), [(0.0, 499.580, 5e-4), (1.0, 10.3307, 5e-5)])
def test_run_lengths_are_those_published(shift: float, length: float, tolerance: float) -> None:
    found = ewma.run_length(2.814, weight=0.1, shift=shift)

    assert found == pytest.approx(length, abs=1.2 * tolerance)


def test_a_weight_of_one_is_shewharts_chart() -> None:
    found = ewma.run_length(3.0, weight=1.0)

    # 1 / (2 Φ(−3)), known in closed form; the quadrature is exact to its last digits.
    assert found == pytest.approx(370.398347345, rel=1e-9)


def test_a_simulation_of_the_chart_has_the_computed_run_length() -> None:
    rng = np.random.default_rng(20260101)
    expected = ewma.run_length(2.0, weight=0.2)

    alarms = ewma.chart(rng.normal(size=100_000), limit=2.0, weight=0.2).alarms

    # Run lengths are nearly geometric, so their mean has a standard error of its own size over √n; four of them.
    assert 100_000 / alarms.size == pytest.approx(expected, rel=4 / np.sqrt(alarms.size))


def test_the_limit_for_a_run_length_has_that_run_length() -> None:
    limit = ewma.limit_for(1200.0, weight=0.2)

    # The root is taken to 1e-10 in the limit, which is about that in the logarithm of the run length.
    assert ewma.run_length(limit, weight=0.2) == pytest.approx(1200.0, rel=1e-8)


def test_the_average_is_that_of_the_definition() -> None:
    found = ewma.chart([1.0, np.nan, 3.0], weight=0.5)

    assert found.statistic.tolist() == [0.5, 0.5, 1.75]


def test_an_alarm_starts_the_average_afresh() -> None:
    found = ewma.chart([4.0, 4.0], limit=1.0, weight=0.5)

    assert found.alarms.tolist() == [0, 1]
    assert found.statistic.tolist() == [2.0, 2.0]


def test_a_chart_for_falls_is_blind_to_rises() -> None:
    found = ewma.chart(np.full(50, 3.0), side="down")

    assert found.alarms.size == 0


@given(st.lists(st.floats(-5, 5), max_size=40))
def test_both_sides_look_the_same(values: list[float]) -> None:
    found = ewma.chart(values, limit=1.5)
    mirrored = ewma.chart([-value for value in values], limit=1.5)

    assert found.alarms.tolist() == mirrored.alarms.tolist()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"limit": 0.0}, "limit must be above 0; got 0"),
        ({"weight": 1.1}, "weight must lie above 0 and at most 1; got 1.1"),
        ({"side": "left"}, "side must be down, up or both; got 'left'"),
    ],
)
def test_settings_outside_their_range_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ewma.chart([0.0], **settings)
