"""The sentence that would do as the whole page."""

from dataclasses import replace
from math import nan

from dashboards.report.cards import cards
from dashboards.report.lookup import Lookup
from dashboards.report.opening import heading, lead
from dashboards.report.sight import sight, unseen
from dashboards.source import Report, Scale
from tests.dashboards import reports
from tests.dashboards.factories import Company, change
from tests.dashboards.reports import SCALES, small


def opening(report: Report) -> str:
    lookup = Lookup.of(report)
    words = f"{heading(lookup, sight(lookup))} | {' '.join(lead(lookup, sight(lookup)))}"
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_the_opening_tells_what_changed_and_what_could_not_be_seen() -> None:
    words = opening(reports.meridian())

    assert words.startswith("Meridian is holding. Equal say has been sliding in Delivery, and learning fell in Ingest.")
    assert "9 points (6 to 12)" in words
    assert "at most once in ten years" in words
    assert "could have gone unseen" in words


def test_a_single_alarm_is_told_whole_in_the_heading() -> None:
    words = opening(small(alarms=[change("Meridian/Sales", "equal say", evidence=5.0)], evidence=[5.0] * 18))

    expected = "Equal say has been sliding in Sales since about Feb 2026 (Jan 2026 to Apr 2026): 9 points (6 to 12)"
    assert words.startswith(f"{expected} | Past the line for an alert.")


def test_many_alarms_are_counted() -> None:
    units = [("Meridian/Sales", scale) for scale in SCALES] + [("Meridian/Lab", scale) for scale in SCALES]
    words = opening(small(alarms=[change(unit, scale) for unit, scale in units]))

    assert "and four more falls were found" in words


def test_falls_of_one_unit_are_told_as_one_story() -> None:
    again = change(
        "Meridian/Sales", "learning", wave="Mar 2026", shape="step", onset_low="Feb 2026", onset_high="Feb 2026"
    )
    words = opening(small(alarms=[replace(again, wave="Sep 2025", onset="Aug 2025"), again]))

    assert words.startswith("Learning fell twice in Sales, the last time in Feb 2026, by 9 points (6 to 12) |")


def test_nothing_found_is_no_proof_of_nothing() -> None:
    words = opening(reports.nothing_found())

    assert words.startswith(
        "Nothing to report. No drift found in any scale or unit | That does not prove that nothing moved."
    )
    assert "could have gone unseen" in words


def test_one_wave_has_no_before() -> None:
    words = opening(reports.one_wave())

    assert words.startswith("One wave: three levels, and no change yet")
    assert "unknown: one wave has no before" in words


def test_few_waves_are_too_few_for_an_alert() -> None:
    assert opening(reports.many_units(3, 4)).startswith("Five waves are too few for an alert. Four changes to watch")


def test_holding_is_said_only_where_a_small_fall_would_have_been_found() -> None:
    words = []
    for points in (2.9, 3.1):
        lookup = Lookup.of(small(detectability=[replace(row, points=points) for row in small().detectability]))
        words.append(cards(lookup, (40, 80))[0].words[0].partition(" ")[0])

    assert words == ["Holding", "At"]


def test_what_could_not_be_found_at_all_is_said() -> None:
    hopeless = [replace(row, points=nan) for row in small().detectability]

    assert unseen(sight(Lookup.of(small(detectability=hopeless)))).startswith("Any fall in Meridian within")
    assert unseen(sight(Lookup.of(small(detectability=[])))) == ""


def test_the_one_default_scale_is_not_called_all() -> None:
    assert "mean of all items" in opening(reports.one_unit())


def test_the_newest_falls_are_named_first_even_where_a_unit_fell_before() -> None:
    before = [
        change("Meridian/Sales", "equal say", wave="Jan 2026"),
        change("Meridian/Lab", SCALES[0], wave="Feb 2026"),
    ]
    words = opening(small(alarms=[change("Meridian/Sales", "equal say"), *before]))

    assert " Equal say has been sliding in Sales, learning slid in Lab, and one more fall was found." in words


def test_a_whole_that_the_file_did_not_name_is_called_so() -> None:
    company = Company({"All": 612, "All/Sales": 60}, reports.MONTHLY, SCALES)

    assert "in the whole within 6 months could have gone unseen" in opening(company.report())


def test_a_single_item_is_told_as_the_level() -> None:
    company = Company({"Plant": 612}, reports.MONTHLY, ["all"])
    report = company.report(alarms=[change("Plant", "all")], scales=[Scale("all", ["v"], nan, nan, nan, nan)])

    assert opening(report).startswith("The level has been sliding in Plant")
