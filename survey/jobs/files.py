"""The job that takes a people file away for which nobody came back."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.jobs.handlers import Details, InTransaction
from survey.services.people import waiting


def _run(session: Session, _details: Details, now: datetime) -> None:
    waiting.forget_old(session, now=now)


HANDLERS = {waiting.KIND: InTransaction(_run)}
