"""Each thing that can be wrong with a set-up is told in words, with what mends it."""

import shutil
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from survey.config import Settings
from survey.db import Store, Stores, engine_of, open_stores
from survey.schema import downgrade, upgrade
from survey.services.doctor import Finding, Severity, examine
from survey.services.doctor.surroundings import time_zones
from tests.postgres import FAST, newest, running
from tests.survey.company import NOW, add_account, add_company
from tests.survey.services.doctor.sound import sound, told

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 -- what shutil answers


@pytest.fixture
def set_up(stores: Stores) -> None:
    add_company(stores)
    add_account(stores, "ada@meridian.example", "admin", "ceo")


@pytest.mark.usefixtures("set_up")
def test_a_sound_set_up_has_nothing_to_mend(settings: Settings) -> None:
    found = list(examine(sound(settings)))

    assert len(found) == 13
    assert {one.severity for one in found} == {Severity.FINE}
    assert not [one for one in found if one.mend]


@pytest.mark.parametrize(
    ("changed", "severity", "words"),
    [
        ({"secret_file": Path("/no/secret")}, "broken", "/no/secret: got No such file or directory"),
        ({"base_url": "pulse.meridian.example"}, "broken", "would lead nowhere"),
        ({"base_url": "http://pulse.meridian.example"}, "broken", "is without https"),
        ({"base_url": "http://127.0.0.1:8000"}, "warning", "from this machine alone"),
        ({"mail_host": ""}, "warning", "No mail leaves"),
        ({"mail_folder": Path("mails")}, "warning", "reach nobody"),
        ({"mail_security": "none"}, "broken", "in the open"),
        ({"database_url": "mysql://a:b@c/d"}, "broken", "got mysql, which is neither"),
        ({"vault_url": "nonsense"}, "broken", "ALOFT_VAULT_URL holds no address"),
        ({"vault_url": "postgresql://a:hidden@127.0.0.1:1/d"}, "broken", "a:***@127.0.0.1:1/d cannot be reached"),
        ({"answers_url": "sqlite:////no/such/answers.db"}, "broken", "/no/such/answers.db is not there"),
    ],
)
def test_a_setting_that_does_not_do_is_told(
    sqlite_settings: Settings, changed: dict[str, Any], severity: str, words: str
) -> None:
    found = told(sound(sqlite_settings, **changed), Severity(severity))

    assert words in found
    assert "hidden" not in found
    assert not Path("/no/such").exists()


def test_an_empty_store_says_what_is_missing(stores: Stores, settings: Settings) -> None:
    del stores
    good = sound(settings)

    assert "No company is set up. | aloft init --company" in told(good, Severity.BROKEN)
    assert "Nobody is admin. | aloft account add" in told(good, Severity.WARNING)


def test_a_store_without_tables_is_told_and_what_stands_on_it_is_left_out(stores: Stores, settings: Settings) -> None:
    downgrade("company", stores.company)
    found = told(sound(settings), Severity.BROKEN)

    assert "company has no tables. | aloft init" in found
    assert "No company" not in found


def test_what_others_can_read_is_told(sqlite_settings: Settings) -> None:
    good = sound(sqlite_settings)
    good.secret_file.chmod(0o640)
    vault = Path(good.vault_url.removeprefix("sqlite:///"))
    vault.chmod(0o644)
    found = told(good, Severity.BROKEN)

    assert f"chmod 600 {good.secret_file}" in found
    assert f"chmod 600 {vault}" in found


def test_one_file_for_two_stores_is_told(sqlite_settings: Settings) -> None:
    found = told(sound(sqlite_settings, vault_url=sqlite_settings.answers_url), Severity.BROKEN)

    assert "answers and vault are the same database. | give ALOFT_VAULT_URL a database of its own" in found


def test_a_vault_in_the_cluster_of_another_store_is_told(postgres_settings: Settings) -> None:
    near = postgres_settings.database_url.replace("company_", "vault_")

    assert "same cluster as company and answers" in told(sound(postgres_settings, vault_url=near), Severity.WARNING)


def test_a_store_that_takes_nothing_is_told(sqlite_settings: Settings) -> None:
    stores = open_stores(sqlite_settings)
    with stores.answers.write() as session:
        session.execute(
            text("CREATE TRIGGER full BEFORE UPDATE ON alembic_version BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
        )
    stores.dispose()
    found = told(sound(sqlite_settings), Severity.BROKEN)

    assert "cannot be reached or not be written to (disk is full)" in found


@pytest.mark.parametrize(("megabytes", "severity"), [(5, Severity.BROKEN), (100, Severity.WARNING)])
def test_a_disk_that_fills_up_is_told(
    sqlite_settings: Settings, monkeypatch: pytest.MonkeyPatch, megabytes: int, severity: Severity
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, megabytes * 1024**2))

    assert f"has {megabytes} MB left" in told(sound(sqlite_settings), severity)


@pytest.mark.usefixtures("set_up")
def test_a_hand_in_the_log_is_told(stores: Stores, settings: Settings) -> None:
    with stores.company.write() as session:
        session.execute(
            text("INSERT INTO audit_entry VALUES (1, :at, NULL, 'x', '{}', :before, :entry)"),
            {"at": NOW.replace(tzinfo=None), "before": bytes(32), "entry": b"e" * 32},
        )

    assert "entry 1 was changed, left out or put in" in told(sound(settings), Severity.BROKEN)


def test_a_machine_without_time_zones_is_told() -> None:
    assert time_zones("No/Such") == Finding(
        Severity.BROKEN, "Time zones are unknown to this machine: waves would not open on time.", "install tzdata"
    )


def test_a_schema_of_another_version_is_told(stores: Stores, settings: Settings) -> None:
    with stores.answers.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0000'"))

    assert "answers is at version 0000, and this program wants 0002. | back up" in told(
        sound(settings), Severity.BROKEN
    )


def test_a_vault_whose_cluster_archives_is_told(sqlite_settings: Settings) -> None:
    with running(newest(), settings=(*FAST, "archive_mode=on", "archive_command=true")) as cluster:
        vault = Store(engine_of(cluster.create("vault")))
        upgrade("vault", vault)
        vault.engine.dispose()
        found = told(sound(sqlite_settings, vault_url=cluster.address("vault")), Severity.WARNING)

    assert "a destroyed key can be brought back" in found
