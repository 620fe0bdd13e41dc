"""How far behind the queues are, in numbers that tell nothing of who answered."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models.company.work import Job, OutboxMail


@dataclass(frozen=True, slots=True)
class Backlog:
    """Since when the oldest row is due, and how many have failed for good."""

    oldest_due_at: datetime | None
    n_failed: int


def backlog(session: Session, table: type[Job] | type[OutboxMail], *, now: datetime) -> Backlog:
    waiting = (table.state == "waiting", table.due_at <= now)
    oldest = session.scalar(select(table.due_at).where(*waiting).order_by(table.due_at).limit(1))
    failed = session.scalar(select(func.count()).select_from(table).where(table.state == "failed"))
    return Backlog(oldest, failed or 0)
