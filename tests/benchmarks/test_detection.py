"""The benchmark of detection end to end, in two tiny companies."""

from pathlib import Path
from typing import Any

import pytest

from analysis.simulate import World
from analysis.simulate.zoo import ZooWorld
from benchmarks.detection.command import measure, worlds_of
from benchmarks.detection.fallen import fallen_company
from benchmarks.detection.found import Found
from benchmarks.detection.ledger import Ledger, Row
from benchmarks.detection.page import page
from benchmarks.detection.quiet import quiet_company
from benchmarks.detection.tasks import Task

TINY = ZooWorld(world=World(n_divisions=2, teams_per_division=2), description="40 people")
FALL = "division 0.4 step"
Results = dict[Task, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def results() -> Results:
    """As if the base world had 40 people and its quiet companies lived for two years."""
    quiet = [quiet_company(TINY, company, years=2, with_rivals=True) for company in range(2)]
    fallen = [fallen_company(TINY, company, fall=FALL, history=24, with_rivals=True) for company in range(2)]
    bound: list[dict[str, Any]] = [{"fall": FALL, "first": 3, "with_more": 4}]
    return {
        Task("quiet", "base", "", 10, 0, 2): quiet,
        Task("fallen", "base", FALL, 24, 0, 2): fallen,
        Task("bound", "base", "", 24, 0, 3): bound,
    }


@pytest.fixture
def rows(results: Results, tmp_path: Path) -> list[Row]:
    ledger = Ledger(tmp_path / "rows.jsonl", "this")
    for task, result in results.items():
        ledger.append(Row("this", task, 1.0, result))
    return ledger.rows()


def lines_that_begin(text: str, beginning: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(beginning)]


def test_every_table_is_made_from_the_file(rows: list[Row]) -> None:
    text, verdicts = page(Found.sort(rows))

    assert len(lines_that_begin(text, "| base | 4 |")) == 1
    assert [line.split(" | ")[5] for line in lines_that_begin(text, f"| {FALL} | base | 24 | 2 |")] == ["3 / 4"]
    assert len(lines_that_begin(text, "| **ours** |")) == len(lines_that_begin(text, "| CUSUM")) == 1
    assert {"years 1–2", "later", "delay", "unit", "one alarm"} <= {verdict.what for verdict in verdicts}


def test_a_page_without_any_work_is_a_page() -> None:
    text, verdicts = page(Found.sort([]))

    assert "0 companies. Of 0 targets" in text
    assert not verdicts


def test_a_company_is_the_same_in_whichever_block_it_is_met(results: Results) -> None:
    alone = fallen_company(TINY, 1, fall=FALL, history=24, with_rivals=True)

    assert alone == results[Task("fallen", "base", FALL, 24, 0, 2)][1]


def test_a_company_met_twice_counts_once(rows: list[Row]) -> None:
    again = [Row("this", Task("quiet", "base", "", 10, 0, 1), 1.0, rows[0].results[:1])]

    assert len(Found.sort([*rows, *again]).quiet["base"]) == 2


def test_a_second_run_finds_all_done_and_writes_the_same_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--worlds", "50 people", "--companies", "1", "--processes", "1", "--code", "this"]
    words += ["--file", str(tmp_path / "rows.jsonl"), "--page", str(tmp_path / "page.md")]
    measure(words)
    first, said = (tmp_path / "page.md").read_text("utf-8"), capsys.readouterr().err

    measure(words)

    assert said.count("\n") == 7
    assert capsys.readouterr().err == ""
    assert (tmp_path / "page.md").read_text("utf-8") == first
    assert "| 50 people | 10 |" in first


def test_a_comma_within_a_name_does_not_end_it() -> None:
    assert worlds_of("base,slow improvement, then plateau") == ["base", "slow improvement, then plateau"]
