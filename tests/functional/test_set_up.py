"""Somebody who sets the service up: init, the first account, doctor, serve."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.functional.terminal import Aloft

FIRST = ("init", "--company", "Meridian", "--contact", "hr@meridian.example", "--time-zone", "Europe/Stockholm")


def test_init_makes_what_only_the_owner_reads(aloft: Aloft, tmp_path: Path) -> None:
    assert aloft(*FIRST).exit_code == 0
    files = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "instance").iterdir()}

    assert files == dict.fromkeys(("secret", "company.db", "answers.db", "vault.db"), 0o600)


def test_init_may_be_said_again_and_keeps_what_is_there(aloft: Aloft, tmp_path: Path) -> None:
    aloft(*FIRST)
    secret = (tmp_path / "instance/secret").read_text()
    again = aloft("init")

    assert (again.exit_code, "stays as it is" in again.stdout) == (0, True)
    assert (tmp_path / "instance/secret").read_text() == secret
    assert "is set up" in aloft("init", "--language", "de").stdout
    assert "The company is Meridian" in aloft("doctor").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("init",), "got no company; wanted --company and --contact, the first time"),
        ((*FIRST, "--language", "xx"), "--language: got 'xx'; wanted one of en, de, fr, es"),
        ((*FIRST, "--time-zone", "Stockholm"), "--time-zone: got 'Stockholm'; wanted a name such as Europe/Stockholm"),
        (("init", "--company", " ", "--contact", "x"), "--company: got ' '; wanted a name of 1 to 200 characters"),
        (("init", "--company", "x", "--contact", ""), "--contact: got ''; wanted whom people may ask"),
    ],
)
def test_what_init_cannot_use_ends_with_two_and_a_reason(aloft: Aloft, words: tuple[str, ...], told: str) -> None:
    done = aloft(*words)

    assert done.exit_code == 2
    assert told in done.stderr


def test_an_account_is_opened_changed_closed_and_opened_again(aloft: Aloft) -> None:
    aloft(*FIRST)
    said = [
        aloft("account", "add", "Ada@Meridian.example", "--role", "admin"),
        aloft("account", "role", "ada@meridian.example", "hr"),
        aloft("account", "role", "ada@meridian.example", "hr"),
        aloft("account", "role", "ada@meridian.example", "admin", "--take"),
        aloft("account", "close", "ada@meridian.example"),
    ]

    assert [one.exit_code for one in said] == [0] * 5
    assert [one.stdout.split(".")[-2].split()[-1] for one in said[1:4]] == ["now", "before", "now"]
    assert aloft("account", "list").stdout == "1  ada@meridian.example  hr  (closed)\n"
    aloft("account", "add", "ada@meridian.example", "--role", "council")
    assert aloft("account", "list").stdout == "1  ada@meridian.example  hr, council\n"
    assert "to entry 9 with the mark" in aloft("doctor").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "ada", "--role", "hr"), "'ada': wanted an address such as name@company.com"),
        (("add", "a@b.example", "--role", "leader"), "got leader without --unit; wanted --unit for leaders alone"),
        (("add", "a@b.example", "--role", "hr", "--unit", "Sales"), "got hr with --unit; wanted --unit for leaders"),
        (("add", "a@b.example", "--role", "leader", "--unit", "Sales"), "--unit: got 'Sales'; wanted the path"),
        (("close", "a@b.example"), "a@b.example: got an address without an account"),
        (("add", "a@b.example", "--role", "boss"), "'boss' is not one of 'admin', 'hr', 'ceo'"),
    ],
)
def test_what_an_account_cannot_be_ends_with_two(aloft: Aloft, words: tuple[str, ...], told: str) -> None:
    aloft(*FIRST)
    done = aloft("account", *words)

    assert done.exit_code == 2
    assert told in done.stderr


def test_doctor_ends_with_one_where_something_is_broken(aloft: Aloft) -> None:
    before = aloft("doctor")
    aloft(*FIRST)
    after = aloft("doctor")

    assert (before.exit_code, after.exit_code) == (1, 0)
    assert "company.db is not there.\n         To mend it: aloft init" in before.stdout
    assert "Nobody is admin.\n         To mend it: aloft account add ADDRESS --role admin." in after.stdout


def test_commands_before_init_say_what_is_missing(aloft: Aloft) -> None:
    done = aloft("account", "list")

    assert done.exit_code == 2
    assert "`aloft init` makes what is missing" in done.stderr


def test_a_port_that_is_taken_is_told(aloft: Aloft) -> None:
    aloft(*FIRST)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = aloft("serve", "--port", str(port))

    assert done.exit_code == 1
    assert f"127.0.0.1:{port}: got Address already in use; wanted a free port" in done.stderr


def test_serve_answers_until_it_is_told_to_end(aloft: Aloft, environment: dict[str, str]) -> None:
    aloft(*FIRST)
    command = [str(Path(sys.executable).parent / "aloft"), "serve", "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env={**os.environ, **environment}, text=True, **pipes) as served:
        assert served.stdout
        address = served.stdout.readline().split()[2].rstrip(".")
        with urlopen(f"{address}healthz") as answer:  # noqa: S310 -- the address of the server above
            assert answer.read() == b"ok\n"
        with urlopen(address) as answer:  # noqa: S310 -- the same
            assert "Meridian" in answer.read().decode()
        served.send_signal(signal.SIGINT)
        _, complaint = served.communicate(timeout=30)

    assert (served.returncode, complaint) == (0, "")


def test_a_report_that_is_none_is_told_and_is_no_failure(aloft: Aloft, tmp_path: Path) -> None:
    aloft(*FIRST)
    (tmp_path / "report.eml").write_bytes(b"not a report")
    done = aloft("bounce", str(tmp_path / "report.eml"))

    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing to note" in done.stderr
