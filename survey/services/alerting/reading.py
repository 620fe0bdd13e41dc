"""Alerts for pages and mails: those of a programme that may still be told."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from survey.queries import alerts
from survey.queries.alerts import AlertFacts
from survey.queries.programme import largest_k


def alerts_of(session: Session, programme: int) -> list[AlertFacts]:
    """Those of a programme that may still be told, in order; for readers who may hear of every unit (HR, CEO)."""
    return told_today(alerts.of_programme(session, programme), k=largest_k(session))


def told_today(found: Iterable[AlertFacts], *, k: int) -> list[AlertFacts]:
    """Without those of groups of fewer than twice the k of today."""
    return [one for one in found if _is_large(one, k)]


def is_told_today(session: Session, alert: AlertFacts) -> bool:
    """Nothing is told of a group of fewer than twice the k of today, also where it was told once."""
    return _is_large(alert, largest_k(session))


def _is_large(alert: AlertFacts, k: int) -> bool:
    return int(alert.first["people"]) >= 2 * k


def of_falls(found: Iterable[AlertFacts]) -> list[AlertFacts]:
    """Without those that tell of an end."""
    return [one for one in found if one.kind != "recovery"]
