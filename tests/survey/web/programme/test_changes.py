"""The programme in words, and what can be done with it."""

import re
from collections.abc import Callable

import pytest

from survey.db import Stores
from survey.queries import audit, programme
from survey.queries.programme import ProgrammeFacts
from survey.services.upcoming import next_wave
from tests.survey.web.programme.scenes import begin, between_waves, open_since_today
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

PAGE = "/manage/programme"


def state(stores: Stores) -> ProgrammeFacts:
    with stores.company.read() as session:
        found = programme.last_programme(session)
    assert found
    return found


def opens_on(stores: Stores) -> str:
    with stores.company.read() as session:
        coming = next_wave(session, state(stores))
    assert coming
    return coming.opens_on.isoformat()


def test_the_programme_stands_in_words(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    words = words_of(hr.get(PAGE))

    assert "Every month from the first Monday, 09:00 on each person's clock, for ten working days." in words
    assert "Wave 2 opens on Monday 7 December." in words
    assert "Smallest group shown 5 people" in words


def test_without_one_there_is_a_way_to_it(hr: Visitor) -> None:
    answer = hr.get(PAGE)

    assert heading_of(answer) == "No programme runs yet."
    assert "/manage/programme/new" in answer.text


def test_it_is_paused_and_runs_again(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    assert hr.send("/manage/programme/pause", seen_on=PAGE).location == PAGE
    paused = hr.get(PAGE)
    assert hr.send("/manage/programme/resume", seen_on=PAGE).location == PAGE

    assert heading_of(paused) == "The programme is paused: no wave opens until it runs again."
    assert "The programme is paused. An open wave runs to its end; none follows." in words_of(paused)
    assert state(stores).state == "running"
    with stores.company.read() as session:
        last = audit.last_entry(session)
    assert last
    assert (last.account_id, last.details["change"]) == (1, "resume")


def test_what_is_not_possible_is_said_on_the_page(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.send("/manage/programme/resume", seen_on=PAGE)

    assert answer.status_code == 422
    assert "No programme is paused: create one, or look at the one there is." in words_of(answer)


def test_a_wave_is_moved_to_a_day(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    assert hr.send("/manage/programme/move", seen_on=PAGE, number="2", to="2026-12-12").location == PAGE

    assert opens_on(stores) == "2026-12-14"
    assert "Wave 2 opens on Monday 14 December." in words_of(hr.get(PAGE))


@pytest.mark.parametrize(
    ("number", "to", "told"),
    [
        ("2", "2026-11-15", "Wave 2 would open in the past: got 2026-11-15; wanted 2026-11-16 or later."),
        ("2", "9999-12-31", "Wave 2 would open in more than a year: got 9999-12-31; pause the programme instead."),
        ("2", "tomorrow", "Day: got 'tomorrow'; wanted one such as 2026-12-07."),
        ("1", "2026-12-07", "Wave 1 has opened: it can be closed, but not moved."),
        ("0", "2026-12-07", "Wave: got '0'"),
        ("99999", "2026-12-07", "The programme has no wave 99999."),
    ],
)
def test_a_move_that_cannot_be_made_is_told_and_kept(
    stores: Stores, hr: Visitor, number: str, to: str, told: str
) -> None:
    between_waves(stores)
    answer = hr.send("/manage/programme/move", seen_on=PAGE, number=number, to=to)

    assert answer.status_code == 422
    assert told in words_of(answer)
    assert f'value="{to}"' in answer.text
    assert opens_on(stores) == "2026-12-07"


def test_the_smallest_group_is_raised_after_one_more_question(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    asked = hr.get("/manage/programme/smallest-group?k=8")
    assert hr.send("/manage/programme/smallest-group", seen_on="/manage/programme/smallest-group?k=8", k="8").location

    assert heading_of(asked) == "Raise the smallest group to 8 people?"
    assert state(stores).k == 8


@pytest.mark.parametrize(("typed", "told"), [("x", "Smallest group: got 'x'"), ("", "got ''"), ("9999", "to 100")])
def test_a_group_that_is_no_number_is_told(stores: Stores, hr: Visitor, typed: str, told: str) -> None:
    between_waves(stores)
    answer = hr.get(f"/manage/programme/smallest-group?k={typed}")

    assert answer.status_code == 422
    assert told in words_of(answer)


def test_the_smallest_group_is_not_lowered(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.send("/manage/programme/smallest-group", seen_on="/manage/programme/smallest-group?k=5", k="5")

    assert "Got k = 5; wanted more than 5: it is raised, never lowered." in words_of(answer)


def test_it_ends_after_one_more_question(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    assert heading_of(hr.get("/manage/programme/end")) == "End the programme?"
    assert hr.send("/manage/programme/end").location == PAGE
    again = hr.send("/manage/programme/end")

    assert state(stores).state == "ended"
    assert "No programme is running or paused" in words_of(again)


def test_admin_reads_it_and_changes_nothing(stores: Stores, signed_in: Callable[[str], Visitor]) -> None:
    begin(stores)
    admin = signed_in("admin")

    assert "What can be changed" not in admin.get(PAGE).text
    assert admin.send("/manage/programme/pause", seen_on=PAGE).status_code == 404


@pytest.mark.parametrize("k", [4, 5])
def test_a_group_that_is_not_larger_is_refused_before_it_is_asked_for(stores: Stores, hr: Visitor, k: int) -> None:
    between_waves(stores)
    answer = hr.get(f"/manage/programme/smallest-group?k={k}")

    assert answer.status_code == 422
    assert f"Got k = {k}; wanted more than 5: it is raised, never lowered." in words_of(answer)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/manage", "Programme"),
        ("/manage/programme", "Plan"),
        ("/manage/waves/1", "Programme"),
        ("/dashboards", "Overview"),
    ],
)
def test_one_page_of_the_bar_is_the_current_one(stores: Stores, hr: Visitor, path: str, label: str) -> None:
    between_waves(stores)
    text = hr.get(path).text

    assert text.count("aria-current") == 1
    assert re.search(rf'aria-current="\w+">{label}</a>', text)
