"""The worker is killed while it closes the last wave of an epoch: another run finishes what it began."""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from survey.config import Settings
from survey.db import Stores
from survey.queries import answers, closings, programme, releases, vault, waves
from survey.queries.waves import WaveFacts
from survey.scheduling.plan import Plan
from survey.services.linking.epoch_key import key_of
from tests.serving import environment
from tests.survey.services.programmes import STARTS, Running, start

CLOSE = """
from datetime import datetime, timedelta
from survey.config import Settings
from survey.db import open_stores
from survey.services.closing.close import close_wave
close_wave(open_stores(Settings()), {wave}, now=datetime.fromisoformat({now!r}))
"""
ROOT = Path(__file__).parents[2]
KILLS = 5


@pytest.fixture
def answered(stores: Stores) -> tuple[Running, WaveFacts]:
    """The second and last wave of an epoch, answered by thirty of forty people."""
    running = start(stores, plan=Plan(rule="monthly", starts_on=STARTS, epoch_months=2))
    for share in (1.0, 0.75):
        wave = running.open_next()
        running.answer(wave, lambda person, _: 1 + person % 5, share=share)
        if share == 1.0:
            running.close(wave)
    assert wave.is_last_of_epoch
    return running, wave


def closing_process(settings: Settings, wave: WaveFacts) -> subprocess.Popen[bytes]:
    program = CLOSE.format(wave=wave.id, now=wave.closes_at.isoformat())
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=environment(settings))


def test_what_was_begun_is_finished_once(
    settings: Settings, stores: Stores, answered: tuple[Running, WaveFacts], tmp_path: Path
) -> None:
    _, wave = answered
    key = key_of(stores, wave.epoch)
    rng = np.random.default_rng(20260101)
    for _ in range(KILLS):
        process = closing_process(settings, wave)
        time.sleep(float(rng.uniform(0.3, 2.5)))
        process.kill()
        process.wait()
    assert closing_process(settings, wave).wait(120) == 0

    assert_closed(stores, wave)
    assert not [file.name for file in tmp_path.iterdir() if file.is_file() and key in file.read_bytes()]


def assert_closed(stores: Stores, wave: WaveFacts) -> None:
    with stores.company.read() as session:
        found = closings.closing(session, wave.id)
        release = releases.of_wave(session, wave.id)
        assert waves.wave(session, wave.id).state == "closed"
        assert programme.epoch_by_id(session, wave.epoch).closed_at
        assert closings.has_carry(session, wave.epoch)
    with stores.answers.read() as session:
        rows = answers.responses(session, [wave.id])
    with stores.vault.read() as session:
        assert not vault.epochs_with_keys(session)

    assert found
    assert (found.n_asked, found.n_answered, len(rows)) == (40, 30, 30)
    assert release
    assert release.version == 1
    assert max(Counter(row.pseudonym for row in rows).values()) == 1
    assert {(row.tenure, row.level) for row in rows} == {(None, None)}
