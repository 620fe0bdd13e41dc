"""What somebody who was asked reads of a wave."""

from collections.abc import Callable

import pytest

from survey.db import Stores
from tests.survey.company import NORTH, SALES
from tests.survey.releases import publish_rows
from tests.survey.web.programme.scenes import Scene
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

Reads = Callable[..., Visitor]


def test_before_the_first_close_the_page_says_that_there_is_nothing(reads_as: Reads) -> None:
    assert heading_of(reads_as("employee").get("/results")) == "No results yet."


def test_the_newest_wave_stands_there_with_range_people_and_change(reads_as: Reads, scene: Scene) -> None:
    answer = reads_as("employee").get("/results")
    words = words_of(answer)

    assert scene
    assert heading_of(answer) == "Learning has been sliding in Sales since October 2026: 10 points (5 to 15)."
    assert "We are a learning organisation 61 57 to 66" in words
    assert "Everyone has equal say not shown Not shown: protects a group of fewer than 5." in words
    assert "Delivery ≥ 90 10–19 not shown not shown" in words
    assert "may have" not in words
    assert "Acknowledge" not in words


def test_an_employee_sees_the_divisions_and_no_unit_below(reads_as: Reads, scene: Scene) -> None:
    visitor = reads_as("employee")

    assert scene
    assert visitor.get(f"/results/2/units/{SALES}").status_code == 200
    assert visitor.get(f"/results/2/units/{NORTH}").status_code == 404
    assert "North" not in visitor.get(f"/results/2/units/{SALES}").text


def test_somebody_sees_their_own_unit(somebody_of_north: Visitor) -> None:
    assert "Your unit Unit Learning" in words_of(somebody_of_north.get("/results"))
    assert "North 33 ± 12 5–9" in words_of(somebody_of_north.get("/results"))
    assert heading_of(somebody_of_north.get(f"/results/2/units/{NORTH}")) == "North, round 2: no new fall was found"


@pytest.mark.parametrize("role", ["hr", "ceo"])
def test_hr_and_ceo_see_every_unit(reads_as: Reads, scene: Scene, role: str) -> None:
    assert scene
    assert "North 33 ± 12 5–9" in words_of(reads_as(role).get(f"/results/2/units/{SALES}"))


@pytest.mark.parametrize("path", ["/results/3", "/results/2/units/999", "/manage/waves/3/release", "/results/0"])
def test_what_is_not_there_is_no_page(reads_as: Reads, scene: Scene, path: str) -> None:
    assert scene
    assert reads_as("hr").get(path).status_code == 404


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("de", "„Lernen“ gleitet in Sales seit Oktober 2026 ab: 10 Punkte (5 bis 15)."),
        ("fr", "« Apprendre » glisse dans Sales depuis octobre 2026 : 10 points (5 à 15)."),
        ("es", "«Aprender» va bajando en Sales desde octubre de 2026: 10 puntos (5 a 15)."),
        ("ar", "Learning has been sliding in Sales since October"),
    ],
)
def test_the_page_speaks_the_language_of_the_account(
    reads_as: Reads, scene: Scene, language: str, heading: str
) -> None:
    assert scene
    assert heading_of(reads_as("employee", language=language).get("/results")).startswith(heading)


@pytest.mark.parametrize("verdict", ["nothing shown", "not proved"])
def test_where_nothing_is_shown_the_page_says_the_same_whatever_the_reason(
    stores: Stores, reads_as: Reads, scene: Scene, verdict: str
) -> None:
    assert scene
    publish_rows(stores, 2, (), verdict=verdict)
    answer = reads_as("employee").get("/results")

    assert heading_of(answer) == "Nothing is shown of Meridian in round 2."
    assert "so that no group of fewer than 5 people can be made out" in words_of(answer)
