"""What people can read of results is the release: what shows it has no way to an answer."""

import ast

import grimp
import pytest

from tests.architecture.source import Source

ANSWERS = ("survey.queries.answers", "survey.queries.moderated")
READING = (
    "reader",
    "reading",
    "over_waves",
    "kept",
    "menu",
    "shown",
    "tables",
    "one_unit",
    "exporting",
    "certificate",
    "chain",
)
EXCEPT = {
    "survey.web.pulse.service_door": "takes answers, and tells whoever holds the link whether one is stored",
    "survey.web.preview": "draws the page as the desk does, for nobody",
    "survey.web.moderating": "shows comments to the moderator between the close and their publication",
    "survey.web.people": "erases the rows of a person, and counts those that are linked",
}


@pytest.fixture(scope="module")
def reaching() -> set[str]:
    """Every module from which imports lead to the answers, however far."""
    graph = grimp.build_graph("survey", "dashboards")
    return {one for module in ANSWERS for one in graph.find_downstream_modules(module)}


def test_no_page_mail_or_dashboard_reaches_an_answer(reaching: set[str]) -> None:
    shows = {one for one in reaching if one.startswith(("survey.web", "survey.mail", "dashboards"))}

    assert {one for one in shows if not one.startswith(tuple(EXCEPT))} == set()


def test_each_exception_is_still_one(reaching: set[str]) -> None:
    assert [name for name in EXCEPT if name not in reaching] == []


def test_the_reading_of_a_release_reaches_none(reaching: set[str]) -> None:
    assert "survey.services.release.making" in reaching
    assert [name for name in READING if f"survey.services.release.{name}" in reaching] == []


def test_the_reading_of_comments_reaches_none(reaching: set[str]) -> None:
    assert "survey.services.comments.moderating" in reaching
    assert "survey.services.comments.reading" not in reaching


def test_numbers_and_findings_are_read_through_the_reading_layer_alone(product: list[Source]) -> None:
    makers = ("survey/services/release/", "survey/services/closing/")
    past_it = [
        f"{source.name}:{node.lineno}"
        for source in product
        if not source.name.startswith(makers)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"rows", "told", "levels", "parts"}
        if isinstance(node.value, ast.Name) and node.value.id == "releases"
    ]

    assert not past_it


def test_releases_of_many_waves_are_read_through_it_as_well(product: list[Source]) -> None:
    past_it = [
        source.name
        for source in product
        if not source.name.startswith("survey/services/release/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "survey.queries"
        if "over_waves" in {alias.name for alias in node.names}
    ]

    assert not past_it
