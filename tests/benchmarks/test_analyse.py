"""The benchmark of `aloft analyse`: its table, and the file it makes."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.analyse import Cost, report, write_answers
from survey.importing.outside import read_survey


def costs(whole: float) -> dict[str, Cost]:
    return {"a tenth": Cost(4, 1), "polars": Cost(5, 1), "whole": Cost(whole, 2)}


def test_targets_that_are_met_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(costs(20))
    assert capsys.readouterr().out.count("  met") == 3


def test_a_missed_target_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert not report(costs(40))
    assert capsys.readouterr().out.count("MISSED") == 1


def test_its_file_is_a_survey(tmp_path: Path) -> None:
    write_answers(tmp_path / "made.csv", 50, np.random.default_rng(20260101))
    found = read_survey([tmp_path / "made.csv"])

    assert (found.n_rows, found.n_persons, len(found.waves), len(found.item_names)) == (5000, 50, 10, 10)
