"""Participation and instrument over HTTP: for HR, from releases alone."""

from collections.abc import Callable

import pytest

from survey.db import Stores
from tests.survey.statements import heard
from tests.survey.web.programme.words import words_of
from tests.survey.web.visitor import Visitor

Reads = Callable[[str], Visitor]
PATHS = ("/dashboards/2/participation", "/dashboards/2/instrument")


def test_participation_says_who_answered_and_names_divisions(reads_as: Reads) -> None:
    words = words_of(reads_as("hr").get(PATHS[0]))

    assert "Whether response is falling is unknown: 2 of 6 waves." in words
    assert "60 of 80 people answered" in words
    assert "Delivery" in words


def test_the_instrument_page_says_why_it_has_no_numbers(reads_as: Reads) -> None:
    assert "cannot be told" in words_of(reads_as("hr").get(PATHS[1]))


@pytest.mark.parametrize("role", ["ceo", "employee", "leader", "council", "admin"])
def test_others_find_no_such_page(reads_as: Reads, role: str) -> None:
    visitor = reads_as(role)

    assert [visitor.get(path).status_code for path in PATHS] == [404, 404]


def test_no_page_reaches_an_answer(reads_as: Reads, stores: Stores) -> None:
    hr = reads_as("hr")
    with heard(stores) as said:
        for path in PATHS:
            assert hr.get(path).status_code == 200

    assert {one.split(":")[0] for one in said} == {"company"}


@pytest.mark.parametrize("path", ["/dashboards/9/participation", "/dashboards/2/participation?page=2"])
def test_what_is_not_there_is_no_page(reads_as: Reads, path: str) -> None:
    assert reads_as("hr").get(path).status_code == 404
