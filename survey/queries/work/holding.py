"""What the worker that claimed a row last may do with it; for any other, nothing happens and the answer is False."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from survey.queries.work.rows import Claimed

FAULT_LENGTH = 500


def holds(session: Session, claimed: Claimed) -> bool:
    """Whether it is still this worker's; on PostgreSQL nobody else takes it until this transaction is over."""
    return session.scalar(select(claimed.table.id).where(*_same(claimed)).with_for_update()) is not None


def renew(session: Session, claimed: Claimed, *, now: datetime, lease_seconds: float) -> bool:
    return _change(session, claimed, leased_until=now + timedelta(seconds=lease_seconds))


def finish(session: Session, claimed: Claimed, *, now: datetime) -> bool:
    """Note that it is done, to the minute.

    Tries and times of a mail are forgotten: they would tell a mail that left from one that was no longer needed, that
    is, who had answered when.
    """
    minute = now.replace(second=0, microsecond=0)
    return _change(
        session,
        claimed,
        state="done",
        finished_at=minute,
        due_at=minute,
        leased_until=None,
        fence=0,
        attempts=0,
        fault="",
    )


def fail(session: Session, claimed: Claimed, *, fault: str, now: datetime, retry_at: datetime | None) -> bool:
    """Note the fault, and when to try again; without that the row has failed for good."""
    ending = {"state": "failed", "finished_at": now.replace(second=0, microsecond=0)}
    change = {"due_at": retry_at} if retry_at else ending
    return _change(session, claimed, leased_until=None, fault=fault[:FAULT_LENGTH], **change)


def put_off(session: Session, claimed: Claimed, *, until: datetime) -> bool:
    """Give it back untried."""
    attempts = max(0, claimed.attempts - 1)
    return _change(session, claimed, leased_until=None, due_at=until, attempts=attempts)


def _change(session: Session, claimed: Claimed, **values: Any) -> bool:
    statement = update(claimed.table).where(*_same(claimed)).values(values).returning(claimed.table.id)
    return session.execute(statement, execution_options={"synchronize_session": False}).first() is not None


def _same(claimed: Claimed) -> tuple[ColumnElement[bool], ...]:
    table = claimed.table
    return table.id == claimed.id, table.fence == claimed.fence, table.state == "waiting"
