"""A program: workers as processes of their own, killed at random moments and replaced, then left in peace.

Nothing is opened before the first fork, so that each worker has connections of its own.
"""

import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.jobs.handlers import Details, InTransaction, Steps
from survey.jobs.sending import Sending
from survey.jobs.wiring import utc_now
from survey.jobs.worker import Worker
from survey.mail.letter import Letter
from survey.mail.sending import Receipt
from tests.survey.jobs.effects import EFFECT, note
from tests.survey.jobs.fakes import key_as_subject

WORKERS = 3
LEASE = 1.0
LONGEST_LIFE = 0.25


@dataclass(frozen=True)
class Folder:
    """A mail server that writes a line for each mail it takes."""

    file: Path

    def send(self, letter: Letter) -> Receipt:
        with self.file.open("a") as lines:
            lines.write(f"{letter.subject} {letter.message_id}\n")
        time.sleep(0.005)
        return Receipt(letter.message_id, utc_now())

    def close(self) -> None: ...


def note_slowly(session: Session, details: Details, now: datetime) -> None:
    note(session, details, now)
    time.sleep(0.01)


def note_in_both_stores(stores: Stores, details: Details, _now: datetime) -> None:
    for store in (stores.answers, stores.company):
        name = f"step {details['number']}"
        with store.write() as session:
            session.execute(delete(EFFECT).where(EFFECT.c.name == name))
            session.execute(insert(EFFECT).values(name=name))
        time.sleep(0.005)


def work(mail_file: Path) -> None:
    stores = open_stores(Settings())
    sending = Sending(
        stores.company,
        utc_now,
        render=key_as_subject,
        channel=Folder(mail_file),
        on_refused=lambda *_: None,
        per_hour=10_000,
        lease_seconds=LEASE,
    )
    handlers = {"count": InTransaction(note_slowly), "steps": Steps(note_in_both_stores)}
    Worker(stores, handlers, utc_now, sending=sending, lease_seconds=LEASE).run_until(Event())


def start(mail_file: Path) -> int:
    pid = os.fork()
    if pid == 0:
        work(mail_file)
    return pid


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def main(mail_file: Path, n_kills: int) -> None:
    rng = random.Random(20260101)  # noqa: S311 -- when to kill is no secret
    alive = [start(mail_file) for _ in range(WORKERS)]
    for _ in range(n_kills):
        time.sleep(rng.uniform(0, LONGEST_LIFE))
        kill(alive.pop(rng.randrange(WORKERS)))
        alive.append(start(mail_file))
    sys.stdin.read()  # until the test has seen enough
    for pid in alive:
        kill(pid)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
