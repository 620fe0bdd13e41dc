"""What a release tells becomes alerts, in the transaction of the release: each once, whatever is killed when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.queries import alerts, work
from survey.queries.alerts import AlertFacts, NewAlert
from survey.queries.people import Node, path_upwards
from survey.queries.releases import ReleaseFacts, Told
from survey.services.alerting import recovering
from survey.services.alerting.delivering import deliveries
from survey.services.alerting.description import first_of, known_of
from survey.services.alerting.digest import digests
from survey.services.alerting.trend import ALL
from survey.services.release import reading

STILL = ("open", "acknowledged")
"""States of an alert whose fall has not ended."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the release of a wave tells; `tree` holds every unit it may speak of."""

    programme: int
    wave: int
    told: Sequence[Told]
    tree: Mapping[int, Node]


def tell(session: Session, facts: ReleaseFacts, heard: Heard, *, now: datetime) -> None:
    """Raise the alerts of a release that was just written, and lay out what is to be sent of them."""
    raised = raise_alerts(session, facts, heard, now=now)
    for alert in raised:
        work.put(session, deliveries(session, alert, now=now))
    if facts.kind == "closed":
        work.put(session, digests(session, facts, heard.told, now=now))


def raise_alerts(session: Session, facts: ReleaseFacts, heard: Heard, *, now: datetime) -> list[AlertFacts]:
    """Recoveries first, then falls in the order in which they were told."""
    known = {_key(one): one for one in alerts.of_programme(session, heard.programme) if one.kind != "recovery"}
    falls = [one for one in heard.told if one.list == "alarm" and one.told_in > 0]
    _keep_known(session, facts, heard, falls, known)
    raised = list(_recoveries(session, facts, heard, now))
    new = sorted((one for one in falls if _key_of(one) not in known), key=lambda one: one.told_in)
    return raised + [_fall(session, facts, heard, told, now) for told in new]


def _keep_known(
    session: Session, facts: ReleaseFacts, heard: Heard, falls: Sequence[Told], known: Mapping[Any, AlertFacts]
) -> None:
    told = {_key_of(one): one for one in falls}
    for key, alert in known.items():
        if key in told:
            alerts.set_known(session, alert.id, known_of(told[key], release=facts.number))
        elif facts.kind == "corrected" and alert.told_in == heard.wave:
            alerts.set_known(session, alert.id, alert.known | {"release": facts.number, "stands": False})


def _fall(session: Session, facts: ReleaseFacts, heard: Heard, told: Told, now: datetime) -> AlertFacts:
    """A deepening, if an earlier fall of the unit, of one above it or of one below it has not ended."""
    earlier = [one for one in _still(session, heard.programme) if _is_on_top_of(told, one, heard.tree)]
    new = {
        **_new(heard, facts, told.unit_id, told.principle, now),
        "told_in": told.told_in,
        "kind": "deepening" if earlier else "alarm",
        "about_id": earlier[-1].id if earlier else None,
        "first": first_of(told) | _people(session, facts, told.unit_id, told.principle),
        "known": known_of(told, release=facts.number),
        "state": "open",
    }
    return alerts.add(session, NewAlert(**new))


def _is_on_top_of(told: Told, alert: AlertFacts, tree: Mapping[int, Node]) -> bool:
    if alert.principle != told.principle or alert.told_in >= told.told_in:
        return False
    above, above_other = (path_upwards(tree, one) if one in tree else [one] for one in (told.unit_id, alert.unit_id))
    return alert.unit_id in above or told.unit_id in above_other


def _recoveries(session: Session, facts: ReleaseFacts, heard: Heard, now: datetime) -> Iterator[AlertFacts]:
    ended: set[tuple[int, str]] = set()
    watched = [one for one in heard.told if one.list == "watch"]
    for alert in reversed(_still(session, heard.programme)):
        place = (alert.unit_id, alert.principle)
        if place in ended:
            alerts.set_recovered(session, alert.id, wave=heard.wave)
            continue
        described = _end_of(session, facts, heard, alert, watched)
        if described is not None:
            ended.add(place)
            described["first"] |= _people(session, facts, *place)
            alerts.set_recovered(session, alert.id, wave=heard.wave)
            new = _new(heard, facts, *place, now)
            yield alerts.add(
                session, NewAlert(**new, **described, kind="recovery", about_id=alert.id, state="recovered")
            )


def _end_of(
    session: Session, facts: ReleaseFacts, heard: Heard, alert: AlertFacts, watched: list[Told]
) -> dict[str, Any] | None:
    rise = recovering.risen(alert, watched)
    if rise is not None:
        known = known_of(rise, release=facts.number)
        return {"told_in": rise.told_in, "first": first_of(rise), "known": known}
    if facts.kind != "closed":
        return None
    levels = recovering.course(session, alert)
    if not recovering.is_back(levels, alert, wave=heard.wave):
        return None
    level = levels[heard.wave]
    first = {"level": level.level, "low": level.low, "high": level.high}
    return {"told_in": heard.wave, "first": first, "known": first | {"release": facts.number, "stands": True}}


def _people(session: Session, facts: ReleaseFacts, unit: int, principle: str) -> dict[str, int]:
    """How many answered there, by which it is decided later whether it may still be told."""
    rows = reading.rows(session, reading.open_release(session, facts, ALL), [unit])
    return {"people": next((row.people or 0 for row in rows if not row.factor and row.measure == principle), 0)}


def _still(session: Session, programme: int) -> list[AlertFacts]:
    return [one for one in _falls(alerts.of_programme(session, programme)) if one.state in STILL]


def _falls(found: Iterable[AlertFacts]) -> Iterator[AlertFacts]:
    return (one for one in found if one.kind != "recovery")


def _new(heard: Heard, facts: ReleaseFacts, unit: int, principle: str, now: datetime) -> dict[str, Any]:
    return {
        "programme_id": heard.programme,
        "unit_id": unit,
        "principle": principle,
        "release_number": facts.number,
        "raised_at": now,
    }


def _key(alert: AlertFacts) -> tuple[int, str, int]:
    return alert.unit_id, alert.principle, alert.told_in


def _key_of(told: Told) -> tuple[int, str, int]:
    return told.unit_id, told.principle, told.told_in
