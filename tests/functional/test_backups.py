"""Somebody who backs the service up, loses it, and brings it back."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from survey.services.backup.folder import backups_in, name_of
from tests.functional.terminal import Aloft

FIRST = ("init", "--company", "Meridian", "--contact", "hr@meridian.example", "--time-zone", "Europe/Stockholm")


def test_a_company_is_lost_and_brought_back(aloft: Aloft, tmp_path: Path) -> None:
    aloft(*FIRST)
    aloft("account", "add", "ada@meridian.example", "--role", "hr")
    made = aloft("backup", "--folder", str(tmp_path / "backups"))
    shutil.rmtree(tmp_path / "instance")
    back = aloft("restore", "--folder", str(tmp_path / "backups"), "--yes")

    assert "The vault is not in it" in made.stdout
    assert back.exit_code == 0, back.stderr
    assert "rows of" in back.stdout
    assert "ada@meridian.example" in aloft("account", "list").stdout


def test_nothing_is_written_over(aloft: Aloft, tmp_path: Path) -> None:
    aloft(*FIRST)
    aloft("backup", "--folder", str(tmp_path))
    refused = aloft("restore", "--folder", str(tmp_path), "--yes")

    assert (refused.exit_code, "the company store holds something" in refused.stderr) == (2, True)


def test_without_a_folder_it_says_what_is_wanted(aloft: Aloft) -> None:
    aloft(*FIRST)
    refused = aloft("backup")

    assert refused.exit_code == 2
    assert "wanted --folder or ALOFT_BACKUP_FOLDER" in refused.stderr


def test_the_doctor_knows_how_old_the_newest_backup_is(
    aloft: Aloft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloft(*FIRST)
    without = aloft("doctor").stdout
    aloft("backup", "--folder", str(tmp_path / "backups"))
    made = backups_in(tmp_path / "backups")[0]
    monkeypatch.setenv("ALOFT_BACKUP_FOLDER", str(tmp_path / "backups"))
    fresh = aloft("doctor").stdout
    made.rename(made.with_name(name_of(datetime.now(UTC) - timedelta(days=9))))
    old = aloft("doctor").stdout

    assert "No folder for backups is set." in without
    assert "fine     The newest backup is of" in fresh
    assert "aloft backup, every night" in old
