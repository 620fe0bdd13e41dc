"""An epoch ends: nothing links two rows of a person any more, and the engine remembers all the same."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from survey.db import Stores
from survey.queries import answers, closings, vault
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.closing.carry_file import from_bytes
from survey.services.linking.epoch_key import key_of
from survey.services.programme import By, pause, resume
from tests.survey.services.programmes import STARTS, Running, start

QUARTERLY_EPOCHS = Plan(rule="monthly", starts_on=STARTS, epoch_months=3)


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores, plan=QUARTERLY_EPOCHS)


def choose(person: int, code: str) -> int:
    return 1 + (person * 7 + len(code)) % 5


def live_through(running: Running, n_waves: int) -> list[WaveFacts]:
    lived = []
    for _ in range(n_waves):
        wave = running.open_next()
        running.answer(wave, choose)
        running.close(wave)
        lived.append(wave)
    return lived


def test_within_an_epoch_a_persons_rows_share_a_pseudonym(running: Running) -> None:
    lived = live_through(running, 2)
    with running.stores.answers.read() as session:
        rows = answers.responses(session, [wave.id for wave in lived])

    assert set(Counter(row.pseudonym for row in rows).values()) == {2}


def test_after_it_each_row_stands_alone(running: Running) -> None:
    lived = live_through(running, 3)
    with running.stores.answers.read() as session:
        rows = answers.responses(session, [wave.id for wave in lived])

    assert lived[-1].is_last_of_epoch
    assert len(rows) == 3 * 40
    assert set(Counter(row.pseudonym for row in rows).values()) == {1}


def test_its_key_is_in_no_file_of_any_store(running: Running, tmp_path: Path) -> None:
    lived = live_through(running, 2)
    key = key_of(running.stores, lived[0].epoch)
    files = [file for file in tmp_path.iterdir() if file.is_file()]
    held = [file.name for file in files if key in file.read_bytes()]
    live_through(running, 1)

    assert held
    assert not [file.name for file in tmp_path.iterdir() if file.is_file() and key in file.read_bytes()]


def test_the_next_epoch_has_a_new_key(running: Running) -> None:
    lived = live_through(running, 4)
    with running.stores.vault.read() as session:
        assert vault.epochs_with_keys(session) == {lived[-1].epoch}


def test_the_engine_remembers_the_waves_of_all_epochs(running: Running) -> None:
    lived = live_through(running, 4)
    with running.stores.company.read() as session:
        kept = closings.carry_before(session, programme=lived[0].programme, epoch_number=3)

    assert kept
    assert from_bytes(kept).asked.tolist() == [True] * 4


def test_rows_are_kept_for_one_more_epoch(running: Running) -> None:
    lived = live_through(running, 6)
    with running.stores.answers.read() as session:
        left = {row.wave for row in answers.responses(session, [wave.id for wave in lived])}

    assert left == {wave.id for wave in lived[3:]}


def test_a_lost_key_ends_the_epoch_at_the_close(running: Running) -> None:
    first = running.open_next()
    with running.stores.vault.write() as session:
        vault.delete_key(session, first.epoch)
    running.close(first)
    second = running.open_next()

    assert not first.is_last_of_epoch
    assert second.epoch != first.epoch


def test_a_wave_that_comes_too_late_for_the_epoch_begins_another(running: Running) -> None:
    (before,) = live_through(running, 1)
    with running.stores.company.write() as session:
        pause(session, by=By(None, running.now))
    running.now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with running.stores.company.write() as session:
        resume(session, by=By(None, running.now))
    after = running.open_next()
    with running.stores.vault.read() as session:
        keys = vault.epochs_with_keys(session)

    assert not before.is_last_of_epoch
    assert after.epoch != before.epoch
    assert keys == {after.epoch}
