"""Nobody has acknowledged an alert for seven days: it is sent once more, to HR as well, and then no more."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import alerts, work
from survey.queries.work import NewJob
from survey.services.alerting.delivering import deliveries

KIND = "repeat_alert"
AFTER = timedelta(days=7)


def due(session: Session, *, now: datetime) -> list[NewJob]:
    """A job for each alert that is to be sent again by now."""
    found = [one for one in alerts.open_since(session, before=now - AFTER) if one.stands]
    return [NewJob(f"{KIND}:{one.id}", KIND, now, {"alert": one.id}) for one in found]


def repeat(session: Session, number: int, *, now: datetime) -> None:
    """Lay out the second mails, if nobody has acknowledged the alert meanwhile."""
    if alerts.set_repeated(session, number, at=now):
        work.put(session, deliveries(session, alerts.alert(session, number), now=now, again=True))
