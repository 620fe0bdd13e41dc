"""How far a change went: its own size, or for small groups, of which none is told, what published levels say."""

from math import hypot
from statistics import mean

from dashboards.board.gathered import Gathered
from dashboards.board.values import Found, Range, Series
from dashboards.board.wording.found import change

WAVES_BEFORE = 6
"""As in the mail of an alert."""


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
