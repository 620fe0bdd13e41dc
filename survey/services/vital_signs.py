"""What tells from outside whether the service does its work. How many answered, or have not, is not among it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.models.company.work import Job, OutboxMail
from survey.queries import alerts, releases
from survey.queries.work.backlog import Backlog, backlog
from survey.services.upcoming import due_jobs

ON_TIME = ("open_wave", "close_wave", "end_epoch")


@dataclass(frozen=True, slots=True)
class Sign:
    """A number under the name that Prometheus knows it by."""

    name: str
    told: str
    value: float


def vital_signs(session: Session, *, now: datetime) -> list[Sign]:
    jobs, mails = backlog(session, Job, now=now), backlog(session, OutboxMail, now=now)
    last = releases.last(session)
    overdue = sum(job.kind in ON_TIME for job in due_jobs(session, now=now))
    return [
        Sign("aloft_oldest_job_seconds", "For how long the oldest job that is due has waited", _age(jobs, now)),
        Sign("aloft_failed_jobs", "Jobs that have failed for good", jobs.n_failed),
        Sign("aloft_oldest_mail_seconds", "For how long the oldest mail that is due has waited", _age(mails, now)),
        Sign("aloft_failed_mails", "Mails that have failed for good", mails.n_failed),
        Sign("aloft_overdue_waves", "Waves to open or to close, and epochs to end, that the calendar is past", overdue),
        Sign("aloft_releases", "Releases that were published", 0 if last is None else last.number),
        Sign("aloft_open_alerts", "Alerts that nobody has acknowledged", alerts.n_open(session)),
    ]


def _age(found: Backlog, now: datetime) -> float:
    return 0.0 if found.oldest_due_at is None else (now - found.oldest_due_at).total_seconds()
