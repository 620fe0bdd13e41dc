"""The first run on a machine says why it takes long; later ones say nothing."""

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from survey.cli import first_run


@pytest.mark.parametrize(("compiled", "lines"), [(False, 1), (True, 0)])
def test_it_speaks_only_while_nothing_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, compiled: bool, lines: int
) -> None:
    (tmp_path / "__pycache__").mkdir()
    if compiled:
        (tmp_path / "__pycache__" / "judge._judge-84.py311.nbi").touch()
    spec = ModuleSpec("analysis.drift", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(first_run, "find_spec", lambda _: spec)

    first_run.announce_first_run()

    assert capsys.readouterr().err.count("compiles the engine") == lines
