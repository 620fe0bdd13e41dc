"""The file of finished work."""

from pathlib import Path

import pytest

from benchmarks.detection.command import finish
from benchmarks.detection.ledger import Ledger, Row, fingerprint
from benchmarks.detection.tasks import Task, plan

BOUND = Task("bound", "50 people", "", 6, 0, 1)
OTHER = Task("bound", "50 people", "", 12, 0, 1)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "build" / "rows.jsonl", "this code")


def test_a_second_run_does_no_work_twice(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    finish([BOUND], ledger, 1)
    finish([BOUND, OTHER], ledger, 1)

    assert [row.task for row in ledger.rows()] == [BOUND, OTHER]
    assert len(ledger.file.read_text("utf-8").splitlines()) == 2
    assert capsys.readouterr().err.count("[1/1] bound 50 people") == 2


def test_what_was_done_comes_back_as_it_was(ledger: Ledger) -> None:
    finish([BOUND], ledger, 1)

    assert ledger.rows()[0].results == BOUND.work()


def test_work_of_other_code_counts_only_if_it_is_asked_for(ledger: Ledger) -> None:
    ledger.append(Row("other code", BOUND, 1.0, []))

    assert ledger.missing([BOUND]) == [BOUND]
    assert not Ledger(ledger.file, ledger.code, keep_stale=True).missing([BOUND])


def test_work_of_this_code_goes_before_that_of_other(ledger: Ledger) -> None:
    for code in (ledger.code, "other code"):
        ledger.append(Row(code, BOUND, 1.0, []))

    assert [row.code for row in Ledger(ledger.file, ledger.code, keep_stale=True).rows()] == [ledger.code]


def test_half_a_line_of_a_run_that_was_killed_is_passed_over(ledger: Ledger) -> None:
    ledger.append(Row(ledger.code, BOUND, 1.0, []))
    ledger.file.write_text(ledger.file.read_text("utf-8") + '{"code": "this c', "utf-8")

    ledger.append(Row(ledger.code, OTHER, 1.0, []))

    assert [row.task for row in ledger.rows()] == [BOUND, OTHER]


def test_the_first_block_of_everything_goes_before_the_second_of_anything() -> None:
    tasks = [task for task in plan(["base", "unlinked"], 20) if task.measure != "bound"]
    second = [task.first == 10 for task in tasks]

    assert second == sorted(second)
    assert len(set(tasks)) == len(tasks) == 2 * second.count(True)


def test_code_has_a_name_of_its_own() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 12
