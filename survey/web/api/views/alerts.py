"""Alerts, to be read. Acknowledging one says that a person has seen it, which no program can say."""

from flask import abort, url_for
from sqlalchemy.orm import Session

from survey.queries import alerts as kept
from survey.queries import people, programme
from survey.queries.alerts import AlertFacts
from survey.services.alerting.description import change_of
from survey.services.alerting.reading import alerts_of, is_told_today
from survey.web.api.shapes.alerts import Alert, Alerts, Change, WhichAlerts
from survey.web.moments.form import paths
from survey.web.service import service


def alerts(query: WhichAlerts) -> Alerts:
    """The alerts of the programme, the oldest first."""
    with service().stores.company.read() as session:
        last = programme.last_programme(session)
        found = [] if last is None else alerts_of(session, last.id)
        return Alerts(alerts=_told(session, [one for one in found if query.state in (None, one.state)]))


def alert(number: int) -> Alert:
    """One alert, by its number."""
    with service().stores.company.read() as session:
        found = kept.find(session, number)
        if found is None or not is_told_today(session, found):
            abort(404)
        return _told(session, [found])[0]


def _told(session: Session, found: list[AlertFacts]) -> list[Alert]:
    names = paths(people.whole_tree(session))
    return [_alert(one, names[one.unit_id]) for one in found]


def _alert(facts: AlertFacts, unit: str) -> Alert:
    return Alert(
        id=facts.id,
        kind=facts.kind,
        about=facts.about_id,
        state=facts.state,
        stands=facts.stands,
        unit=unit,
        principle=facts.principle,
        wave=facts.told_in,
        raised_at=facts.raised_at,
        acknowledged_at=facts.acknowledged_at,
        recovered_in=facts.recovered_in,
        change=_change(facts),
        url=service().settings.base_url.rstrip("/") + url_for("alerts.page", number=facts.id),
    )


def _change(facts: AlertFacts) -> Change | None:
    known = change_of(facts, at_first=False)
    if known is None:
        return None
    return Change(
        direction=known.direction,
        shape=known.shape,
        onset=known.onset,
        onset_low=known.onset_low,
        onset_high=known.onset_high,
        points=known.points,
        low=known.low,
        high=known.high,
        evidence=known.grade,
    )
