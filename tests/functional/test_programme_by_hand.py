"""Somebody who runs a programme from the command line: people in, waves by hand, and what goes wrong on the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.functional.terminal import Aloft

FIRST = ("init", "--company", "Meridian", "--contact", "hr@meridian.example")
TODAY = datetime.now(UTC).date()


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    teams = ("North", "South")
    rows = [f"p{n},Person {n},p{n}@meridian.example,Meridian/Sales/{teams[n % 2]}" for n in range(24)]
    file.write_text("\n".join(["id,name,mail,unit", *rows]), "utf-8")
    return file


@pytest.fixture
def started(aloft: Aloft, people: Path) -> Aloft:
    """A programme whose first wave could open today."""
    for words in (FIRST, ("people", "import", str(people)), ("programme", "create", "--starts-on", str(TODAY))):
        done = aloft(*words)
        assert done.exit_code == 0, done.stderr
    return aloft


def test_a_dry_run_writes_nothing_and_the_import_says_what_it_did(aloft: Aloft, people: Path) -> None:
    aloft(*FIRST)
    dry = aloft("people", "import", str(people), "--dry-run")
    done = aloft("people", "import", str(people))
    again = aloft("people", "import", str(people), "--dry-run")

    assert "24 join" in dry.stdout
    assert "Nothing was written: a dry run." in dry.stdout
    assert "24 join" in done.stdout
    assert "Written." in done.stdout
    assert "24 join" not in again.stdout


def test_a_column_without_its_name_in_the_file_is_refused(aloft: Aloft, people: Path) -> None:
    aloft(*FIRST)
    done = aloft("people", "import", str(people), "--column", "mail")

    assert done.exit_code == 2
    assert "got 'mail'; wanted OURS=THEIRS, such as mail=E-mail" in done.stderr


def test_a_wave_is_opened_reminded_and_closed_by_hand(started: Aloft) -> None:
    said = [
        started("wave", "open", "--early"),
        started("wave", "remind"),
        started("wave", "close"),
        started("wave", "close", "--early"),
    ]

    assert [one.exit_code for one in said] == [0, 0, 2, 0]
    assert said[0].stdout.startswith("Wave 1 is open, until the end of ")
    assert said[1].stdout.startswith("24 reminders are laid out")
    assert "wait, or close it --early" in said[2].stderr
    assert started("wave", "list").stdout.splitlines()[1].split()[3:] == ["closed", "24", "0"]


def test_a_wave_that_comes_too_soon_after_the_one_before_stays_where_it_is(started: Aloft) -> None:
    started("wave", "open", "--early")
    started("wave", "close", "--early")
    said = [started("wave", "open", "--early"), started("wave", "open")]

    assert "that is the earliest possible" in said[0].stderr
    # What was refused has left no trace: the wave opens on the day it had.
    assert "wave 2 opens on" in said[1].stderr
    assert str(TODAY + timedelta(days=7)) not in said[1].stderr


def test_a_programme_pauses_goes_on_and_ends(started: Aloft) -> None:
    for words in (("pause",), ("resume",), ("threshold", "8"), ("end",)):
        assert started("programme", *words).exit_code == 0, words
    after = started("wave", "open", "--early")

    assert after.exit_code == 2
    assert "no programme runs: `aloft programme create` begins one" in after.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("programme", "create", "--starts-on", str(TODAY)), "a programme runs already"),
        (("programme", "threshold", "5"), "got k = 5; wanted more than 5: it is raised, never lowered"),
        (("programme", "shift", "--wave", "1", "--days", "-400"), "wave 1 would open in the past"),
        (("programme", "resume"), "no programme is paused"),
        (("wave", "close"), "no wave is open"),
        (("people", "erase", "nobody", "--yes"), "nobody"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_reason(started: Aloft, words: tuple[str, ...], told: str) -> None:
    done = started(*words)

    assert done.exit_code == 2
    assert told in done.stderr


def test_a_programme_without_people_is_refused(aloft: Aloft) -> None:
    aloft(*FIRST)
    done = aloft("programme", "create", "--starts-on", str(TODAY + timedelta(days=7)))

    assert done.exit_code == 2
    assert "wanted 10: import them first" in done.stderr


def test_a_questionnaire_that_cannot_be_asked_is_refused_with_its_place(started: Aloft, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text("\ufeffcode = 7\n", "utf-8")
    done = started("programme", "create", "--starts-on", str(TODAY), "--questionnaire", str(file))

    assert done.exit_code == 2
    assert f"{file}:1: got " in done.stderr
