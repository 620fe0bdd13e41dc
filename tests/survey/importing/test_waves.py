"""Waves in time order."""

import numpy as np
import pytest

from survey.importing.survey_map import WaveSettings
from survey.importing.waves import WaveOrder, order_waves


def ordered(*labels: str, **settings: object) -> WaveOrder:
    return order_waves(labels, np.arange(len(labels)), WaveSettings.model_validate(settings))


@pytest.mark.parametrize(
    ("labels", "wanted", "per_year"),
    [
        (("10", "9", "11"), ("9", "10", "11"), 12),
        (("2018", "2008", "2011", "2017", "2014"), ("2008", "2011", "2014", "2017", "2018"), 1 / 3),
        (("2024-02", "2024-01", "2023-12"), ("2023-12", "2024-01", "2024-02"), 12),
        (("2024-04-01", "2024-01-01", "2024-07-01"), ("2024-01-01", "2024-04-01", "2024-07-01"), 4),
        (("2024-W02", "2023-W52", "2024-W01"), ("2023-W52", "2024-W01", "2024-W02"), 52),
        (("2024-Q2", "2023-Q4", "2024-Q1"), ("2023-Q4", "2024-Q1", "2024-Q2"), 4),
        (("202401", "202312", "202402"), ("202312", "202401", "202402"), 12),
        (("2024-01-02 00:00:00.000000", "2023-01-02 00:00:00.000000"), None, 1),
        (("spring", "autumn", "again"), ("spring", "autumn", "again"), 12),
        (("T0", "2024", "T1"), ("T0", "2024", "T1"), 12),
    ],
)
def test_labels_sort_as_numbers_or_dates_or_as_they_are_met(
    labels: tuple[str, ...], wanted: str, per_year: float
) -> None:
    order = ordered(*labels)

    assert order.labels == (wanted or tuple(sorted(labels)))
    assert order.per_year == pytest.approx(per_year)
    assert [order.labels[number] for number in order.number] == list(labels)


def test_uneven_years_keep_their_distances() -> None:
    order = ordered("2008", "2011", "2014", "2017", "2018", per_year=1)

    assert order.years is not None
    assert np.diff(order.years).tolist() == [3, 3, 3, 1]
    assert order.per_year == 1


def test_numbers_that_skip_keep_their_distances() -> None:
    order = ordered("1", "2", "5", per_year=4)

    assert order.years is not None
    assert np.diff(order.years).tolist() == [0.25, 0.75]


def test_two_spellings_of_one_wave_are_one() -> None:
    order = ordered("2.0", "1", "2")

    assert order.labels == ("1", "2")
    assert order.number.tolist() == [1, 0, 1]


def test_monthly_dates_are_evenly_spaced() -> None:
    order = ordered(*(f"2024-{month:02d}-01" for month in range(1, 13)))

    assert order.years is not None
    assert np.allclose(np.diff(order.years), 1 / 12)


@pytest.mark.parametrize(
    ("width", "wanted"),
    [("week", "2020-W53"), ("month", "2021-01"), ("quarter", "2021-Q1"), ("year", "2021")],
)
def test_dates_fall_into_bins(width: str, wanted: str) -> None:
    assert ordered("2021-01-03", bin=width).labels == (wanted,)


def test_a_map_may_say_the_order() -> None:
    order = ordered("late", "early", "never", order=["early", "late", "unused"])

    assert order.labels == ("early", "late")
    assert order.number.tolist() == [1, 0, -1]


def test_a_cadence_nothing_tells_is_said() -> None:
    assert "12 are assumed" in ordered("1", "2").warnings[0]
    assert not ordered("1", "2", per_year=4).warnings
    assert not ordered("2024-01", "2024-02").warnings
