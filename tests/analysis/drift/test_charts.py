import numpy as np
import pytest
from numpy.typing import ArrayLike

from analysis import InsufficientData
from analysis.drift import charts


def test_a_series_is_measured_by_its_first_waves() -> None:
    found = charts.standardised([10.0, np.nan, 14.0, 20.0], baseline=2)

    # Mean 12, standard deviation √8, of the first two present values.
    np.testing.assert_allclose(found, [-1 / np.sqrt(2), np.nan, 1 / np.sqrt(2), np.sqrt(8)], rtol=1e-14)


def test_a_baseline_longer_than_the_series_is_refused() -> None:
    with pytest.raises(InsufficientData, match="3 values are present; the baseline wants 12"):
        charts.standardised([1.0, 2.0, np.nan, 3.0])


def test_a_baseline_without_spread_is_refused() -> None:
    with pytest.raises(InsufficientData, match="all equal"):
        charts.standardised([0.1 + 0.2, 0.3, 0.3, 9.0], baseline=3)


def test_a_baseline_of_one_wave_is_refused() -> None:
    with pytest.raises(ValueError, match="baseline must be at least 2 waves; got 1"):
        charts.standardised([1.0, 2.0], baseline=1)


@pytest.mark.parametrize(
    ("values", "message"), [([[1.0]], "must be one series; got shape"), ([0.0, np.inf], "wave 1 is infinite")]
)
def test_what_is_no_series_is_refused(values: ArrayLike, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        charts.one_series(values)
