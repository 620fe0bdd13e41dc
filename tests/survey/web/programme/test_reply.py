"""The reply to a wave: written by HR or the CEO, shown with the next one."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from survey.db import Stores
from survey.models.company.audit import AuditEntry
from survey.queries.replies import ReplyFacts, reply_to
from tests.survey.web.programme.scenes import begin, between_waves, open_since_today
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

PAGE = "/manage/waves/1/reply"
TEXTS = {"heard": "Support is asked last.", "done": "From January, first.", "not_done": "No new tool."}


@pytest.fixture
def closed(stores: Stores, app: Flask) -> Stores:
    assert app  # with the company in the stores
    between_waves(stores)
    return stores


def kept(stores: Stores) -> ReplyFacts | None:
    with stores.company.read() as session:
        return reply_to(session, 1)


@pytest.mark.parametrize("role", ["hr", "ceo"])
def test_hr_and_ceo_write_it(closed: Stores, signed_in: Callable[[str], Visitor], role: str) -> None:
    assert signed_in(role).send(PAGE, **TEXTS).location == PAGE

    assert kept(closed) == ReplyFacts(**TEXTS)


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("role", ["admin", "leader", "employee", "council"])
def test_nobody_else_does(signed_in: Callable[[str], Visitor], role: str) -> None:
    assert signed_in(role).get(PAGE).status_code == 404


def test_it_can_be_changed_until_the_next_wave_opens(closed: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **TEXTS)
    hr.send(PAGE, **{**TEXTS, "done": "From February."})
    answer = hr.get(PAGE)

    assert heading_of(answer) == "The reply to wave 1 is written and can still be changed."
    assert "that wave opens on Monday 7 December" in words_of(answer)
    assert kept(closed) == ReplyFacts(**{**TEXTS, "done": "From February."})


def test_after_that_it_stays_as_it_is(stores: Stores, hr: Visitor) -> None:
    scene = begin(stores)
    scene.wave(1, "closed", date(2026, 10, 5))
    hr.send(PAGE, **TEXTS)
    scene.wave(2, "open", date(2026, 11, 16))
    answer = hr.send(PAGE, seen_on="/manage", **{**TEXTS, "done": "Later."})

    assert answer.status_code == 422
    assert "The wave after it has opened: the reply to wave 1 stays as it is." in words_of(answer)
    assert "You said Support is asked last." in words_of(hr.get(PAGE))
    assert kept(stores) == ReplyFacts(**TEXTS)


def test_an_open_wave_has_none_yet(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)

    assert "Wave 1 is open: the reply is written when it has closed." in words_of(hr.get(PAGE))
    assert hr.send(PAGE, seen_on="/manage", **TEXTS).status_code == 422
    assert kept(stores) is None


def test_a_preview_reads_as_it_will_and_keeps_nothing(closed: Stores, hr: Visitor) -> None:
    answer = hr.send(f"{PAGE}/preview", seen_on=PAGE, **{**TEXTS, "done": "<b>From</b> January."})

    assert answer.status_code == 200
    assert "<dt>We did</dt><dd>&lt;b&gt;From&lt;/b&gt; January.</dd>" in answer.text
    assert kept(closed) is None


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/preview"])
@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"heard": " \n"}, "What was heard: got nothing; wanted a sentence at least."),
        ({"done": "", "not_done": ""}, "Got neither what is done nor what is not done"),
        ({"done": "x" * 1001}, "What is done: got 1,001 characters; wanted 1,000 at most."),
    ],
)
def test_what_is_missing_or_too_long_is_said_and_the_rest_kept_on_the_page(
    closed: Stores, hr: Visitor, path: str, texts: dict[str, str], told: str
) -> None:
    answer = hr.send(path, seen_on=PAGE, **{**TEXTS, "not_done": "Never this.", **texts})

    assert answer.status_code == 422
    assert told in words_of(answer)
    assert ("Never this." in answer.text) is ("not_done" not in texts)
    assert kept(closed) is None


def test_a_line_end_is_one_and_what_is_no_character_is_left_out(closed: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **{**TEXTS, "heard": " one\r\ntwo\0 "})

    found = kept(closed)
    assert found
    assert found.heard == "one\ntwo"


def test_the_log_tells_who_and_how_much_and_not_what(closed: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **TEXTS)
    with closed.company.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()

    assert (entry.action, entry.account_id) == ("reply written", 1)
    assert entry.details == {"wave": 1, "heard": 22, "done": 20, "not_done": 12}


@pytest.mark.usefixtures("closed")
def test_a_wave_that_is_not_there_has_no_reply(hr: Visitor) -> None:
    assert hr.get("/manage/waves/7/reply").status_code == 404
    assert hr.send("/manage/waves/7/reply", seen_on=PAGE, **TEXTS).status_code == 404


@pytest.mark.usefixtures("closed")
def test_a_ceo_is_led_to_the_reply_that_is_to_be_written(signed_in: Callable[[str], Visitor]) -> None:
    ceo = signed_in("ceo")
    answer = ceo.get("/manage/reply")

    assert ceo.get("/").location == "/brief"
    assert heading_of(answer) == "Wave 1 has no reply yet."
    assert "Wave 2 opens on Monday 7 December." in words_of(answer)
    assert "No results have been published yet." in words_of(answer)
    assert "14 of 20" not in answer.text


def test_without_a_closed_wave_there_is_nothing_to_reply_to(hr: Visitor) -> None:
    answer = hr.get("/manage/reply")

    assert heading_of(answer) == "No wave has closed yet, so there is nothing to reply to."
    assert "No further wave is planned." in words_of(answer)


def test_the_first_page_of_replies_knows_what_was_written_and_what_was_missed(stores: Stores, hr: Visitor) -> None:
    scene = begin(stores)
    scene.wave(1, "closed", date(2026, 10, 5))
    hr.send(PAGE, **TEXTS)
    written = heading_of(hr.get("/manage/reply"))
    scene.wave(2, "closed", date(2026, 10, 19))
    scene.wave(3, "open", date(2026, 11, 16))
    missed = hr.get("/manage/reply")

    assert written == "The reply to wave 1 is written."
    assert heading_of(missed) == "No reply was given to wave 2."
    assert "Wave 3 is open until Friday 27 November." in words_of(missed)
