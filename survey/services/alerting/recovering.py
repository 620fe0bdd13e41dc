"""How a fall is known to have ended: a rise that was told after it, or a level that is back where it was."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from survey.queries.alerts import AlertFacts
from survey.queries.releases import Level, Told
from survey.services.alerting.trend import ALL
from survey.services.release import reading

LEAST_WAVES = 2
"""Waves after an alarm before a level alone can end it."""


def risen(alert: AlertFacts, told: list[Told]) -> Told | None:
    """The first rise of the same unit and principle that was told later."""
    place = (alert.unit_id, alert.principle, "up")
    found = [one for one in told if (one.unit_id, one.principle, one.direction) == place]
    later = [one for one in found if one.told_in > alert.told_in]
    return min(later, key=lambda one: one.told_in, default=None)


def course(session: Session, alert: AlertFacts) -> dict[int, Level]:
    """Each wave's own estimate of the level, where there was one."""
    found = {}
    for facts in reading.of_waves(session):
        opened = reading.open_release(session, facts, ALL)
        for level in reading.levels(session, opened, reading.rows(session, opened, [alert.unit_id])):
            if level.principle == alert.principle:
                found[int(facts.label)] = level
    return found


def is_back(levels: Mapping[int, Level], alert: AlertFacts, *, wave: int) -> bool:
    """Whether the level is within its range before the fall again, and surely above the lowest since.

    The second condition matters where ranges are wide: there a fall may never have left the range it came from.
    """
    onset = int(alert.known["onset_low"])
    before = [level for number, level in sorted(levels.items()) if number < onset]
    since = [level.level for number, level in levels.items() if onset <= number < wave]
    now = levels.get(wave)
    if now is None or not before or not since or wave < alert.told_in + LEAST_WAVES:
        return False
    return now.level >= before[-1].low and now.low > min(since)
