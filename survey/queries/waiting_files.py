"""People files that wait for their import, one for each account."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account
from survey.models.company.waiting import WaitingFile

LONGEST = timedelta(hours=1)
"""Time to read a dry run and ask somebody about it. The file may say more of people than the import will read."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file, how it is to be read, since when it waits; `columns` are ours = theirs, None for those of last time."""

    name: str
    content: bytes = field(repr=False)
    is_full: bool
    columns: Mapping[str, str] | None
    received_at: datetime


def put(session: Session, account: int, file: Waiting) -> None:
    """In place of the file that waited before; of two at once (a second click) the later one waits."""
    session.execute(select(Account.id).where(Account.id == account).with_for_update())
    forget(session, account)
    session.execute(
        insert(WaitingFile).values(
            account_id=account,
            name=file.name,
            content=file.content,
            is_full=file.is_full,
            columns=file.columns,
            received_at=file.received_at,
        )
    )


def waiting(session: Session, account: int, *, now: datetime) -> Waiting | None:
    table = WaitingFile
    row = session.execute(
        select(table.name, table.content, table.is_full, table.columns, table.received_at).where(*_of(account, now))
    ).one_or_none()
    return None if row is None else Waiting(*row)


def name_of_waiting(session: Session, account: int, *, now: datetime) -> str | None:
    """Without reading the file."""
    return session.scalar(select(WaitingFile.name).where(*_of(account, now)))


def set_columns(session: Session, account: int, columns: Mapping[str, str]) -> None:
    session.execute(update(WaitingFile).where(WaitingFile.account_id == account).values(columns=dict(columns)))


def forget(session: Session, account: int) -> None:
    session.execute(delete(WaitingFile).where(WaitingFile.account_id == account))


def forget_old(session: Session, *, now: datetime) -> None:
    session.execute(delete(WaitingFile).where(WaitingFile.received_at <= now - LONGEST))


def _of(account: int, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return WaitingFile.account_id == account, WaitingFile.received_at > now - LONGEST
