"""Workers are killed in the middle of whatever they do: nothing is lost, nothing takes effect twice."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from survey.config import Settings
from survey.db import Stores
from survey.jobs.wiring import utc_now
from survey.models.company.work import Job, OutboxMail
from tests.survey.jobs.effects import EFFECT, Effects
from tests.survey.queries.work.queue import Queue, jobs, mails

ROOT = Path(__file__).parents[3]
N_JOBS = 200
N_KILLS = 25
PATIENCE = 120.0


@dataclass(frozen=True)
class Aftermath:
    company: Counter[str]
    answers: Counter[str]
    sent: Counter[str]
    states: set[str]


@contextmanager
def massacre(settings: Settings, mail_file: Path) -> Iterator[subprocess.Popen[bytes]]:
    stores = {name: getattr(settings, name) for name in ("database_url", "answers_url", "vault_url")}
    environment = {**os.environ, **{f"ALOFT_{name.upper()}": address for name, address in stores.items()}}
    program = [sys.executable, "-m", "tests.survey.jobs.massacre", str(mail_file), str(N_KILLS)]
    with subprocess.Popen(program, cwd=ROOT, env=environment, stdin=subprocess.PIPE) as running:
        yield running


def lay_out_work(queue: Queue, stores: Stores) -> None:
    EFFECT.create(stores.company.engine)
    EFFECT.create(stores.answers.engine)
    due_at = utc_now()
    queue.put([*jobs(N_JOBS, due_at=due_at), *jobs(40, kind="steps", due_at=due_at), *mails(60, due_at=due_at)])


def wait_until_all_is_done(queue: Queue) -> set[str]:
    end = time.monotonic() + PATIENCE
    while (states := {row.state for table in (Job, OutboxMail) for row in queue.rows(table)}) != {"done"}:
        assert time.monotonic() < end, states
        time.sleep(0.2)
    return states


@pytest.fixture
def aftermath(settings: Settings, stores: Stores, queue: Queue, tmp_path: Path) -> Aftermath:
    mail_file = tmp_path / "sent"
    lay_out_work(queue, stores)
    with massacre(settings, mail_file) as running:
        states = wait_until_all_is_done(queue)
        running.communicate()
    assert running.returncode == 0
    sent = Counter(mail_file.read_text("utf-8").splitlines())
    return Aftermath(Effects(stores.company).count(), Effects(stores.answers).count(), sent, states)


def test_workers_that_are_killed_lose_nothing_and_do_nothing_twice(aftermath: Aftermath) -> None:
    steps = {f"step {number}": 1 for number in range(40)}

    assert aftermath.company == {**{str(number): 1 for number in range(N_JOBS)}, **steps}
    assert aftermath.answers == steps
    assert {line.partition(" <")[0] for line in aftermath.sent} == {f"hello {number}" for number in range(60)}
    # Twice at most where a worker was killed between sending and noting; with the same Message-ID.
    assert len(aftermath.sent) == 60
    assert aftermath.sent.total() <= 60 + N_KILLS
