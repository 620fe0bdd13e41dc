"""What is aimed at, and whether what was measured reaches it."""

import math
from dataclasses import dataclass

from analysis.simulate.zoo import FALLS
from benchmarks.detection.bound import Bound
from benchmarks.detection.limits import Measured
from benchmarks.detection.tasks import HISTORY, LOST_RISE
from benchmarks.detection.worlds import world_of

MOST_ALARMS = 0.1
LEAST_FOUND_SOON = 0.95
LEAST_RIGHT_UNIT = 0.9
LEAST_ONE_ALARM = 0.95
LEAST_COVER = 0.82
LATEST_BOUND = 12
"""A fall that an oracle sees later than this is not aimed at."""

MET, OPEN, MISSED = "met", "open", "MISSED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one target: met, missed, or open while the limits allow both."""

    what: str
    state: str


def at_most(what: str, measured: Measured, most: float) -> Verdict:
    """Met where the upper limit is within the target."""
    if measured.high <= most:
        return Verdict(what, MET)
    return Verdict(what, MISSED if measured.low > most else OPEN)


def at_least(what: str, measured: Measured, least: float) -> Verdict:
    """Met where the number itself reaches the target, missed where its upper limit does not."""
    if measured.value >= least:
        return Verdict(what, MET)
    return Verdict(what, MISSED if measured.high < least else OPEN)


def in_time(measured: Measured, world: str, history: int, bound: Bound) -> Verdict:
    """Of a median delay that is aimed at."""
    most = math.inf if bound.with_more is None else bound.with_more + slack(world, history)
    if measured.value <= most:
        return Verdict("delay", MET)
    return Verdict("delay", MISSED if measured.low > most else OPEN)


def slack(world: str, history: int) -> int:
    """Waves beyond m*₂ that are granted."""
    return 2 if history < HISTORY or world in {"50 people", "ceiling"} else 1


def delay_is_aimed_at(world: str, fall: str, history: int) -> bool:
    """Linked, monthly or quarterly, at least a year before the onset, and a lasting fall from a constant level."""
    made = world_of(world)
    linked = made.form in {"scores", "answers"} and made.world.epoch_waves is None
    lasting = fall in FALLS and not fall.endswith(("crash", "a year")) and fall != LOST_RISE
    constant = made.world.levels.team == 0 and not made.standing
    return linked and lasting and constant and made.world.waves_per_year in {4, 12} and history >= 12


def is_visible(bound: Bound | None) -> bool:
    return bound is not None and bound.first is not None and bound.first <= LATEST_BOUND


def words(verdicts: list[Verdict]) -> str:
    """One cell: what is missed, else what is open, else that all is met; a dash where nothing is aimed at."""
    for state in (MISSED, OPEN):
        which = ", ".join(verdict.what for verdict in verdicts if verdict.state == state)
        if which:
            return f"{state}: {which}"
    return MET if verdicts else "–"
