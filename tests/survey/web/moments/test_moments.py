"""The page of the timeline: HR adds, corrects and withdraws; nobody else sees it."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.db import Stores
from survey.models.company.people import Unit
from survey.queries import moments
from tests.survey.company import NORTH, SALES
from tests.survey.web.programme.words import heading_of, words_of
from tests.survey.web.visitor import Visitor

PAGE = "/manage/moments"
TOLD = {"first_day": "2026-09-03", "until": "", "kind": "other", "words": "Live ingest fails", "unit": "Sales/North"}


def kept(stores: Stores) -> list[tuple[str, int | None]]:
    with stores.company.read() as session:
        return [(one.moment.words, one.moment.unit_id) for one in moments.kept_moments(session)]


def test_an_empty_timeline_says_so_and_offers_the_form(hr: Visitor) -> None:
    answer = hr.get(PAGE)

    assert heading_of(answer) == "No moment stands on the timeline."
    assert "Read by everybody who may read results" in words_of(answer)


def test_a_moment_is_put_on_the_timeline(stores: Stores, hr: Visitor) -> None:
    assert hr.send(PAGE, **TOLD).location == PAGE
    answer = hr.get(PAGE)

    assert kept(stores) == [("Live ingest fails", NORTH)]
    assert heading_of(answer) == "1 moment stands on the timeline."
    assert "Thursday 3 September Live ingest fails Sales / North Something else" in words_of(answer)


def test_what_lies_ahead_stands_apart(hr: Visitor) -> None:
    hr.send(PAGE, **TOLD)
    hr.send(PAGE, **TOLD | {"first_day": "2027-02-01", "until": "2027-02-05", "words": "Two divisions become one"})

    assert "To come" in words_of(hr.get(PAGE))
    assert "Monday 1 February 2027 to Friday 5 February 2027 Two divisions" in words_of(hr.get(PAGE))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"first_day": "soon"}, "Day: got 'soon'; wanted one such as 2026-12-07."),
        ({"first_day": ""}, "Day: got ''"),
        ({"until": "2026-09-01"}, "wanted a day after the first, or none"),
        ({"words": " "}, "What happened: got nothing; wanted a few words."),
        ({"words": "x" * 121}, "got 121 characters; wanted 120 at most"),
        ({"kind": "party"}, "wanted one of the list"),
        ({"unit": "No/Such"}, "Unit: got 'No/Such'; wanted the path of one unit"),
    ],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_stays(
    stores: Stores, hr: Visitor, changed: dict[str, str], said: str
) -> None:
    answer = hr.send(PAGE, **TOLD | changed)

    assert answer.status_code == 422
    assert said in words_of(answer)
    assert 'aria-invalid="true"' in answer.text
    assert kept(stores) == []


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("", None), ("Meridian", None), ("north", NORTH), ("meridian/sales/", SALES), ("Sales", SALES)],
)
def test_a_unit_is_found_by_path_or_name(stores: Stores, hr: Visitor, typed: str, unit: int | None) -> None:
    hr.send(PAGE, **TOLD | {"unit": typed})

    assert kept(stores) == [("Live ingest fails", unit)]


def test_a_name_that_two_units_have_needs_its_path(stores: Stores, hr: Visitor) -> None:
    with stores.company.write() as session:
        parent = session.get_one(Unit, SALES)
        session.add(Unit(id=50, parent_id=4, name="North", added_on=parent.added_on))

    assert hr.send(PAGE, **TOLD | {"unit": "North"}).status_code == 422
    assert hr.send(PAGE, **TOLD).status_code == 303


def test_a_moment_is_corrected_and_withdrawn(stores: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **TOLD)
    assert 'value="Meridian/Sales/North"' in hr.get(f"{PAGE}/1").text
    hr.send(f"{PAGE}/1", **TOLD | {"words": "Ingest fails for nine hours"})
    assert kept(stores) == [("Ingest fails for nine hours", NORTH)]

    hr.send(f"{PAGE}/1/withdraw", seen_on=f"{PAGE}/1")

    assert kept(stores) == []
    assert hr.get(f"{PAGE}/1").status_code == 404


def test_a_fault_in_a_correction_keeps_what_stood_there(stores: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **TOLD)
    answer = hr.send(f"{PAGE}/1", **TOLD | {"words": ""})

    assert answer.status_code == 422
    assert kept(stores) == [("Live ingest fails", NORTH)]


def test_a_span_of_one_day_is_a_day(stores: Stores, hr: Visitor) -> None:
    hr.send(PAGE, **TOLD | {"until": TOLD["first_day"]})

    with stores.company.read() as session:
        assert moments.events(session)[0].until is None


def test_html_in_words_is_text(hr: Visitor) -> None:
    hr.send(PAGE, **TOLD | {"words": "<b>Live</b> & ingest"})

    assert "<b>Live" not in hr.get(PAGE).text


@pytest.mark.parametrize("role", ["admin", "ceo", "leader", "employee", "council"])
def test_nobody_else_sees_the_page(app: Flask, signed_in: Callable[[str], Visitor], role: str) -> None:
    assert app
    assert signed_in(role).get(PAGE).status_code == 404


def test_a_withdrawn_moment_is_not_withdrawn_twice(hr: Visitor) -> None:
    hr.send(PAGE, **TOLD)
    hr.send(f"{PAGE}/1/withdraw", seen_on=f"{PAGE}/1")
    answer = hr.send(f"{PAGE}/1/withdraw", seen_on=PAGE)

    assert answer.status_code == 422
    assert "This moment has been withdrawn" in words_of(answer)
