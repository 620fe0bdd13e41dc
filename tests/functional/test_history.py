"""Somebody who comes from another tool: `aloft history import`."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from survey.config import Settings
from survey.db import open_stores
from survey.models.company.people import Unit
from survey.queries import releases
from tests.functional.terminal import Aloft
from tests.functional.test_set_up import FIRST
from tests.survey.services.history.files import TEAMS, cells, write

QUARTERS = [f"{year}-Q{quarter}" for year in (2022, 2023) for quarter in (1, 2, 3, 4)]


@pytest.fixture
def company(aloft: Aloft) -> Aloft:
    """A company of two divisions of two teams."""
    aloft(*FIRST)
    stores = open_stores(Settings())
    with stores.company.write() as session:
        paths = [(), ("Division 1",), ("Division 2",), *(tuple(team.split("/")) for team in TEAMS)]
        known: dict[tuple[str, ...], int] = {}
        for number, path in enumerate(paths, start=1):
            known[path] = number
            name, above = (path[-1], known[path[:-1]]) if path else ("Meridian", None)
            session.add(Unit(id=number, parent_id=above, name=name, added_on=date(2020, 1, 6)))
            session.flush()
    stores.dispose()
    return aloft


def run(aloft: Aloft, file: Path, *words: str) -> Result:
    return aloft("history", "import", str(file), "--map", str(file.parent / "map.toml"), *words)


def n_releases() -> int:
    stores = open_stores(Settings())
    with stores.company.read() as session:
        found = len(releases.chain(session))
    stores.dispose()
    return found


def test_a_dry_run_says_what_would_be_published_and_writes_nothing(company: Aloft, tmp_path: Path) -> None:
    done = run(company, write(tmp_path, cells(QUARTERS)), "--dry-run")

    assert done.exit_code == 0
    assert "8 waves, 2022-01-01 to 2023-10-01, 96 rows: learning, equal_say." in done.stdout
    assert "“Acme”, the top of the file, is taken as Meridian." in done.stdout
    assert "2022-Q1  2022-01-01  14 numbers, 36 people  proved" in done.stdout
    assert done.stdout.endswith("Nothing was written: a dry run.\n")
    assert n_releases() == 0


def test_an_import_writes_a_release_for_each_wave(company: Aloft, tmp_path: Path) -> None:
    assert run(company, write(tmp_path, cells(QUARTERS))).stdout.endswith("Written.\n")
    assert n_releases() == 8


def test_what_was_already_over_is_named_and_alerts_nobody(company: Aloft, tmp_path: Path) -> None:
    rows = [
        (wave, unit, item, mean - (1.5 if unit.startswith("Division 1") and wave >= "2023" else 0), 200)
        for wave, unit, item, mean, _ in cells(QUARTERS)
    ]
    done = run(company, write(tmp_path, rows))

    assert "The history holds these changes, of which nobody is alerted:" in done.stdout
    assert "Meridian/Division 1, " in done.stdout


def test_excel_s_semicolons_commas_and_byte_order_mark_are_read(company: Aloft, tmp_path: Path) -> None:
    file = write(tmp_path, cells(QUARTERS))
    german = file.read_text(encoding="utf-8").replace(",", ";").replace(".", ",").replace("Team 1,", "Team 1.")
    file.write_text(german.replace("Team 2,", "Team 2."), encoding="utf-8-sig")

    assert "8 waves" in run(company, file, "--dry-run").stdout


def test_a_wave_without_n_is_told_beside_others_that_have_it(company: Aloft, tmp_path: Path) -> None:
    rows = [*cells(QUARTERS[:1], ["Division 1", "Division 2", ""], n=""), *cells(QUARTERS[1:])]
    done = run(company, write(tmp_path, rows))

    assert "2022-Q1  2022-01-01  6 numbers  not proved: the file does not say how many answered" in done.stdout
    assert "2022-Q2  2022-04-01  14 numbers, 36 people  proved" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Division", "Department", "wanted names such as Division 1, Division 2"),
        ("Team 1.1,Q2", "Team 1.1,Q1", "history.csv:3: got a second row for unit"),
        (",9\n", ",-9\n", "got -9 as n; wanted 0 or more"),
        (",9\n", ",1\n", "got no group of 5 people or more in a unit that the company has"),
        ("2022-Q1", "first", "got a label that is no date; wanted --ends YYYY-MM-DD"),
        ("2022-Q1", "2099-Q1", "got the day 2099-01-01; wanted one before"),
        ("wave,unit", "wave,team", "wanted a column 'unit'"),
    ],
)
def test_what_cannot_be_used_ends_with_two_and_nothing_written(
    company: Aloft, tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = write(tmp_path, cells(QUARTERS[:1]))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = run(company, file)

    assert done.exit_code == 2
    assert told in done.stderr
    assert n_releases() == 0


def test_a_file_without_rows_is_refused(company: Aloft, tmp_path: Path) -> None:
    done = run(company, write(tmp_path, ()))

    assert done.exit_code == 2
    assert "got a header without rows; wanted rows below it" in done.stderr


def test_scales_that_are_no_principles_are_refused_by_name(company: Aloft, tmp_path: Path) -> None:
    file = write(tmp_path, cells(QUARTERS))
    (tmp_path / "map.toml").write_text('[scales.engagement]\nitems = ["Q1"]\n', encoding="utf-8")
    done = run(company, file)

    assert done.exit_code == 2
    assert (
        "scale 'engagement': got a scale that is no principle; wanted learning, customer_truth or equal_say"
        in done.stderr
    )


def test_a_second_import_says_how_it_was_noticed(company: Aloft, tmp_path: Path) -> None:
    file = write(tmp_path, cells(QUARTERS))
    run(company, file)
    again = run(company, file.rename(tmp_path / "renamed.csv"))

    assert again.exit_code == 2
    assert "got the same content (SHA-256) after the import of" in again.stderr
