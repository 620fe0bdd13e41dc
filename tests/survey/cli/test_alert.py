"""`aloft alert test` from the command line: a line for each channel, and how it exits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from survey.config import Settings
from survey.db import Stores
from survey.mail.mailbox import list_mails
from tests.serving import environment
from tests.survey.company import add_account, add_company

ALOFT = str(Path(sys.executable).parent / "aloft")


def run(settings: Settings, *words: str, **changed: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **environment(settings), **changed}
    return subprocess.run([ALOFT, "alert", "test", *words], env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def settings(sqlite_settings: Settings) -> Settings:
    return sqlite_settings


def test_a_test_mail_reaches_the_ceo(settings: Settings, stores: Stores, tmp_path: Path) -> None:
    add_company(stores)
    add_account(stores, "ceo@meridian.example", "ceo")
    done = run(settings, ALOFT_MAIL_FOLDER=str(tmp_path / "mails"))

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("mail         works  to ceo@meridian.example")
    assert done.stdout.splitlines()[1].startswith("slack        unset")
    assert [one.to for one in list_mails(tmp_path / "mails")] == ["ceo@meridian.example"]


def test_a_channel_that_was_asked_for_and_does_not_work_is_a_failure(settings: Settings, stores: Stores) -> None:
    add_company(stores)
    done = run(settings, "--channel", "slack", ALOFT_ALERT_SLACK_URL="https://127.0.0.1:1/secret")

    assert done.returncode == 1
    assert "ALOFT_HOOKS_MAY_BE_PRIVATE" in done.stdout
    assert "secret" not in done.stdout
