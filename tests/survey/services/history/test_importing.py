"""A history becomes releases and the engine's memory, on both databases."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.importing.faults import UnreadableSurvey
from survey.queries import audit, closings, history, releases
from survey.queries.releases import ReleaseFacts, Row
from survey.scheduling.plan import Plan
from survey.services.audit import Action
from survey.services.closing.carry_file import from_bytes
from survey.services.release.chain import check_chain
from tests.survey.services.history.files import MONTHS, NOW, TEAMS, cells, founded, imported, planned, write
from tests.survey.services.programmes import STARTS, Running, start

COMPANY, FIRST_DIVISION, FIRST_TEAM = 1, 2, 3


@pytest.fixture
def company(stores: Stores) -> Stores:
    founded(stores)
    return stores


def published(stores: Stores) -> list[tuple[ReleaseFacts, list[Row]]]:
    with stores.company.read() as session:
        return [(facts, releases.rows(session, facts.number)) for facts in releases.chain(session)]


def test_every_wave_becomes_a_release_that_is_marked(company: Stores, tmp_path: Path) -> None:
    imported(company, write(tmp_path, cells()))
    found = published(company)

    assert [facts.label for facts, _ in found] == list(MONTHS)
    assert {facts.kind for facts, _ in found} == {"imported"}
    assert {facts.certificate["verdict"] for facts, _ in found} == {"proved"}


def test_what_is_counted_below_is_told_of_divisions_and_the_company(company: Stores, tmp_path: Path) -> None:
    imported(company, write(tmp_path, cells(MONTHS[:1])))
    ((facts, rows),) = published(company)
    people = {row.unit_id: row.people for row in rows if row.measure == "learning"}

    assert (people[COMPANY], people[FIRST_DIVISION], people[FIRST_TEAM]) == (36, 18, 9)
    assert facts.n_answered == 36
    assert {row.measure for row in rows} == {"learning", "equal_say"}


def test_every_wave_has_levels_of_what_it_shows(company: Stores, tmp_path: Path) -> None:
    imported(company, write(tmp_path, cells()))
    with company.company.read() as session:
        numbers = [facts.number for facts in releases.chain(session)]
        levels = releases.levels(session, numbers[-1])
        shown = {(row.unit_id, row.measure) for row in releases.rows(session, numbers[-1]) if row.points is not None}

    assert {(one.unit_id, one.principle) for one in levels} == shown
    assert all(one.low < one.level < one.high and one.since is None for one in levels)


def test_cells_of_two_people_publish_less_and_never_fail(company: Stores, tmp_path: Path) -> None:
    rows = [*cells(MONTHS[:2], TEAMS[1:]), *cells(MONTHS[:2], TEAMS[:1], n=2)]
    plan = imported(company, write(tmp_path, rows))
    shown = {row.unit_id for _, found in published(company) for row in found}

    assert FIRST_TEAM not in shown
    assert FIRST_TEAM + 1 not in shown
    assert {COMPANY, FIRST_DIVISION} <= shown
    assert sum(one.n_small for one in plan.shown) == 2 * 2


def test_without_n_teams_are_not_shown_and_nothing_is_called_proved(company: Stores, tmp_path: Path) -> None:
    rows = [*cells(MONTHS[:1], [*TEAMS, "Division 1", "Division 2", ""], n="")]
    imported(company, write(tmp_path, rows))
    ((facts, found),) = published(company)

    assert {row.unit_id for row in found} == {1, 2, 5}
    assert {row.people for row in found} == {None}
    assert facts.certificate["verdict"] == "not proved"
    assert facts.certificate["reason"] == "the file does not say how many answered"


def test_the_chain_holds_and_the_log_tells_of_it(company: Stores, tmp_path: Path) -> None:
    imported(company, write(tmp_path, cells()))

    with company.company.read() as session:
        assert check_chain(session) is None
        last = audit.last_entry(session)
    assert last
    assert (last.action, last.details["waves"]) == (Action.HISTORY_IMPORTED, 12)


def test_a_plan_alone_writes_nothing(company: Stores, tmp_path: Path) -> None:
    planned(company, write(tmp_path, cells()))

    assert not published(company)
    with company.company.read() as session:
        assert history.history(session) is None


@pytest.mark.parametrize(("name", "said"), [("history.csv", "the same content"), ("other.csv", "other files")])
def test_a_history_is_imported_once(company: Stores, tmp_path: Path, name: str, said: str) -> None:
    imported(company, write(tmp_path, cells()))
    rows = cells() if name == "history.csv" else cells(mean=3.5)

    with pytest.raises(NotPossible, match=said):
        planned(company, write(tmp_path, rows, name=name))


def choose(person: int, code: str) -> int:
    return 1 + (person + len(code)) % 5


def closed(running: Running) -> Running:
    wave = running.open_next()
    running.answer(wave, choose)
    running.close(wave)
    return running


def test_the_first_wave_is_judged_with_the_history_behind_it(stores: Stores, tmp_path: Path) -> None:
    running = start(stores, plan=Plan(rule="monthly", starts_on=STARTS, epoch_months=1))
    imported(stores, write(tmp_path, cells()))
    closed(running)

    with stores.company.read() as session:
        kept = closings.carry_before(session, programme=1, epoch_number=2)
    assert kept
    assert from_bytes(kept).asked.tolist() == [True] * 13


def test_after_a_closed_wave_history_is_refused(stores: Stores, tmp_path: Path) -> None:
    closed(start(stores))

    with pytest.raises(NotPossible, match="after wave 1 was closed"):
        planned(stores, write(tmp_path, cells()))


def test_a_history_ends_before_the_programme_begins(stores: Stores, tmp_path: Path) -> None:
    start(stores)

    with pytest.raises(UnreadableSurvey, match=r"wave '2026-02': got the day 2026-02-01; wanted one before 2026-01-05"):
        planned(stores, write(tmp_path, cells(["2025-12", "2026-02"])), now=datetime(2026, 3, 1, tzinfo=UTC))


def test_a_wave_of_the_future_is_refused(company: Stores, tmp_path: Path) -> None:
    with pytest.raises(UnreadableSurvey, match=r"wave '2031-05': got the day 2031-05-01"):
        planned(company, write(tmp_path, cells(["2025-12", "2031-05"])))


def test_labels_that_are_no_dates_need_the_day_of_the_last(company: Stores, tmp_path: Path) -> None:
    file = write(tmp_path, cells(["spring", "autumn"]))
    (tmp_path / "map.toml").write_text((tmp_path / "map.toml").read_text() + "[waves]\nper_year = 2\n")

    with pytest.raises(UnreadableSurvey, match="wanted --ends YYYY-MM-DD"):
        planned(company, file)
    assert [str(day) for day in planned(company, file, ends=NOW.replace(year=2025)).days] == [
        "2024-07-05",
        "2025-01-04",
    ]
