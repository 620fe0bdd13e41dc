"""Somebody has seen an alert: said once, with one note."""

from sqlalchemy.orm import Session

from survey.errors import NotPossible
from survey.models.company.alerts import LONGEST_NOTE
from survey.queries import alerts
from survey.queries.alerts import AlertFacts
from survey.services import audit
from survey.services.programme import By


def tidy(note: str) -> str:
    """One kind of line end, no space around, no character that is none."""
    return "\n".join(note.replace("\0", "").strip().splitlines())


def acknowledge(session: Session, alert: AlertFacts, *, note: str, by: By) -> None:
    """Keep who has seen it, when, and what they noted."""
    kept = tidy(note)
    if alert.kind == "recovery":
        raise NotPossible("this tells that a fall has ended: there is nothing to acknowledge")
    if len(kept) > LONGEST_NOTE:
        raise NotPossible(f"the note: got {len(kept):,} characters; wanted {LONGEST_NOTE} at most")
    if not alerts.acknowledge(session, alert.id, account=by.account, note=kept, at=by.now):
        raise NotPossible("this alert was acknowledged before: what was noted then stays")
    # The note stays out of the log, which is never shortened.
    details: dict[str, audit.Detail] = {"alert": alert.id, "note": len(kept)}
    audit.record(session, action=audit.Action.ALERT_ACKNOWLEDGED, account_id=by.account, details=details, now=by.now)
