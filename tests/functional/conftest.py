"""The command `aloft`, as somebody at a terminal says it, in an installation of its own."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from survey.cli import main


class Aloft:
    def __call__(self, *words: str) -> Result:
        before = os.umask(0o022)
        try:
            return CliRunner().invoke(main, words)
        finally:
            os.umask(before)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "instance"
    names = {"DATABASE": "company", "ANSWERS": "answers", "VAULT": "vault"}
    found = {f"ALOFT_{key}_URL": f"sqlite:///{folder}/{name}.db" for key, name in names.items()}
    return {**found, "ALOFT_SECRET_FILE": str(folder / "secret"), "ALOFT_MAIL_FOLDER": str(tmp_path / "mails")}


@pytest.fixture
def aloft(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Aloft:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    return Aloft()
