"""The simulated company of the demo."""

import pytest

from dashboards.source import Report
from survey.services.demo import Site, simulated_report


@pytest.fixture(scope="module")
def report() -> Report:
    return simulated_report()


def test_its_fall_is_found_where_and_when_it_was_made(report: Report) -> None:
    found = [(alarm.unit, alarm.scale, alarm.direction) for alarm in report.alarms]

    assert found == [("Company/Operations", "equal_say", "down")]
    assert report.alarms[0].onset_low <= "2025-09" <= report.alarms[0].onset_high


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
