"""What the reference says is what is read, and what is read fits the tables."""

from pathlib import Path

import pytest
from sqlalchemy import String

from survey.importing.people.columns import ALIASES
from survey.importing.people.levels import LEVEL_ALIASES, LEVELS
from survey.importing.people.texts import MOST
from survey.importing.people.unit_path import MOST_NAME
from survey.models.company import people

PAGE = (Path(__file__).parents[4] / "docs" / "reference" / "people-file.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("ours", "aliases"), [*ALIASES.items(), *LEVEL_ALIASES.items()])
def test_every_name_that_is_understood_is_documented(ours: str, aliases: tuple[str, ...]) -> None:
    assert f"| `{ours}` | {', '.join(aliases)} |" in PAGE


def test_levels_are_those_of_the_tables() -> None:
    assert people.LEVELS == LEVELS


@pytest.mark.parametrize(("column", "ours"), [("key", "id"), ("name", "name"), ("mail", "mail")])
def test_what_is_read_fits_the_tables(column: str, ours: str) -> None:
    kind = people.Person.__table__.columns[column].type

    assert isinstance(kind, String)
    assert kind.length == MOST[ours]


def test_names_of_units_fit_the_tables() -> None:
    kind = people.Unit.__table__.columns["name"].type

    assert isinstance(kind, String)
    assert kind.length == MOST_NAME
