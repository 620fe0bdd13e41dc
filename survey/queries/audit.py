"""The audit log as it lies in the company store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from survey.models.company.audit import AuditEntry

LOCK = 0x616C6F6674
"""The advisory lock of whoever appends, on PostgreSQL. On SQLite a writer is alone from its first word."""

COLUMNS = tuple(AuditEntry.__table__.columns)
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    number: int
    at: datetime
    account_id: int | None
    action: str
    details: dict[str, Any]
    previous_hash: bytes
    entry_hash: bytes


def wait_for_turn(session: Session) -> None:
    """Let nobody else append until this transaction ends."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(LOCK)))


def last_entry(session: Session) -> Entry | None:
    return next(iter(newest(session, limit=1)), None)


def append(session: Session, entry: Entry) -> None:
    session.add(
        AuditEntry(
            number=entry.number,
            at=entry.at,
            account_id=entry.account_id,
            action=entry.action,
            details=entry.details,
            previous_hash=entry.previous_hash,
            entry_hash=entry.entry_hash,
        )
    )
    session.flush()


def n_entries(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AuditEntry)) or 0


def newest(session: Session, *, limit: int, offset: int = 0) -> tuple[Entry, ...]:
    found = session.execute(select(*COLUMNS).order_by(AuditEntry.number.desc()).limit(limit).offset(offset))
    return tuple(Entry(*row) for row in found)


def entries(session: Session) -> Iterator[Entry]:
    """All lines in their order, a thousand in memory at a time."""
    last = None
    while True:
        beyond = AuditEntry.number > last if last is not None else true()
        found = session.execute(select(*COLUMNS).where(beyond).order_by(AuditEntry.number).limit(AT_ONCE)).all()
        yield from (Entry(*row) for row in found)
        if len(found) < AT_ONCE:
            return
        last = found[-1].number


def last_of(session: Session, action: str) -> Entry | None:
    """The newest entry about this action."""
    row = session.execute(
        select(*COLUMNS).where(AuditEntry.action == action).order_by(AuditEntry.number.desc()).limit(1)
    ).one_or_none()
    return None if row is None else Entry(*row)
