"""The next twelve months, as a page and as a file."""

from dataclasses import replace
from datetime import date

from survey.db import Stores
from survey.services import programme as services
from survey.services.programme import By
from tests.survey.company import NOW
from tests.survey.web.programme.scenes import MONTHLY, begin, between_waves, open_since_today
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor


def test_openings_reminders_last_days_and_epochs_stand_in_it(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.get("/manage/calendar")
    words = words_of(answer)

    assert heading_of(answer) == "12 waves will open in the next twelve months, the next on Monday 7 December."
    assert "Monday 7 Wave 2 opens Wednesday 9 Wave 2: reminder Friday 11 Wave 2: reminder Friday 18" in words
    assert "Epoch 1 ends with wave 12: the link between a person’s answers is destroyed" in words


def test_a_holiday_that_moves_a_wave_is_named(stores: Stores, hr: Visitor) -> None:
    begin(stores, plan=replace(MONTHLY, countries=("US",)))

    assert "Tuesday 7 Wave 11 opens; moved by Labor Day (US)" in words_of(hr.get("/manage/calendar"))


def test_the_grid_says_in_words_what_it_shows_in_colour(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    text = hr.get("/manage/calendar").text

    assert '>7</span><span class="visually-hidden">, wave 2 is open, opens</span>' in text
    assert '>2</span><span class="visually-hidden">, wave 1 was open, opens</span>' in text
    assert '>16</span><span class="visually-hidden">, today</span>' in text
    assert ", Christmas Day (SE)</span>" in text


def test_the_wave_that_is_open_is_part_of_it(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)

    assert "Wednesday 18 Wave 1: reminder" in words_of(hr.get("/manage/calendar"))


def test_without_waves_it_says_so(stores: Stores, hr: Visitor) -> None:
    none = heading_of(hr.get("/manage/calendar"))
    between_waves(stores)
    with stores.company.write() as session:
        services.pause(session, by=By(None, NOW))

    assert none == "No wave is planned."
    assert heading_of(hr.get("/manage/calendar")) == "The programme is paused: no wave has a day."


def test_the_file_holds_the_same_for_other_calendars(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.get("/manage/calendar.ics")

    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pulses.ics"'
    assert "SUMMARY:Pulse 2 is open\r\n" in answer.text
    assert "X-WR-CALNAME:Meridian pulses" in answer.text


def test_without_a_programme_the_file_is_empty_and_whole(hr: Visitor) -> None:
    text = hr.get("/manage/calendar.ics").text

    assert text.endswith("END:VCALENDAR\r\n")
    assert "VEVENT" not in text


def test_a_year_from_the_last_of_february_is_a_day_there_is() -> None:
    from survey.services.standing import a_year_after

    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
