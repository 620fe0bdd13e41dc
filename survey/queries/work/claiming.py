"""Take work that is due: a lease for a while, and a fence one higher than that of whoever had it before."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from survey.models.company.work import Job, OutboxMail
from survey.queries.work.rows import Claimed, ClaimedMail

LONGEST_LEASE = timedelta(hours=1)
"""A lease that reaches further ahead was given by a clock that has been put back since, and binds nobody."""

HOUR = timedelta(hours=1)
MAILS_IN_TURN = 0x6F7574626F78
"""The lock of PostgreSQL under which mails are claimed: two workers at once would both find the last one free."""


def claim_jobs(
    session: Session, *, now: datetime, lease_seconds: float, limit: int = 1, kinds: Collection[str] | None = None
) -> tuple[Claimed, ...]:
    """Take jobs that are due, the longest due first; of these kinds, or of all."""
    wanted = () if kinds is None else (Job.kind.in_(kinds),)
    ids = _take(session, Job, now=now, lease_seconds=lease_seconds, limit=limit, wanted=wanted)
    rows = session.execute(
        select(Job.id, Job.business_key, Job.kind, Job.details, Job.fence, Job.attempts)
        .where(Job.id.in_(ids))
        .order_by(Job.due_at, Job.id)
    )
    return tuple(Claimed(*row) for row in rows)


def claim_mails(
    session: Session, *, now: datetime, lease_seconds: float, per_hour: int, limit: int = 1
) -> tuple[ClaimedMail, ...]:
    """Take mails that are due, as many as may still leave in this hour."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(MAILS_IN_TURN)))
    left = min(limit, per_hour - _counted(session, now))
    ids = _take(session, OutboxMail, now=now, lease_seconds=lease_seconds, limit=left)
    mail = OutboxMail
    rows = session.execute(
        select(mail.id, mail.business_key, mail.kind, mail.details, mail.fence, mail.attempts, mail.invitation_id)
        .where(mail.id.in_(ids))
        .order_by(mail.due_at, mail.id)
    )
    return tuple(ClaimedMail(*row) for row in rows)


def next_due_at(session: Session, *, now: datetime, kinds: Collection[str]) -> datetime | None:
    """When something becomes due that is not due yet: a job of these kinds, or a mail."""
    job = select(func.min(Job.due_at)).where(Job.state == "waiting", Job.due_at > now, Job.kind.in_(kinds))
    mail = select(func.min(OutboxMail.due_at)).where(OutboxMail.state == "waiting", OutboxMail.due_at > now)
    return min((moment for moment in map(session.scalar, (job, mail)) if moment), default=None)


def _take(
    session: Session,
    table: type[Job] | type[OutboxMail],
    *,
    now: datetime,
    lease_seconds: float,
    limit: int,
    wanted: tuple[ColumnElement[bool], ...] = (),
) -> list[int]:
    lease = timedelta(seconds=lease_seconds)
    if not timedelta(0) < lease <= LONGEST_LEASE:
        raise ValueError(f"got a lease of {lease_seconds} s; wanted one above 0 and up to {LONGEST_LEASE}")
    if limit < 1:
        return []
    # On PostgreSQL what another worker is taking is passed over; on SQLite there is one writer at a time.
    free = select(table.id).where(table.state == "waiting", table.due_at <= now, _is_free(table, now), *wanted)
    ids = list(session.scalars(free.order_by(table.due_at).limit(limit).with_for_update(skip_locked=True)))
    session.execute(
        update(table)
        .where(table.id.in_(ids))
        .values(leased_until=now + lease, fence=table.fence + 1, attempts=table.attempts + 1),
        execution_options={"synchronize_session": False},
    )
    return ids


def _is_free(table: type[Any], now: datetime) -> ColumnElement[bool]:
    until = table.leased_until
    return or_(until.is_(None), until <= now, until > now + LONGEST_LEASE)


def _counted(session: Session, now: datetime) -> int:
    """Mails of the last hour, with those in a worker's hand.

    What lies further ahead than an hour was finished before the clock was put back, and does not count.
    """
    until = now + HOUR
    finished = and_(OutboxMail.finished_at > now - HOUR - timedelta(minutes=1), OutboxMail.finished_at <= until)
    in_hand = and_(OutboxMail.leased_until > now, OutboxMail.leased_until <= now + LONGEST_LEASE)
    counts = [
        session.scalar(select(func.count()).select_from(OutboxMail).where(which)) for which in (finished, in_hand)
    ]
    return sum(count or 0 for count in counts)
