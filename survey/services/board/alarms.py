"""What was found: as releases tell it, and what has become of the alerts that were raised of it."""

from collections.abc import Mapping
from typing import Literal

from sqlalchemy.orm import Session

from dashboards.board.values import AlertState, Found, Range, Split
from survey.queries import alerts
from survey.queries.alerts import AlertFacts
from survey.queries.releases import Told
from survey.services.alerting.reading import of_falls, told_today
from survey.services.board.opening import Shown
from survey.services.board.splits import splits
from survey.services.release import over_waves

GRADES: Mapping[str, Literal["some", "strong", "very strong"]] = {
    "some": "some",
    "strong": "strong",
    "very strong": "very strong",
}

STATES: Mapping[str, AlertState] = {"open": "open", "acknowledged": "acknowledged", "recovered": "recovered"}
Place = tuple[str, int, str, int]
"""List, unit, principle and the wave in which it was told."""


def found(session: Session, shown: Shown) -> tuple[Found, ...]:
    """Alarms, the newest first, then the watch list of this release, each as it is known now."""
    heard = over_waves.told(session, shown.opened, shown.releases)
    known = splits(session, shown, {one.unit_id for one in heard})
    raised = _alerts(session, shown)
    told = [_found(one, known, raised.get((one.list, one.unit_id, one.principle, one.told_in))) for one in heard]
    return tuple(sorted(told, key=lambda one: (one.list != "alarm", -one.told_in)))


def _alerts(session: Session, shown: Shown) -> dict[Place, AlertFacts]:
    """Of falls that still stand."""
    known = of_falls(told_today(alerts.of_programme(session, shown.wave.programme), k=shown.opened.k))
    return {("alarm", one.unit_id, one.principle, one.told_in): one for one in known if one.stands}


def _found(told: Told, splits_of: Mapping[tuple[int, str], Split], alert: AlertFacts | None) -> Found:
    """A description that was made later stands in the place of the first."""
    first = {
        name: getattr(told, name) for name in ("shape", "onset", "onset_low", "onset_high", "points", "low", "high")
    }
    now = first | {name: value for name, value in (told.now or {}).items() if name in first}
    sizes = (now["points"], now["low"], now["high"])
    return Found(
        list="alarm" if told.list == "alarm" else "watch",
        unit=told.unit_id,
        principle=told.principle,
        direction="down" if told.direction == "down" else "up",
        shape="step" if now["shape"] == "step" else "ramp",
        told_in=told.told_in,
        onset=now["onset"],
        onset_low=now["onset_low"],
        onset_high=now["onset_high"],
        size=None if None in sizes else Range(*sizes),
        grade=GRADES[told.grade],
        split=splits_of.get((told.unit_id, told.principle)),
        state=STATES[alert.state] if alert else "none",
        alert=alert.id if alert else None,
        acknowledged_on=alert.acknowledged_at.date() if alert and alert.acknowledged_at else None,
    )
