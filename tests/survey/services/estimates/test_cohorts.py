"""Bands of service and the gap of leaders are watched on what was published of them."""

from collections.abc import Callable

import numpy as np

from survey.queries.releases import Row
from survey.services.estimates.cohorts import GAP, cohorts_of
from tests.survey.services.estimates.made import COMPANY, flat

BANDS = {"tenure": ("under_1", "1_to_3", "3_to_10", "over_10"), "level": ("front_line", "lead+executive")}
N_WAVES = 18


def shown(points: Callable[[int, str], float], *, people: int = 120) -> list[list[Row]]:
    """A row for each band and wave, in one principle."""
    rng = np.random.default_rng(20260101)
    return [
        [
            Row(COMPANY, factor, band, "learning", people, 3 * people, points(at, band) + rng.normal(0, 1.5))
            for factor, bands in BANDS.items()
            for band in bands
        ]
        for at in range(N_WAVES)
    ]


def test_a_band_that_falls_is_told_with_its_size() -> None:
    rows = shown(lambda at, band: 60 - 18 * (at >= 12 and band == "under_1"))
    (found,) = (one for one in cohorts_of(flat(N_WAVES), rows, waves_per_year=12) if one["band"] == "under_1")

    assert (found["factor"], found["principle"], found["direction"]) == ("tenure", "learning", "down")
    assert abs(found["onset"] - 13) <= 1
    assert found["low"] < 18 < found["high"] + 3


def test_a_gap_that_opens_is_told_at_its_whole_size() -> None:
    rows = shown(lambda at, band: 60 + 20 * (at >= 10 and band.startswith("lead")))
    found = [one for one in cohorts_of(flat(N_WAVES), rows, waves_per_year=12) if one["band"] == GAP]

    assert [one["direction"] for one in found] == ["up"]
    assert abs(found[0]["points"] - 20) < 8


def test_of_small_bands_no_size_is_told() -> None:
    rows = shown(lambda at, band: 60 - 30 * (at >= 12 and band == "under_1"), people=30)
    found = [one for one in cohorts_of(flat(N_WAVES), rows, waves_per_year=12) if one["band"] == "under_1"]

    assert [one["points"] for one in found] == [None]


def test_a_quiet_company_has_nothing_to_tell() -> None:
    assert cohorts_of(flat(N_WAVES), shown(lambda *_: 60.0), waves_per_year=12) == []


def test_few_waves_say_nothing() -> None:
    assert cohorts_of(flat(4), shown(lambda *_: 60.0)[:4], waves_per_year=12) == []
