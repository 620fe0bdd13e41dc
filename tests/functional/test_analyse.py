"""An analyst with an export: `aloft analyse`, from files to files."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from click.testing import CliRunner, Result

from analysis.simulate import Fall, World, simulate_answers
from survey.cli import main

ROOT = Path(__file__).parents[2]
HEADER = "wave,unit,person,item,value\n"
WORLD = World(n_divisions=6, teams_per_division=2, people_per_team=15, n_waves=24, n_scales=1)


def analyse(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["analyse", *map(str, words)])


@pytest.fixture(scope="module")
def rows() -> list[str]:
    """A company of six divisions, the second of which falls by 0.8 SD in the seventeenth month."""
    made = simulate_answers(WORLD, np.random.default_rng(20260101), [Fall(unit=2, onset=16, size=0.8)])
    units = ["Co", *(f"Co/{name}" for name in "ABCDEF"), *(f"Co/{name}/{team}" for name in "ABCDEF" for team in "xy")]
    columns = zip(*(getattr(made.answers, name).tolist() for name in made.answers.__slots__), strict=True)
    return [
        f"{2024 + wave // 12}-{wave % 12 + 1:02d},{units[unit]},p{person},q{item},{value:g}\n"
        for wave, person, unit, item, value in columns
    ]


@pytest.fixture(scope="module")
def export(rows: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("export") / "answers.csv"
    file.write_text(HEADER + "".join(rows))
    return file


@pytest.fixture(scope="module")
def report(export: Path) -> dict[str, Any]:
    done = analyse(export, "--json", export.with_suffix(".json"), "--html", export.with_suffix(".html"))
    assert (done.exit_code, done.stdout) == (0, "")
    return dict(json.loads(export.with_suffix(".json").read_text()))


def test_the_fall_is_told_where_and_when_it_began(report: dict[str, Any]) -> None:
    (alarm,) = report["alarms"]

    assert (alarm["unit"], alarm["scale"], alarm["direction"]) == ("Co/B", "all", "down")
    assert alarm["onset_low"] <= "2025-05" <= alarm["onset_high"]
    assert alarm["low"] < 16 < alarm["high"]


def test_the_report_follows_its_schema(report: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "docs/reference/report.schema.json").read_text())

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)


def test_the_report_says_what_was_read(report: dict[str, Any], rows: list[str]) -> None:
    assert report["input"] == {
        "rows": len(rows),
        "persons": len({row.split(",")[2] for row in rows}),
        "units": 19,
        "waves": 24,
        "kind": "answers",
    }
    assert report["waves"][0] == "2024-01"
    assert report["units"][10] == {"unit": "Co/B/y", "parent": "Co/B", "level": 2}
    assert len(report["evidence"]) == 24


def test_the_page_stands_alone(report: dict[str, Any], export: Path) -> None:
    page = export.with_suffix(".html").read_text()

    assert report["alarms"][0]["unit"].split("/")[-1] in page
    assert page.lower().startswith("<!doctype html>")


def test_the_order_of_rows_changes_no_digit(export: Path, rows: list[str], report: dict[str, Any]) -> None:
    shuffled = export.with_name("shuffled.csv")
    order = np.random.default_rng(20260101).permutation(len(rows))
    shuffled.write_text(HEADER + "".join(rows[row] for row in order))
    assert analyse(shuffled, "--json", export.with_name("shuffled.json")).exit_code == 0

    assert json.loads(export.with_name("shuffled.json").read_text()) == report


def test_without_a_file_to_write_a_summary_is_printed(export: Path) -> None:
    done = analyse(export)

    assert "24 waves" in done.stdout
    assert "Falls that raised an alarm (at 0.1 false alarms a year): 1." in done.stdout
    assert "Co/B, all: −" in done.stdout


def answers(who: str, *, persons: int = 30, waves: int = 8, items: int = 2, spread: int = 5) -> str:
    cells = [(wave, row, item) for wave in range(waves) for row in range(persons) for item in range(items)]
    return HEADER + "".join(
        f"{wave},Co/{row % 2},{who.format(row)},q{item},{1 + (row + wave) % spread}\n" for wave, row, item in cells
    )


MEANS = [f"{wave},Co/{unit},q,{3 + unit / 5}\n" for unit in range(4) for wave in range(8)]
THIN = {
    "one wave": answers("p{}", waves=1),
    "one item": answers("p{}", items=1),
    "all equal": answers("p{}", spread=1),
    "nobody named": answers(""),
    "one respondent": answers("p{}", persons=1),
    "means alone": "wave,unit,item,mean\n" + "".join(MEANS),
}


@pytest.mark.parametrize("text", THIN.values(), ids=THIN)
def test_a_thin_survey_gets_a_report_too(text: str, tmp_path: Path) -> None:
    (tmp_path / "thin.csv").write_text(text)
    done = analyse(tmp_path / "thin.csv", "--json", tmp_path / "out.json", "--html", tmp_path / "out.html")
    schema = json.loads((ROOT / "docs/reference/report.schema.json").read_text())

    assert (done.exit_code, done.stderr) == (0, "")
    jsonschema.validate(json.loads((tmp_path / "out.json").read_text()), schema)


def test_bad_rows_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(HEADER + "1,Co,p1,q1,3\n1,Co,p2,q1,9\n1,Co,p3,q1,many\n")
    done = analyse(file, "--json", tmp_path / "out.json", "--html", tmp_path / "out.html")

    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        f"{file}:3: got 9 for item 'q1'; wanted 1 to 5",
        f"{file}:4: got 'many' as the value; wanted a number, or nothing where it is missing",
    ]
    assert list(tmp_path.iterdir()) == [file]


def test_what_could_not_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text(HEADER + "1,Co,p1,q1,3\n")

    assert "a folder that does not exist" in analyse(file, "--json", tmp_path / "none" / "out.json").stderr
    assert "an input as output" in analyse(file, "--json", file).stderr
    assert "one file for two outputs" in analyse(file, "--json", tmp_path / "o", "--html", tmp_path / "o").stderr
