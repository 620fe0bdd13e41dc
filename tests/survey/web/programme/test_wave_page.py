"""One wave: its days, and what was asked."""

from collections.abc import Callable
from datetime import date

from survey.db import Stores
from tests.survey.web.clock import Clock
from tests.survey.web.programme.scenes import begin, between_waves, open_since_today
from tests.survey.web.programme.visits import later
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor


def test_an_open_wave_shows_what_is_past_and_what_is_to_come(stores: Stores, hr: Visitor, clock: Clock) -> None:
    open_since_today(stores)
    words = words_of(later(hr, clock, days=2).get("/manage/waves/1"))

    assert "Monday 16 November Wave 1 opens past Wednesday 18 November Wave 1: reminder today" in words
    assert "Friday 27 November Wave 1: last day to come" in words
    assert "Closes 28 November 2026, 00:00" in words


def test_how_many_have_answered_is_not_told_before_the_close(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)

    assert "Asked 20 Answered told after the close" in words_of(hr.get("/manage/waves/1"))


def test_a_closed_wave_tells_what_was_counted_and_asks_for_the_reply(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.get("/manage/waves/1")

    assert heading_of(answer) == "Wave 1 is closed: 14 of 20 people answered (70 %)."
    assert "Write the reply" in answer.text
    assert "Close it now" not in answer.text


def test_a_refused_wave_says_why(stores: Stores, hr: Visitor) -> None:
    begin(stores).wave(1, "refused", date(2026, 11, 2))
    answer = hr.get("/manage/waves/1")

    assert heading_of(answer) == "Wave 1 was refused: nobody was asked."
    assert "Write the reply" not in answer.text


def test_a_wave_without_a_reply_when_the_next_one_opened_has_none(stores: Stores, hr: Visitor) -> None:
    scene = begin(stores)
    scene.wave(1, "closed", date(2026, 10, 5), answered=12)
    scene.wave(2, "open", date(2026, 11, 16))

    assert "None was given before the next wave opened, and that wave said so." in words_of(hr.get("/manage/waves/1"))


def test_a_wave_that_is_not_there_is_no_page(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)

    assert hr.get("/manage/waves/2").status_code == 404
    assert hr.get("/manage/waves/99999999999999999999").status_code == 404


def test_those_who_write_replies_alone_do_not_see_it(stores: Stores, signed_in: Callable[[str], Visitor]) -> None:
    between_waves(stores)

    assert signed_in("ceo").get("/manage/waves/1").status_code == 404
