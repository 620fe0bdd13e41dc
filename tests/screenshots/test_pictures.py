"""One picture is taken of the smallest company; what is wrong with a page is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.browsing import chromium
from tests.screenshots.__main__ import main
from tests.screenshots.camera import photograph, write_index
from tests.screenshots.scenes import EDGES, scenes

EMPTY = next(scene for scene in scenes() if scene.name == "no-wave")


def test_every_screen_and_paper_is_pictured_and_listed(tmp_path: Path) -> None:
    with chromium() as browser:
        taken = list(photograph(browser, replace(EMPTY, sizes=EDGES[:1]), tmp_path))
    write_index(tmp_path, taken)

    wanted = [f"no-wave_overview_{look}.png" for look in ("360_light", "360_dark", "paper")]
    assert [one.name for one in taken] == wanted
    assert all(
        (tmp_path / name).stat().st_size > 1000 and not one.faults for name, one in zip(wanted, taken, strict=True)
    )
    assert (tmp_path / "index.html").read_text().count("<img") == 3


def test_a_scene_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "nowhere"]) == 2
    assert "got nowhere; wanted scenes of meridian," in capsys.readouterr().err
