"""What becomes of work that is over."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from survey.models.company.work import Job, OutboxMail

QUEUES: tuple[type[Job] | type[OutboxMail], ...] = (Job, OutboxMail)


def delete_over(session: Session, *, before: datetime) -> int:
    """Delete jobs and mails that were done or failed before this moment. Their keys are free again."""
    execute = session.connection().execute
    return sum(execute(delete(table).where(table.finished_at < before)).rowcount for table in QUEUES)


def put_back_failed(session: Session, *, now: datetime) -> int:
    """Let everything that has failed for good be tried again from now on."""
    execute = session.connection().execute
    again = {"state": "waiting", "due_at": now, "finished_at": None, "attempts": 0}
    return sum(execute(update(table).where(table.state == "failed").values(again)).rowcount for table in QUEUES)
