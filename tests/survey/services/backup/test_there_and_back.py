"""A company is backed up and brought back, on the same database or on another, and goes on."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from survey.db import Stores, engine_of, open_stores
from survey.queries import audit as log
from survey.queries import releases, staff, vault, waves, web_sessions
from survey.services.backup import erased
from survey.services.backup.folder import MANIFEST, BadBackup, backups_in, file_of, name_of
from survey.services.backup.making import make_backup
from survey.services.backup.restoring import NotEmpty, restore
from survey.services.people.personal_data import erase
from tests.stores import company_settings
from tests.survey.company import add_account
from tests.survey.services.programmes import Running, start


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code)) % 5


@pytest.fixture
def running(stores: Stores) -> Running:
    """Two waves are closed, and a third is open and half answered."""
    made = start(stores)
    for _ in range(2):
        wave = made.open_next()
        made.answer(wave, choose)
        made.close(wave)
    made.answer(made.open_next(), choose, share=0.5)
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    folder = tmp_path / "empty"
    folder.mkdir()
    opened = open_stores(company_settings(request, folder, database=request.param))
    yield opened
    opened.dispose()


def published(stores: Stores) -> list[str]:
    with stores.company.read() as session:
        return [one.entry_hash.hex() for one in releases.chain(session)]


def test_what_was_published_and_logged_comes_back_and_a_wave_can_follow(
    running: Running, empty: Stores, tmp_path: Path
) -> None:
    made = make_backup(running.stores, tmp_path / "backups", now=running.now)
    with running.stores.company.read() as session:
        logged = [one.entry_hash for one in log.entries(session)]
    done = restore(empty, made.backup, now=running.now)

    assert published(empty) == published(running.stores)
    with empty.company.read() as session:
        assert [one.entry_hash for one in log.entries(session)][: len(logged)] == logged
    assert (done.ended, done.open_waves, done.n_rows) == ([1], [3], made.n_rows)
    assert_goes_on(Running(empty, running.now))


def assert_goes_on(back: Running) -> None:
    """The open wave is closed with what it has, and the next one begins an epoch of its own."""
    with back.stores.company.read() as session:
        third = waves.open_waves(session)[0]
    back.close(third)
    fourth = back.open_next()
    back.answer(fourth, choose)
    back.close(fourth)

    assert fourth.epoch != third.epoch
    assert len(published(back.stores)) == 4


def test_what_was_ended_since_does_not_come_back(running: Running, empty: Stores, tmp_path: Path) -> None:
    browser = bytes(32)
    account = add_account(running.stores, "hr@meridian.example", "hr")
    with running.stores.company.write() as session:
        web_sessions.begin(session, token_hash=browser, account_id=account, now=running.now)
    restore(empty, make_backup(running.stores, tmp_path, now=running.now).backup, now=running.now)

    with empty.company.read() as session:
        assert web_sessions.running_session(session, browser, now=running.now) is None
    with empty.vault.read() as session:
        assert vault.epochs_with_keys(session) == set()


def test_whoever_was_erased_since_is_erased_again(running: Running, empty: Stores, tmp_path: Path) -> None:
    made = make_backup(running.stores, tmp_path / "backups", now=running.now)
    with running.stores.company.read() as session:
        key = next(iter(staff.everybody(session))).key
    later = running.now + timedelta(hours=1)
    erase(running.stores, key, account=None, now=later)
    assert erased.note_if_kept(tmp_path / "backups", key, now=later) == ""
    done = restore(empty, made.backup, now=later)

    with empty.company.read() as session:
        assert key not in {one.key for one in staff.everybody(session)}
    assert done.n_erased == 1


def test_stores_that_hold_something_are_not_written_over(running: Running, tmp_path: Path) -> None:
    made = make_backup(running.stores, tmp_path, now=running.now)

    with pytest.raises(NotEmpty, match="wanted empty stores"):
        restore(running.stores, made.backup, now=running.now)


def test_a_file_that_was_changed_is_refused_before_anything_is_written(
    running: Running, empty: Stores, tmp_path: Path
) -> None:
    made = make_backup(running.stores, tmp_path / "backups", now=running.now)
    engine = engine_of(f"sqlite:///{file_of(made.backup, 'company')}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE company SET name = 'Other'"))
    engine.dispose()

    with pytest.raises(BadBackup, match="not what was written"):
        restore(empty, made.backup, now=running.now)


def test_backups_are_deleted_after_thirty_five_days(running: Running, tmp_path: Path) -> None:
    first = make_backup(running.stores, tmp_path, now=running.now)
    (tmp_path / "aloft-notes").mkdir()
    second = make_backup(running.stores, tmp_path, now=running.now + timedelta(days=34, hours=23))
    third = make_backup(running.stores, tmp_path, now=running.now + timedelta(days=35))

    assert (second.expired, third.expired) == ([], [name_of(running.now)])
    assert backups_in(tmp_path) == [second.backup, third.backup]
    assert not first.backup.exists()
    assert (tmp_path / "aloft-notes").exists()


def test_files_are_for_their_owner_alone(running: Running, tmp_path: Path) -> None:
    backup = make_backup(running.stores, tmp_path, now=running.now).backup

    assert sorted(file.name for file in backup.iterdir()) == ["answers.db", "company.db", "manifest.json"]
    assert {file.stat().st_mode & 0o077 for file in backup.glob("*.db")} == {0}


def test_a_backup_of_a_newer_program_is_refused_before_anything_is_written(
    running: Running, empty: Stores, tmp_path: Path
) -> None:
    made = make_backup(running.stores, tmp_path / "backups", now=running.now)
    manifest = made.backup / MANIFEST
    manifest.write_text(manifest.read_text().replace('"company": "00', '"company": "99', 1))

    with pytest.raises(BadBackup, match="a newer version"):
        restore(empty, made.backup, now=running.now)
