"""./run bench: the names of benchmarks, and what is handed on to them."""

import pytest

from benchmarks.__main__ import main


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "got 'nothing'; wanted one of analyse, dashboards, detection, monitor" in capsys.readouterr().err


def test_an_unknown_world_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["detection", "--worlds", "base,nowhere"])

    assert "got 'nowhere'; wanted some of base, " in capsys.readouterr().err
