"""A company from its first command to its first counted wave: set up, asked by mail, answered over HTTP, closed."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import time_machine
from click.testing import CliRunner

from survey.app import create_app
from survey.cli import main
from survey.config import Settings
from survey.db import open_stores
from survey.mail.mailbox import list_mails, read_mail, text_of
from tests.browsing import on_loopback

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
LINK = re.compile(r"https://pulse\.meridian\.example(/pulse/[\w-]{43})\b")
STOP = re.compile(r"https://pulse\.meridian\.example(/reminders/\d+/[\w-]+)\b")
TEAMS = ("Meridian/Delivery/Ingest", "Meridian/Delivery/Integrations", "Meridian/Sales/North")
N_PEOPLE = 30
SETTINGS = ("database_url", "answers_url", "vault_url", "secret_file")


def people_file() -> str:
    rows = [f"P{n},Person {n},person.{n}@meridian.example,{TEAMS[n % 3]},2020-01-06" for n in range(N_PEOPLE)]
    return "\n".join(["id,name,mail,unit,hired_on", *rows])


def aloft(*words: str) -> str:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    return done.stdout


def fetch(address: str, path: str, **fields: str) -> tuple[int, str]:
    """GET, or POST where there are fields; where a form leads elsewhere, what stands there."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    body = urlencode(fields) if fields else None
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
    connection.request("POST" if fields else "GET", path, body, headers)
    response = connection.getresponse()
    text, location = response.read().decode(), response.headers["Location"]
    connection.close()
    return fetch(address, location) if location else (response.status, text)


def mails(folder: Path) -> list[str]:
    return [text_of(read_mail(folder, one.name)) for one in list_mails(folder)]


def found(pattern: re.Pattern[str], texts: list[str]) -> list[str]:
    """What is found in each of these mails."""
    return [match[1] for text in texts if (match := pattern.search(text))]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where mails go; the environment names the stores, and the clock stands on a Monday at noon."""
    for name in SETTINGS:
        monkeypatch.setenv(f"ALOFT_{name.upper()}", str(getattr(settings, name)))
    monkeypatch.setenv("ALOFT_MAIL_FOLDER", str(tmp_path / "mails"))
    monkeypatch.setenv("ALOFT_BASE_URL", "https://pulse.meridian.example")
    (tmp_path / "people.csv").write_text(people_file())
    before = os.umask(0o022)
    with time_machine.travel(MONDAY, tick=False):
        yield tmp_path / "mails"
    os.umask(before)


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The service, after everything was set up and the first wave opened."""
    aloft("init", "--company", "Meridian", "--contact", "hr@meridian.example", "--time-zone", "UTC")
    aloft("people", "import", str(folder.parent / "people.csv"))
    aloft("programme", "create", "--starts-on", "2026-03-02")
    aloft("wave", "open")
    aloft("worker", "--once")
    settings = Settings()
    stores = open_stores(settings)
    with on_loopback(create_app(settings, stores)) as served:
        yield served
    stores.dispose()


def test_a_wave_is_asked_answered_counted_and_over(address: str, folder: Path) -> None:
    links = found(LINK, mails(folder))
    shown = [fetch(address, link) for link in links]
    saved = [fetch(address, link, L1="4", C1="3", E1="5", O1="A visit.") for link in links[:24]]
    fetch(address, f"{links[0]}/withdraw", sent="1")
    while_open = aloft("wave", "list")
    aloft("wave", "close", "--early")
    after = [fetch(address, link) for link in links]
    late = fetch(address, links[-1], L1="1")

    assert len(set(links)) == N_PEOPLE
    assert all(status == 200 and "March pulse" in text for status, text in shown)
    assert all("Saved. Thank you." in text for _, text in saved)
    assert {status for status, _ in after} == {404}
    assert len({text for _, text in after}) == 1
    assert "What was just sent has not been saved." in late[1]
    assert while_open.splitlines()[1].split() == ["1", "2026-03-02", "2026-03-13", "open"]
    assert aloft("wave", "list").splitlines()[1].split() == ["1", "2026-03-02", "2026-03-13", "closed", "30", "23"]


def test_a_reminder_goes_to_the_silent_alone_and_can_be_stopped(address: str, folder: Path) -> None:
    links = found(LINK, mails(folder))
    for link in links[:10]:
        fetch(address, link, L1="4")
    aloft("wave", "remind")
    aloft("worker", "--once")
    reminders = [text for text in mails(folder) if STOP.search(text)]
    told = fetch(address, found(STOP, reminders)[0], stop="1")

    assert set(found(LINK, reminders)) == set(links[10:])
    assert len(mails(folder)) == N_PEOPLE + 20
    assert "No more reminders" in told[1]
