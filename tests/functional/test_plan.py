"""Somebody who plans a programme: `aloft plan`."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from survey.cli import main

ROOT = Path(__file__).parents[2]
SMALL = ("--people", "48", "--divisions", "2", "--teams", "2", "--waves-per-year", "2", "--sample", "0.5")


def plan(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["plan", *map(str, words)])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plan") / "plan.json"


@pytest.fixture(scope="module")
def printed(file: Path) -> str:
    done = plan(*SMALL, "--json", file)
    assert done.exit_code == 0
    return done.stdout


@pytest.fixture(scope="module")
def document(printed: str, file: Path) -> dict[str, Any]:
    del printed
    return dict(json.loads(file.read_text("utf-8")))


def test_the_plan_follows_its_schema(document: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "docs/reference/plan.schema.json").read_text())

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)


def test_sentence_and_numbers_are_printed(printed: str, document: dict[str, Any]) -> None:
    found = [f"{fall['points']:.1f} (" for fall in document["falls"] if fall["points"] is not None]

    assert printed.startswith(document["sentence"])
    assert found
    assert all(number in printed for number in found)


def test_every_alternative_has_its_table(printed: str, document: dict[str, Any]) -> None:
    names = [other["name"] for other in document["alternatives"]]

    assert names == ["longer epoch", "fuller sample", "higher cadence"]
    assert all(f"With a {name} (" in printed for name in names)


def test_a_fuller_sample_finds_smaller_falls(document: dict[str, Any]) -> None:
    differences = [fall["points_difference"] for fall in document["alternatives"][1]["falls"]]

    assert max(difference for difference in differences if difference is not None) < 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--people", "0"), "people: got 0; wanted at least 1"),
        (("--people", "600", "--sample", "1.5"), "sample: got 1.5; wanted a share above 0 and at most 1"),
        (("--people", "20", "--teams", "10"), "teams: got 60 for 20 people; wanted at most one for each person"),
        (("--people", "60", "--people-per-team", "0"), "people_per_team: got 0; wanted at least 1"),
        (("--people", "60", "--people-per-team", "5", "--teams", "2"), "got both --teams and --people-per-team"),
        (("--people", "many"), "'many' is not a valid integer"),
        (("--people", "60", "--json", "no/folder/plan.json"), "a folder that does not exist"),
    ],
)
def test_what_cannot_be_planned_ends_with_two_and_a_reason(words: tuple[str, ...], told: str) -> None:
    done = plan(*words)

    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr.splitlines()[-1]


def test_teams_are_no_larger_than_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    words = ("--people", "13", "--divisions", "0", "--people-per-team", "5", "--waves-per-year", "1", "--unlinked")
    assert plan(*words, "--json", file).exit_code == 0

    planned = json.loads(file.read_text("utf-8"))
    assert planned["levels"] == [{"level": "company", "units": 1}, {"level": "team", "units": 3}]
    assert (planned["programme"]["linked"], planned["alternatives"][0]["name"]) == (False, "linked answers")


def test_the_commands_of_the_guide_can_be_given() -> None:
    guide = (ROOT / "docs/how-to/plan-a-programme.md").read_text("utf-8")
    lines = re.findall(r"aloft plan (--.*)$", guide, re.MULTILINE)
    given = [main.commands["plan"].make_context("plan", shlex.split(line)).params for line in lines]

    assert len(given) >= 2
    assert all(words["people"] > 0 for words in given)
