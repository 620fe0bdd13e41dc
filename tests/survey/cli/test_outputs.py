"""All files, or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from survey.cli.outputs import write_all


def failing() -> Iterator[str]:
    yield "half"
    raise RuntimeError("the page cannot be drawn")


def test_files_are_written_whole(tmp_path: Path) -> None:
    write_all({tmp_path / "a": ["one", "\n"], tmp_path / "b": ["zwei – ü\n"]})

    assert (tmp_path / "a").read_text() == "one\n"
    assert (tmp_path / "b").read_text("utf-8") == "zwei – ü\n"
    assert len(list(tmp_path.iterdir())) == 2


def test_where_one_fails_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    with pytest.raises(RuntimeError, match="cannot be drawn"):
        write_all({tmp_path / "a": ["after"], tmp_path / "b": failing()})

    assert (tmp_path / "a").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_gets_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_all({tmp_path / "ours": ["text"]})

    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode
