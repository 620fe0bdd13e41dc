"""What lies in the folder of backups, and for how long."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from survey.db import Stores
from survey.services.backup.erased import FILE, erased_since, note
from survey.services.backup.folder import UNFINISHED, BadBackup, name_of
from survey.services.backup.making import make_backup
from tests.survey.company import add_company

NOW = datetime(2026, 11, 28, 2, tzinfo=UTC)


def test_a_folder_that_takes_nothing_is_told(stores: Stores, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(BadBackup, match="this backup is not finished, and older ones are as they were"):
        make_backup(stores, tmp_path / "file", now=NOW)


def test_whoever_was_erased_is_noted_as_long_as_backups_are_kept(stores: Stores, tmp_path: Path) -> None:
    add_company(stores)
    note(tmp_path, "p1", now=NOW - timedelta(days=35))
    note(tmp_path, "p2", now=NOW - timedelta(days=34))
    before = erased_since(tmp_path, NOW - timedelta(days=90))
    make_backup(stores, tmp_path, now=NOW)

    assert before == ["p1", "p2"]
    assert "p1" not in (tmp_path / FILE).read_text()
    assert erased_since(tmp_path, NOW - timedelta(days=90)) == ["p2"]


def test_what_was_broken_off_goes_and_what_is_being_written_stays(stores: Stores, tmp_path: Path) -> None:
    add_company(stores)
    at_work, broken_off = (
        tmp_path / (name_of(NOW - age) + UNFINISHED) for age in (timedelta(minutes=5), timedelta(days=2))
    )
    at_work.mkdir()
    broken_off.mkdir()
    make_backup(stores, tmp_path, now=NOW)

    assert (at_work.exists(), broken_off.exists()) == (True, False)
