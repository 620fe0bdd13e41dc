"""A chosen file waits for the one who chose it, while they read what it would do."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import waiting_files, work
from survey.queries.waiting_files import LONGEST, Waiting
from survey.queries.work import NewJob
from survey.services.people.importing import Load

KIND = "forget_file"
LONGEST_NAME = 200


def keep_file(session: Session, load: Load, *, account: int, now: datetime) -> None:
    """Let the file wait, an hour at most, also if nobody comes back for it: then a job takes it away."""
    waiting_files.forget_old(session, now=now)
    name = load.name[-LONGEST_NAME:]
    waiting_files.put(session, account, Waiting(name, load.content, load.is_full, load.mapping, now))
    work.put(session, [NewJob(f"{KIND}:{account}:{now.isoformat()}", KIND, now + LONGEST)])


def kept_file(session: Session, *, account: int, now: datetime) -> Load | None:
    """The file that waits for this account."""
    file = waiting_files.waiting(session, account, now=now)
    return None if file is None else load_of(file)


def load_of(file: Waiting) -> Load:
    return Load(content=file.content, name=file.name, is_full=file.is_full, mapping=file.columns)


def say_columns(session: Session, columns: Mapping[str, str], *, account: int) -> None:
    """What the file that waits calls its columns, ours = theirs. It is kept for the next file when this is applied."""
    waiting_files.set_columns(session, account, columns)


def discard(session: Session, *, account: int) -> None:
    waiting_files.forget(session, account)


def forget_old(session: Session, *, now: datetime) -> None:
    waiting_files.forget_old(session, now=now)
