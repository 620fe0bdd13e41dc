"""Waves are opened, reminded and closed because somebody asked for it; a worker does what takes longer."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.work import Job, OutboxMail
from survey.queries import audit
from survey.services import programme as services
from survey.services.programme import By
from tests.survey.company import NOW
from tests.survey.web.programme.scenes import between_waves, open_since_today
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor


def jobs(stores: Stores) -> list[str]:
    with stores.company.read() as session:
        return list(session.scalars(select(Job.kind)))


def last_entry(stores: Stores) -> tuple[str, int | None]:
    with stores.company.read() as session:
        found = audit.last_entry(session)
    assert found
    return found.action, found.account_id


def test_the_next_wave_is_opened_after_one_more_question(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    asked = hr.get("/manage/waves/open")
    assert hr.send("/manage/waves/open").location == "/manage"

    assert heading_of(asked) == "Open wave 2 now?"
    assert "moved from Monday 7 December to today" in words_of(asked)
    assert "Wave 1 has no reply yet. After this, none can be written." in words_of(asked)
    assert heading_of(hr.get("/manage")) == "Wave 2 opens today."
    assert (jobs(stores), last_entry(stores)) == (["open_wave"], ("programme changed", 1))


def test_no_wave_is_opened_beside_another(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    answer = hr.send("/manage/waves/open")

    assert answer.status_code == 422
    assert "Wave 1 is open: close it first." in words_of(answer)
    assert jobs(stores) == []


def test_a_paused_programme_opens_none(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    with stores.company.write() as session:
        services.pause(session, by=By(None, NOW))

    assert "The programme is paused: let it run again first." in words_of(hr.send("/manage/waves/open"))


def test_a_reminder_is_laid_out_once_a_day(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    page = "/manage/waves/1/remind"
    assert heading_of(hr.get(page)) == "Send a reminder of wave 1 now?"
    hr.send(page)
    first = words_of(hr.get("/manage/waves/1"))
    hr.send(page)
    second = words_of(hr.get("/manage/waves/1"))

    assert "The reminder leaves within minutes, to those alone from whom no answer has arrived." in first
    assert "There is a reminder of today already." in second
    with stores.company.read() as session:
        assert session.scalars(select(OutboxMail.kind)).all() == ["reminder"] * 20
    assert last_entry(stores) == ("reminders asked for", 1)


def test_a_wave_is_closed_after_one_more_question(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    asked = words_of(hr.get("/manage/waves/1/close"))
    assert hr.send("/manage/waves/1/close").location == "/manage/waves/1"

    assert "It was announced as open until Friday 27 November." in asked
    assert heading_of(hr.get("/manage/waves/1")) == "Wave 1 is over and is being counted."
    assert heading_of(hr.get("/manage")) == "Wave 1 is over and is being counted."
    assert (jobs(stores), last_entry(stores)) == (["close_wave"], ("wave ended early", 1))


@pytest.mark.parametrize("what", ["close", "remind"])
def test_what_is_being_counted_is_neither_closed_nor_reminded(stores: Stores, hr: Visitor, what: str) -> None:
    open_since_today(stores)
    hr.send("/manage/waves/1/close")
    answer = hr.send(f"/manage/waves/1/{what}")

    assert answer.status_code == 422
    assert "Wave 1 is being closed: nobody can answer any more." in words_of(answer)


@pytest.mark.parametrize("what", ["close", "remind"])
def test_a_wave_that_is_not_open_is_left_alone(stores: Stores, hr: Visitor, what: str) -> None:
    open_since_today(stores)
    other = hr.send(f"/manage/waves/2/{what}")
    hr.send("/manage/waves/1/close")

    assert "Wave 2 is not open; wave 1 is." in words_of(other)


def test_admin_asks_for_nothing(stores: Stores, signed_in: Callable[[str], Visitor]) -> None:
    open_since_today(stores)
    admin = signed_in("admin")

    assert "Close it now" not in admin.get("/manage/waves/1").text
    assert admin.send("/manage/waves/1/close", seen_on="/manage").status_code == 404


def test_what_cannot_be_opened_is_not_offered(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    asked = hr.get("/manage/waves/open")

    assert "Wave 1 is open: close it first." in words_of(asked)
    assert "Open it now" not in words_of(asked)
