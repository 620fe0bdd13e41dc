"""The benchmark of `monitor`: its table, and one small call."""

from pathlib import Path

import pytest

from benchmarks.monitor import epoch_of, report
from benchmarks.monitored import Shape, Taken, make, measure


def taken(seconds: float) -> dict[str, Taken]:
    tenth = Taken(rows=1000, seconds=1.0, cpu=1.0, gib=0.5, plain=0.1)
    whole = Taken(rows=10000, seconds=seconds, cpu=seconds, gib=2.0, plain=1.0)
    return {"company": tenth, "a tenth": tenth, "whole": whole}


def test_targets_that_are_met_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(taken(10))
    assert capsys.readouterr().out.count("  met") == 4


def test_time_that_grows_faster_than_people_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert not report(taken(12))
    assert capsys.readouterr().out.count("MISSED") == 1


def test_half_a_million_people_are_in_forty_thousand_teams() -> None:
    shape = epoch_of(500_000)

    assert (shape.people, shape.n_divisions * shape.teams_per_division) == (500_000, 40_000)


def test_a_call_goes_on_from_the_epoch_before(tmp_path: Path) -> None:
    make(tmp_path, Shape(people=45, n_divisions=2, teams_per_division=2, n_waves=12, has_past=True))

    found = measure(tmp_path)

    assert found.rows > 0
    assert min(found.seconds, found.plain, found.gib) > 0
