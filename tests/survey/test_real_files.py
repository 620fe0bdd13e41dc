"""Real survey files that nobody here made: what the maps make of them, beside what is known of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from analysis import Summaries
from analysis.common_change import common_changes
from analysis.instrument_change import instrument_changes
from analysis.precision import estimate_summary_levels
from dashboards.report.lookup import Lookup
from dashboards.report.ordinary import ordinary
from survey.importing.outside import OutsideSurvey, read_survey
from survey.services.analyse import analyse
from survey.services.analyse.means import item_means
from survey.services.analyse.quality import describe_scales

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared/data"
MAPS = ROOT / "docs/examples/maps"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not there")

# Map: its file, and what must be read from it: rows, persons, units, waves.
READ = {
    "army_multilevel": ("army_multilevel/bhr2000_items.csv", 5400, 5400, 100, 1),
    "army_multilevel_bh1996": ("army_multilevel/bh1996_scales.csv", 7382, 7382, 100, 1),
    "army_multilevel_cohesion": ("army_multilevel/cohesion.csv", 11, 11, 7, 1),
    "army_multilevel_univbct": ("army_multilevel/univbct_long.csv", 1485, 493, 60, 3),
    "changepoint_tcpd_a": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 100),
    "changepoint_tcpd_a_ozone": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 54),
    "changepoint_tcpd_a_seatbelts": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 192),
    "changepoint_tcpd_a_shanghai_license": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 205),
    "changepoint_tcpd_a_uk_coal_employ": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 105),
    "changepoint_tcpd_a_unemployment_nl": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 214),
    "changepoint_tcpd_a_well_log": ("changepoint_tcpd_a/series.csv", 1545, 0, 1, 675),
    "csps_uk_civil_service": ("csps_uk_civil_service/org_year_measure.csv", 135309, 0, 177, 16),
    "csps_uk_civil_service_headline": ("csps_uk_civil_service/headline_by_org_year.csv", 1652, 0, 177, 16),
    "nhs_engagement_mortality_2012_2019": ("nhs_engagement_mortality_2012_2019/trust_year.csv", 1084, 0, 147, 8),
    "nhs_wellbeing_2021_2024": ("nhs_wellbeing_2021_2024/trust_year_measure.csv", 31175, 0, 326, 4),
    "pses_canada": ("pses_canada/unit_item_year.csv", 74558, 0, 957, 5),
    "pses_canada_score100": ("pses_canada/unit_item_year.csv", 74558, 0, 957, 5),
}


def read(name: str) -> OutsideSurvey:
    return read_survey([DATA / READ[name][0]], map_path=MAPS / f"{name}.toml")


def item_table(survey: OutsideSurvey) -> dict[tuple[int, str, str], float]:
    rows = survey.by_item
    assert rows is not None
    columns = zip(rows.wave.tolist(), rows.unit.tolist(), rows.item.tolist(), rows.mean.tolist(), strict=True)
    return {(wave, survey.units[unit], survey.item_names[item]): mean for wave, unit, item, mean in columns}


def rows_of(panel: Summaries) -> Iterator[tuple[int, int, int, float]]:
    return zip(panel.wave.tolist(), panel.unit.tolist(), panel.scale.tolist(), panel.mean.tolist(), strict=True)


def test_every_map_is_read_here() -> None:
    assert {file.stem for file in MAPS.glob("*.toml")} == set(READ)


@pytest.mark.parametrize("name", READ)
def test_a_map_reads_its_file(name: str) -> None:
    found = read(name)

    assert (found.n_rows, found.n_persons, len(found.units), len(found.waves)) == READ[name][1:]


def test_published_scores_follow_from_the_shares_of_answers() -> None:
    computed, published = item_table(read("pses_canada")), item_table(read("pses_canada_score100"))
    gap = np.abs([computed[cell] - published[cell] for cell in computed])

    assert computed.keys() == published.keys()
    assert (gap <= 1).mean() >= 0.99
    assert gap.max() <= 1.6


def test_uneven_years_keep_their_distances() -> None:
    assert read("pses_canada").times.tolist() == [0, 3, 6, 9, 10]


def test_a_dropped_item_is_no_rise_of_a_theme() -> None:
    survey = read("csps_uk_civil_service")
    found = instrument_changes(item_means(survey), survey.instrument.scale_of_item)
    theme, wave = survey.scales.index("my_manager"), survey.waves.index("2022")
    (change,) = [change for change in found if (change.scale, change.wave) == (theme, wave)]

    assert [survey.item_names[item] for item in change.items_removed] == ["mgr.poor_performance"]
    assert change.size_as_published == pytest.approx(2.9, abs=0.2)
    assert change.size_on_common_items == pytest.approx(-1.1, abs=0.2)


def test_a_scale_moves_as_the_items_that_stay() -> None:
    survey = read("csps_uk_civil_service")
    assert isinstance(survey.panel, Summaries)
    theme, wave = survey.scales.index("my_manager"), survey.waves.index("2022")
    items = [survey.item_names[item] for item in np.flatnonzero(survey.instrument.scale_of_item == theme)]
    stay, cells = [item for item in items if item != "mgr.poor_performance"], item_table(survey)
    means = {(wave, unit): mean for wave, unit, scale, mean in rows_of(survey.panel) if scale == theme}
    gaps = [
        means[wave, unit]
        - means[wave - 1, unit]
        - np.mean([cells[wave, path, item] - cells[wave - 1, path, item] for item in stay])
        for unit, path in enumerate(survey.units)
        if all((when, path, item) in cells for when in (wave - 1, wave) for item in stay)
    ]

    assert len(gaps) == 102
    assert np.abs(gaps).max() < 1e-9


def test_a_move_of_all_trusts_is_one_common_change() -> None:
    survey = read("nhs_wellbeing_2021_2024")
    assert isinstance(survey.panel, Summaries)
    found = common_changes(estimate_summary_levels(survey.panel, survey.tree), survey.tree)
    burned_out = [change for change in found if survey.scales[change.scale] == "burned_out"]

    assert [(survey.waves[change.wave], survey.units[change.unit]) for change in burned_out] == [("2023", "All")]


def test_reliability_and_agreement_are_those_of_the_literature() -> None:
    (climate,) = describe_scales(read("army_multilevel"))
    scales = {scale.scale: scale for scale in describe_scales(read("army_multilevel_bh1996"))}

    assert climate.alpha == pytest.approx(0.89134326, abs=1e-8)
    assert (climate.icc1, climate.icc2) == pytest.approx((0.13569919, 0.89543999), abs=1e-8)
    assert climate.omega == pytest.approx(0.8928, abs=5e-5)
    assert (scales["LEAD"].icc1, scales["LEAD"].icc2) == pytest.approx((0.12702755, 0.91561297), abs=1e-8)
    assert (scales["HRS"].icc1, scales["HRS"].icc2) == pytest.approx((0.13310668, 0.9196732), abs=1e-7)


def test_the_known_falls_of_two_departments_are_found() -> None:
    report = analyse(read("pses_canada"))
    found = {(change.unit, change.onset) for change in report.alarms + report.watch if change.direction == "down"}

    assert ("Public Service/National Research Council Canada", "2011") in found
    assert ("Public Service/Veterans Affairs Canada", "2011") in found


def test_moves_no_larger_than_departments_usually_make_are_told_as_ordinary() -> None:
    section = ordinary(Lookup.of(analyse(read("pses_canada"))))
    assert section is not None
    told = [one for one in (*section.shown, *section.more) if one.title.endswith("2011 to 2014")]

    for name in ("Correctional Service Canada", "Canada Border Services Agency"):
        assert [one.title for one in told if re.search(rf"{name} [+−][\d.]+ \(", one.named)]


def test_few_trusts_are_watched_for_moving_as_all_do() -> None:
    report = analyse(read("nhs_wellbeing_2021_2024"))
    watched = {change.unit for change in report.watch} - {"All"}

    assert len(watched) <= 0.1 * (len(report.units) - 1)
    assert not report.alarms  # four waves are too few for the promise
