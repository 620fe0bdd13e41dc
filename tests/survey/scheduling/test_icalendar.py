"""The calendar as a file."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from survey.scheduling.dates import wave_dates
from survey.scheduling.icalendar import icalendar
from survey.scheduling.plan import Plan

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
WAVES = wave_dates(Plan(rule="monthly", starts_on=date(2026, 11, 2), epoch_months=2), n=3)


def made(company: str = "Meridian") -> str:
    return icalendar(WAVES, company=company, domain="aloft.example", now=NOW)


def test_an_open_wave_is_an_event_of_whole_days() -> None:
    assert (
        "UID:wave-1@aloft.example\r\nDTSTAMP:20261101T120000Z\r\nDTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261114"
        in made()
    )


def test_reminders_and_the_end_of_an_epoch_are_events() -> None:
    assert made().count("BEGIN:VEVENT") == 3 * 3 + 1
    assert "SUMMARY:Epoch 1 ends: the link is destroyed" in made()


@given(st.text(max_size=200))
def test_any_name_of_a_company_makes_a_calendar_that_can_be_read(name: str) -> None:
    calendar = made(name)
    lines = calendar.split("\r\n")

    assert all(len(line.encode("utf-8", "surrogatepass")) <= 75 for line in lines)
    assert "\n" not in calendar.replace("\r\n", "")
    assert "\r" not in calendar.replace("\r\n", "")
    assert calendar.replace("\r\n ", "").count("BEGIN:VEVENT\r\n") == 10
