"""What is sent of an alert, and to whom: a row for each mail and each hook, laid out with the alert itself."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import accounts, alerts
from survey.queries.alerts import AlertFacts
from survey.queries.work import NewJob, NewMail
from survey.services.rights import Role

MAIL, HOOK = "alert", "alert_hook"
"""Kinds of the mail and of the job."""

CHANNELS = ("slack", "teams", "webhook")
"""Hooks, besides mail."""

OWED_FOR = timedelta(days=30)
"""How long an account that becomes a CEO's still gets the mails of alerts; shorter than their rows are kept."""


def deliveries(session: Session, alert: AlertFacts, *, now: datetime, again: bool = False) -> list[NewJob]:
    """To each CEO, and when it is sent again to HR as well."""
    roles = (Role.CEO, Role.HR) if again else (Role.CEO,)
    mails = [_mail(alert, account, now, again=again) for account in accounts.reachable(session, roles)]
    key = _key(alert, again=again)
    details = {"alert": alert.id, "again": again}
    hooks = [NewJob(f"{key}:{channel}", HOOK, now, details | {"channel": channel}) for channel in CHANNELS]
    return [*mails, *hooks]


def owed(session: Session, *, now: datetime) -> list[NewJob]:
    """Mails of recent alerts to every CEO of today; those that were laid out before have the same keys."""
    recent = [one for one in alerts.raised_since(session, now - OWED_FOR) if one.state != "recovered"]
    to = accounts.reachable(session, (Role.CEO,)) if recent else []
    return [_mail(alert, account, now) for alert in recent for account in to]


def _mail(alert: AlertFacts, account: int, now: datetime, *, again: bool = False) -> NewMail:
    details = {"alert": alert.id, "account": account, "again": again}
    return NewMail(f"{_key(alert, again=again)}:mail:{account}", MAIL, now, details)


def _key(alert: AlertFacts, *, again: bool) -> str:
    return f"alert:{alert.id}:again" if again else f"alert:{alert.id}"
