"""The simulated company of the demo."""

from pathlib import Path

import pytest

from dashboards.report.lookup import Lookup
from dashboards.report.opening import heading, lead
from dashboards.report.sight import sight
from dashboards.source import Report
from survey.services import meridian
from survey.services.simulated_report import Site, simulated_report


@pytest.fixture(scope="module")
def report() -> Report:
    return simulated_report()


def test_its_two_falls_are_found_and_nothing_false_stands_beside_them(report: Report) -> None:
    found = {(alarm.unit, alarm.scale, alarm.direction) for alarm in report.alarms}

    assert found == {
        ("Meridian/Engineering/Ingest", "learning", "down"),
        ("Meridian/Delivery", "equal_say", "down"),
    }
    assert len(report.alarms) == 2
    # What is past the line was on the watch list before, or not.
    assert {(entry.unit, entry.scale, entry.direction) for entry in report.watch} <= found


def test_its_falls_are_dated_to_when_they_were_made(report: Report) -> None:
    dated = {alarm.scale: (alarm.onset_low, alarm.onset_high) for alarm in report.alarms}

    assert dated["learning"][0] <= report.waves[meridian.CRASH.onset] <= dated["learning"][1]
    assert dated["equal_say"][0] <= report.waves[meridian.DESCENT.onset] <= dated["equal_say"][1]


def test_the_tutorial_quotes_its_page(report: Report) -> None:
    lookup = Lookup.of(report)
    tutorial = (Path(__file__).parents[3] / "docs/tutorials/first-report.md").read_text(encoding="utf-8")
    said = " ".join(lead(lookup, sight(lookup))).replace("\N{NO-BREAK SPACE}", " ")
    quoted = ["February 2026 (November 2025 to March 2026)", "11 points (7 to 15)", "19 points (13 to 25)"]

    assert f"> {heading(lookup, sight(lookup))}\n" in tutorial
    assert all(words in tutorial and words in said for words in quoted)


def test_no_two_of_its_units_share_a_name() -> None:
    names = [meridian.COMPANY, *meridian.TEAMS, *(team for teams in meridian.TEAMS.values() for team in teams)]

    assert len(set(names)) == len(names) == 1 + 6 + 60
    assert sum(meridian.WORLD.team_sizes or ()) == 600


def test_its_page_says_that_it_is_simulated(report: Report) -> None:
    assert report.warnings[0] == "This company is simulated: nobody answered."


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [("/", "200 OK", b"page"), ("/healthz", "200 OK", b"ok\n"), ("/else", "404 Not Found", b"not found\n")],
)
def test_the_site_has_a_page_and_a_sign_of_life(path: str, status: str, body: bytes) -> None:
    told: list[str] = []
    answer = Site(b"page")({"PATH_INFO": path}, lambda *answered: told.append(answered[0]))

    assert (told, list(answer)) == ([status], [body])
