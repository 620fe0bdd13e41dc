"""The brief in the service: who reads it, in which language, and what of it everybody reads at /results."""

from collections.abc import Callable
from datetime import date

import pytest

from survey.db import Stores
from survey.queries.moments import MomentFacts, add_moment
from survey.queries.releases import Row
from survey.queries.replies import ReplyFacts, write_reply
from tests.survey.company import MERIDIAN, NORTH, NOW, SALES
from tests.survey.releases import alarm, publish_rows
from tests.survey.web.programme.scenes import Scene
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

Reads = Callable[..., Visitor]
LARGE_NORTH = (Row(MERIDIAN, "", "", "learning", 60, 180, 61.4), Row(NORTH, "", "", "learning", 12, 36, 33.0))
SLIDES = "Learning has been sliding in Sales since October 2026: 10 points (5 to 15)."


def happen(stores: Stores, unit: int | None, words: str) -> None:
    with stores.company.write() as session:
        add_moment(session, MomentFacts(date(2026, 10, 1), None, "other", words, unit), account=None, now=NOW)


@pytest.mark.parametrize("role", ["hr", "ceo"])
def test_hr_and_ceo_read_the_brief_and_may_reply(scene: Scene, reads_as: Reads, role: str) -> None:
    answer = reads_as(role).get("/brief")

    assert scene
    assert heading_of(answer) == SLIDES
    assert 'href="/manage/waves/2/reply">Write the reply' in answer.text
    assert "No reply has been written yet. It is due by Monday" in words_of(answer)


@pytest.mark.parametrize("role", ["admin", "leader", "employee", "council"])
def test_for_others_it_is_a_page_that_is_not_there(scene: Scene, reads_as: Reads, role: str) -> None:
    assert scene
    assert reads_as(role).get("/brief").status_code == 404


def test_the_chief_executive_is_led_to_the_brief(scene: Scene, reads_as: Reads) -> None:
    assert scene
    assert reads_as("ceo").get("/").location == "/brief"


def test_a_wave_before_stands_at_its_own_address(scene: Scene, reads_as: Reads) -> None:
    visitor = reads_as("ceo")

    assert scene
    assert heading_of(visitor.get("/brief/1")) == "Meridian, round 1: three levels, and no change yet"
    assert visitor.get("/brief/3").status_code == 404


@pytest.mark.parametrize(
    ("language", "said"), [("de", "gleitet in Sales"), ("fr", "glisse dans Sales"), ("es", "va bajando en Sales")]
)
def test_page_and_frame_speak_the_language_of_the_account(
    scene: Scene, reads_as: Reads, language: str, said: str
) -> None:
    answer = reads_as("ceo", language=language).get("/brief")

    assert scene
    assert said in heading_of(answer)
    assert f'<html lang="{language}"' in answer.text


def test_employees_read_the_same_without_what_leads_to_acting(scene: Scene, reads_as: Reads) -> None:
    answer = reads_as("employee").get("/results")

    assert scene
    assert heading_of(answer) == SLIDES
    assert "brief-actions" not in answer.text
    assert "No reply has been written yet." in words_of(answer)


def test_an_alarm_below_the_divisions_is_for_its_people_hr_and_the_ceo(
    stores: Stores, scene: Scene, reads_as: Reads, somebody_of_north: Visitor
) -> None:
    publish_rows(stores, 2, LARGE_NORTH, told=[alarm(NORTH, told_in=2, points=None, low=None, high=None)])
    headings = {"north": heading_of(somebody_of_north.get("/results"))}
    headings["sales"] = heading_of(reads_as("employee").get("/results"))
    headings["ceo"] = heading_of(reads_as("ceo").get("/brief"))

    assert scene
    assert headings["north"] == headings["ceo"] == "Learning has been sliding in North since October 2026."
    assert headings["sales"] == "Meridian, round 2: too early to say whether anything moves"


def test_moments_are_told_to_those_who_may_read_them(
    stores: Stores, scene: Scene, reads_as: Reads, somebody_of_north: Visitor
) -> None:
    publish_rows(stores, 2)
    happen(stores, SALES, "Sales moves house")
    happen(stores, NORTH, "North gets a new lead")
    everybody, north = (words_of(who.get("/results")) for who in (reads_as("employee"), somebody_of_north))

    assert scene
    assert "1 October 2026, Sales: Sales moves house" in everybody
    assert "North gets a new lead" not in everybody
    assert "North gets a new lead" in north
    assert "North gets a new lead" in words_of(reads_as("ceo").get("/brief"))


def test_the_reply_stands_there_once_it_is_written(stores: Stores, scene: Scene, reads_as: Reads) -> None:
    with stores.company.write() as session:
        write_reply(session, wave=2, reply=ReplyFacts("Heard.", "Done.", ""), account=None, now=NOW)
    told = words_of(reads_as("employee").get("/results"))

    assert scene
    assert "You said Heard. We did Done." in told
    assert "Not done" not in told


def test_before_the_first_release_the_brief_says_so(reads_as: Reads) -> None:
    assert heading_of(reads_as("ceo").get("/brief")) == "No results yet."


def test_the_page_with_charts_may_load_what_draws_them(scene: Scene, reads_as: Reads) -> None:
    answer = reads_as("ceo").get("/brief")

    assert scene
    assert "sha256-" in answer.headers["Content-Security-Policy"]
    assert answer.text.count("<script defer") == 2
