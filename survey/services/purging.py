"""Delete what is over and of no use any more."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import sign_in_links, waiting_files, work

KEPT = timedelta(days=35)
"""How long it stays on record that a job was done or a mail handled: as long as a backup is kept."""


def purge(session: Session, *, now: datetime) -> None:
    """Delete jobs and mails that have long been over, sign-in links and files that wait for nobody any more."""
    work.delete_over(session, before=now - KEPT)
    sign_in_links.forget_expired(session, now=now)
    waiting_files.forget_old(session, now=now)
