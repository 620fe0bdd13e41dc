"""How far a change went: its own size, or for small groups, of which none is told, what published levels say."""

from math import hypot
from statistics import mean

from dashboards.board.gathered import Gathered
from dashboards.board.values import Found, Range, Series

WAVES_BEFORE = 6
"""As in the mail of an alert."""


def magnitude(found: Found) -> Range | None:
    """How far it went, without its sign."""
    if found.size is None or found.size.value >= 0:
        return found.size
    return Range(-found.size.value, -found.size.high, -found.size.low)


def change(found: Found) -> Range | None:
    """How far it went, with the sign of its direction."""
    far = magnitude(found)
    if far is None or found.direction == "up":
        return far
    return Range(-far.value, -far.high, -far.low)


def sized(gathered: Gathered, one: Found) -> Range | None:
    """Signed. Twelve waves are the last resort: they hold more than what began with the change."""
    cell = gathered.cell(one.unit, one.principle)
    return change(one) or since_before(gathered, one) or (cell.change if cell else None)


def since_before(gathered: Gathered, one: Found) -> Range | None:
    """From the published levels before it began to the newest one."""
    series = gathered.series.get((one.unit, one.principle))
    return None if series is None else from_before(series, gathered.calendar.at(one.onset))


def from_before(series: Series, began: int) -> Range | None:
    """How far the newest level is from the plain means of up to six waves before, the estimate's range around both.

    The estimate of the wave before is no measure: it already bends towards what followed.
    """
    before = [point for point in series.points[max(0, began - WAVES_BEFORE) : began] if point]
    means = [point.mean for point in before if point.mean is not None]
    now = series.points[-1]
    if now is None or not means:
        return None
    far, aside = now.level.value - mean(means), hypot(now.level.half, before[-1].level.half)
    return Range(far, far - aside, far + aside)
