"""What HR is led to: the sentence that would do as the page, in every state of a programme."""

from collections.abc import Callable
from datetime import date

import pytest

from survey.db import Stores
from survey.queries import answered_so_far
from survey.queries.answered_so_far import Share
from survey.queries.replies import ReplyFacts, write_reply
from survey.services import programme as services
from survey.services.programme import By
from tests.survey.company import NOW
from tests.survey.web.clock import Clock
from tests.survey.web.programme.looks import looks_at
from tests.survey.web.programme.scenes import MONTHLY, add_people, begin, between_waves, open_since_today
from tests.survey.web.programme.visits import later
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

BY = By(None, NOW)


def test_without_people_they_are_asked_for(hr: Visitor) -> None:
    answer = hr.get("/manage")

    assert heading_of(answer) == "No people are here yet."
    assert "Create a programme" not in answer.text


def test_too_few_people_are_counted(stores: Stores, hr: Visitor) -> None:
    add_people(stores, 9)

    assert heading_of(hr.get("/manage")) == "Only 9 people are here."


def test_without_a_programme_one_can_be_created(stores: Stores, hr: Visitor) -> None:
    add_people(stores, 20)
    answer = hr.get("/manage")

    assert heading_of(answer) == "20 people can be asked, and no programme runs yet."
    assert "/manage/programme/new" in answer.text


def test_an_open_wave_tells_who_is_asked_and_not_how_many_have_answered(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    answer = hr.get("/manage")

    assert heading_of(answer) == "Wave 1 is open until Friday 27 November; 20 people are asked."
    assert "How many have answered is told when the wave has closed. Wave 2 follows on" in words_of(answer)


def test_an_open_wave_tells_a_rough_share_once_one_was_noted(stores: Stores, hr: Visitor) -> None:
    open_since_today(stores)
    with stores.company.write() as session:
        answered_so_far.note(session, wave=1, share=Share(NOW.date(), 45))
    answer = hr.get("/manage")

    assert "About 45 % had answered this morning; the count follows" in words_of(answer)
    assert words_of(answer).count("about 45 %") == 1


def test_between_two_waves_the_next_one_is_the_heading(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    answer = hr.get("/manage")

    assert heading_of(answer) == "Wave 2 opens on Monday 7 December."
    assert "In wave 1, 14 of 20 people answered (70 %)." in words_of(answer)
    assert "To do Reply to wave 1." in words_of(answer)


def test_a_reply_that_is_written_is_done(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    with stores.company.write() as session:
        write_reply(session, wave=1, reply=ReplyFacts("a", "b", ""), account=None, now=NOW)

    assert "Done Reply to wave 1." in words_of(hr.get("/manage"))


def test_a_wave_that_is_due_is_said_to_open_and_one_that_is_late_asks_for_a_worker(
    stores: Stores, hr: Visitor, clock: Clock
) -> None:
    between_waves(stores)
    today = later(hr, clock, days=21).get("/manage")
    late = later(hr, clock, days=1).get("/manage")

    assert heading_of(today) == "Wave 2 opens today."
    assert heading_of(late) == "Wave 2 should have opened on Monday 7 December."
    assert "see that `aloft serve` or `aloft worker` is running" in words_of(late)


def test_a_wave_whose_days_are_over_is_being_counted(stores: Stores, hr: Visitor, clock: Clock) -> None:
    open_since_today(stores)

    assert heading_of(later(hr, clock, days=13).get("/manage")) == "Wave 1 is over and is being counted."


def test_a_paused_programme_says_so(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    with stores.company.write() as session:
        services.pause(session, by=BY)

    assert heading_of(hr.get("/manage")) == "The programme is paused: no wave opens until it runs again."


def test_a_programme_that_ended_leaves_its_waves_and_room_for_another(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    with stores.company.write() as session:
        services.end(session, by=BY)
    answer = hr.get("/manage")

    assert heading_of(answer) == "The programme has ended: no further wave opens."
    assert "/manage/programme/new" in answer.text
    assert "2 Nov to 13 Nov 2026" in answer.text


@pytest.mark.parametrize(
    ("verb", "follows"), [("pause", "The programme is paused"), ("end", "The programme has ended")]
)
def test_an_open_wave_runs_on_whatever_the_programme_does(stores: Stores, hr: Visitor, verb: str, follows: str) -> None:
    open_since_today(stores)
    with stores.company.write() as session:
        getattr(services, verb)(session, by=BY)
    answer = hr.get("/manage")

    assert heading_of(answer).startswith("Wave 1 is open until")
    assert follows in words_of(answer)


def test_waves_stand_in_the_table_the_newest_first(stores: Stores, hr: Visitor) -> None:
    scene = begin(stores)
    scene.wave(1, "refused", date(2026, 9, 7))
    scene.wave(2, "closed", date(2026, 10, 5), answered=11)
    scene.wave(3, "closed", date(2026, 11, 2), answered=14)
    words = words_of(hr.get("/manage"))

    rows = (
        "Wave 3 2 Nov to 13 Nov 2026 closed 20 14 (70 %) not written yet",
        "Wave 2 5 Oct to 16 Oct 2026 closed 20 11 (55 %) none was given",
        "Wave 1 7 Sep to 18 Sep 2026 refused nobody nobody none",
    )
    assert " ".join(rows) in words


def test_waves_of_an_earlier_programme_stand_without_a_link(stores: Stores, hr: Visitor) -> None:
    between_waves(stores)
    with stores.company.write() as session:
        services.end(session, by=BY)
    begin(stores, n_people=0, plan=MONTHLY).wave(1, "closed", date(2026, 11, 9))

    assert hr.get("/manage").text.count('href="/manage/waves/1"') == 1


def test_whoever_may_only_look_finds_nothing_to_press(stores: Stores, signed_in: Callable[[str], Visitor]) -> None:
    between_waves(stores)
    text = signed_in("admin").get("/manage").text

    assert "Wave 2 opens on" in text
    assert "/manage/waves/open" not in text
    assert "/reply" not in text


def test_more_waves_take_no_more_looks(stores: Stores, hr: Visitor) -> None:
    scene = begin(stores)
    scene.wave(1, "closed", date(2026, 9, 7))
    hr.get("/manage")  # what never changes is read once
    with looks_at(stores.company) as few:
        hr.get("/manage")
    for number in range(2, 12):
        scene.wave(number, "closed", date(2026, 11, 2))
    with looks_at(stores.company) as many:
        hr.get("/manage")

    assert len(many) == len(few) <= 20
