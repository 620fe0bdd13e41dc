"""The daily job that deletes what is over."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from survey.jobs.handlers import Details, InTransaction
from survey.queries.work import NewJob
from survey.services.purging import purge

KIND = "purge"


def daily(_session: Session, now: datetime) -> Iterable[NewJob]:
    """One for each day (UTC)."""
    return (NewJob(f"{KIND} {now:%Y-%m-%d}", KIND, now),)


def _run(session: Session, _details: Details, now: datetime) -> None:
    purge(session, now=now)


HANDLER = InTransaction(_run)
