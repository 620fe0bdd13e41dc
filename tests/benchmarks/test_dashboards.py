"""The benchmark of pages of results: its table, and a small company of it."""

from dataclasses import replace

import pytest

from benchmarks.dashboards.command import measure, report
from benchmarks.dashboards.measured import Taken

PAGE = ("hr", "/dashboards")
FINE = Taken(first=30.0, p50=10.0, p95=20.0, wall=40.0, constant=5.0, queries=20, kilobytes=60.0)


def test_a_page_that_meets_all_targets_is_said_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("sqlite", {PAGE: FINE}, {PAGE: FINE})
    assert capsys.readouterr().out.endswith("met\n")


@pytest.mark.parametrize(
    "missed", [{"p95": 51.0}, {"constant": 3.0}, {"kilobytes": 151.0}, {"queries": 21}], ids=lambda one: next(iter(one))
)
def test_a_page_that_misses_one_is_missed(missed: dict[str, float]) -> None:
    assert not report("sqlite", {PAGE: replace(FINE, **missed)}, {PAGE: FINE})


def test_every_page_is_measured_and_asks_no_more_of_a_larger_company(capsys: pytest.CaptureFixture[str]) -> None:
    measure(["--units", "130", "--times", "1", "--database", "sqlite"])
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith(("hr ", "employee "))]

    assert len(lines) >= 7
    assert all(words[8] == words[9] for words in lines)
