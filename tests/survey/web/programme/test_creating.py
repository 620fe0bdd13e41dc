"""A programme is put together, looked at, and created."""

from collections.abc import Callable
from datetime import date, time

import pytest
from flask import Flask

from survey.db import Stores
from survey.queries import audit, programme
from survey.services import programme as services
from survey.services.programme import By
from tests.survey.company import NOW
from tests.survey.web.programme.scenes import add_people, begin
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

NEW, PREVIEW, CREATE = "/manage/programme/new", "/manage/programme/preview", "/manage/programme/create"
TYPED = {
    "rule": "monthly",
    "starts_on": "2026-11-23",
    "hour": "08:30",
    "open_days": "5",
    "reminder_days": "4, 2",
    "sample": "40",
    "countries": "se, us",
    "home_zone": "Europe/Stockholm",
    "epoch_months": "6",
    "k": "7",
    "with_module": "yes",
}


@pytest.fixture(autouse=True)
def people(stores: Stores, app: Flask) -> None:
    assert app  # with the company in the stores
    add_people(stores, 20)


def test_the_form_holds_a_plan_that_suits_most(hr: Visitor) -> None:
    text = hr.get(NEW).text

    for value in ("2026-11-23", "09:00", "3, 5", "100", "SE", "Europe/Stockholm", "12", "5"):
        assert f'value="{value}"' in text


def test_the_form_as_it_stands_can_be_created(hr: Visitor) -> None:
    standing = {"hour": "09:00", "open_days": "10", "reminder_days": "3, 5", "sample": "100", "epoch_months": "12"}
    answer = hr.send(CREATE, seen_on=NEW, **{**TYPED, **standing, "k": "5"})

    assert (answer.status_code, answer.location) == (303, "/manage")


def test_a_preview_says_what_will_happen_and_keeps_nothing(stores: Stores, hr: Visitor) -> None:
    answer = hr.send(PREVIEW, seen_on=NEW, **TYPED)

    assert heading_of(answer).startswith("Every month from the first Monday, 08:30 on each person's clock, for five")
    assert "1 Monday 7 December Tue 8 Dec, Thu 10 Dec Friday 11 December" in words_of(answer)
    assert "A sample of 40% hides small groups in most waves." in answer.text
    with stores.company.read() as session:
        assert programme.last_programme(session) is None


def test_a_holiday_and_the_end_of_an_epoch_stand_beside_their_wave(hr: Visitor) -> None:
    shifted = words_of(hr.send(PREVIEW, seen_on=NEW, **{**TYPED, "rule": "weekly", "open_days": "5"}))
    ending = words_of(hr.send(PREVIEW, seen_on=NEW, **{**TYPED, "epoch_months": "2"}))

    assert "more often than every four weeks, those overlap" in shifted
    assert "the epoch ends" in ending


def test_what_was_looked_at_is_created(stores: Stores, hr: Visitor) -> None:
    assert hr.send(CREATE, seen_on=NEW, **TYPED).status_code == 303

    with stores.company.read() as session:
        made = programme.current_programme(session)
        entry = audit.last_entry(session)
    assert made
    assert (made.starts_on, made.hour, made.open_days) == (date(2026, 11, 23), time(8, 30), 5)
    assert (made.reminder_days, made.countries, made.sample_share) == ((2, 4), ("SE", "US"), 0.4)
    assert (made.epoch_months, made.k, made.with_module) == (6, 7, True)
    assert entry
    assert (entry.action, entry.account_id) == ("programme created", 1)


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("rule", "FREQ=SECONDLY", "How often: got 'FREQ=SECONDLY'"),
        ("starts_on", "soon", "First day: got 'soon'; wanted one such as"),
        ("starts_on", "2026-11-15", "First day: got 2026-11-15; wanted one from 2026-11-16"),
        ("starts_on", "9999-12-31", "to 2027-12-31."),
        ("hour", "9 o'clock", "Hour: got"),
        ("open_days", "0", "Open days: got '0'; wanted a number from 1 to 60."),
        ("open_days", "40", "Open days: got 40, waves 28 days apart"),
        ("reminder_days", "3, x", "Reminder days: got 'x'"),
        ("reminder_days", "9", "Reminder days: got [9]"),
        ("sample", "101", "Share of people: got '101'"),
        ("countries", "SE, XX", "Countries: got 'XX'"),
        ("home_zone", "Stockholm", "Home zone: got 'Stockholm'"),
        ("epoch_months", "13", "Epoch: got '13'"),
        ("k", "4", "K: got 4; wanted at least 5."),
        ("k", "²", "Smallest group: got '²'"),
    ],
)
def test_what_cannot_be_used_is_said_beside_it_and_kept(hr: Visitor, name: str, typed: str, told: str) -> None:
    answer = hr.send(PREVIEW, seen_on=NEW, **{**TYPED, name: typed})

    assert answer.status_code == 422
    assert told in words_of(answer)
    assert f'id="{name}-fault"' in answer.text
    assert "Create the programme" not in answer.text


def test_all_that_is_wrong_is_said_at_once(hr: Visitor) -> None:
    answer = hr.send(CREATE, seen_on=NEW, **{**TYPED, "k": "4", "home_zone": "Stockholm", "countries": "XX"})

    assert answer.status_code == 422
    assert answer.text.count('class="fault"') == 3


def test_a_second_programme_is_refused_with_what_was_typed(stores: Stores, hr: Visitor) -> None:
    begin(stores, n_people=0)
    answer = hr.send(CREATE, seen_on=NEW, **TYPED)

    assert answer.status_code == 422
    assert "A programme runs already: end it before another begins." in answer.text
    assert 'value="08:30"' in answer.text


def test_the_smallest_group_is_never_smaller_than_before(stores: Stores, hr: Visitor) -> None:
    begin(stores, n_people=0)
    with stores.company.write() as session:
        services.raise_k(session, k=8, by=By(None, NOW))
        services.end(session, by=By(None, NOW))

    assert 'name="k" type="text" value="8"' in hr.get(NEW).text
    assert "Got k = 7; wanted 8 or more" in hr.send(CREATE, seen_on=NEW, **TYPED).text


def test_admin_looks_and_does_not_create(signed_in: Callable[[str], Visitor]) -> None:
    assert signed_in("admin").get(NEW).status_code == 404
