"""Alerts for pages and mails: those of a programme, as far as their reader may hear of them."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from survey.queries import alerts
from survey.queries.alerts import AlertFacts
from survey.queries.people import path_upwards
from survey.queries.programme import largest_k
from survey.services.release.reading import COMPANY_AND_DIVISIONS, Opened


def alerts_of(session: Session, programme: int) -> list[AlertFacts]:
    """Those of a programme that may still be told, in order; for readers who may hear of every unit (HR, CEO)."""
    largest = largest_k(session)
    return [one for one in alerts.of_programme(session, programme) if _is_large(one, largest)]


def is_told_today(session: Session, alert: AlertFacts) -> bool:
    """Nothing is told of a group of fewer than twice the k of today, also where it was told once."""
    return _is_large(alert, largest_k(session))


def _is_large(alert: AlertFacts, k: int) -> bool:
    return int(alert.first["people"]) >= 2 * k


def heard_by(found: Iterable[AlertFacts], opened: Opened) -> list[AlertFacts]:
    """Those that the reader of this release may hear of: below the divisions only their own people do, HR and CEO."""
    return [one for one in found if _may_hear(one, opened)]


def of_falls(found: Iterable[AlertFacts]) -> list[AlertFacts]:
    """Without those that tell of an end."""
    return [one for one in found if one.kind != "recovery"]


def _may_hear(alert: AlertFacts, opened: Opened) -> bool:
    if opened.reader.sees_all:
        return True
    if alert.unit_id not in opened.tree:
        return False
    if len(path_upwards(opened.tree, alert.unit_id)) <= COMPANY_AND_DIVISIONS:
        return True
    own = (one for one in opened.reader.own if one in opened.tree)
    return any(alert.unit_id in path_upwards(opened.tree, one) for one in own)
