"""The bar: reading results stands in its first line, running the programme in a second one on its own pages."""

import re

import pytest
from flask import Flask

from survey.db import Stores
from survey.services.rights import Held, Role
from survey.web.navigation import entries_for, lines_of
from tests.survey.company import add_account
from tests.survey.web.visitor import Visitor

READING = ["Overview", "Participation", "Instrument", "Brief", "Results", "Comments", "Programme"]
RUNNING = ["Plan", "Calendar", "Moments", "People", "Preview", "Reply"]


def shown(role: Role, current: str) -> tuple[list[str], list[str]]:
    lines = lines_of(entries_for((Held(role),)), current)
    return [entry.label for entry in lines.first[:-1]], [entry.label for entry in lines.below]


@pytest.mark.parametrize("current", ["programme.overview", "programme.plan", "moments.page", "people.page"])
def test_running_the_programme_has_a_line_of_its_own(current: str) -> None:
    assert shown(Role.HR, current) == (READING, RUNNING)


@pytest.mark.parametrize("current", ["dashboards.overview", "dashboards.comments", "brief.page", "account.own"])
def test_pages_of_results_have_one_line(current: str) -> None:
    assert shown(Role.HR, current) == (READING, [])


def test_who_does_not_run_it_finds_every_page_in_the_first_line() -> None:
    assert shown(Role.CEO, "programme.replies") == (["Brief", "Results", "Comments", "Reply"], [])
    assert shown(Role.EMPLOYEE, "results.newest") == (["Results"], [])


def test_the_page_above_is_marked_without_being_the_current_one(stores: Stores, app: Flask) -> None:
    hr = Visitor.of(app)
    hr.become(add_account(stores, "ada@meridian.example", "hr"))
    bar = hr.get("/manage/moments").text

    assert re.search(r'<a href="/manage" class="above">Programme</a>', bar)
    assert re.search(r'<a href="/manage/moments" aria-current="page">Moments</a>', bar)
