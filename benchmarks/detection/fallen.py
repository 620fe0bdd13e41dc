"""A company in which one thing falls: how soon it is told, where, how often, how large."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from analysis.drift.result import Alarm
from analysis.panel import Floats, Ints
from analysis.simulate import Fall
from analysis.simulate.zoo import FALLS, Simulated, ZooWorld, make
from analysis.tree import Tree
from benchmarks.detection import rivals
from benchmarks.detection.described import LATER, Description, dated_anew, describe, worth
from benchmarks.detection.worlds import judge, rng_of

AFTER = 36
"""Waves that follow the onset."""

ONE_ALARM_WITHIN = 24


@dataclass(frozen=True, slots=True)
class FallenCompany:
    """What became of one company.

    Attributes
    ----------
    delay : int or None
        Waves from the onset to the first alarm in scale 0, that of the onset being the first.
    unit_right : bool
        Whether that alarm is at the fallen unit, or at one that shares half of its people with it.
    n_alarms : int
        Alarms in scale 0 within 24 waves at the fallen unit, above or below it.
    told, later : Description or None
        At the alarm, and six waves later; None where the alarm is at another unit or nothing is said later.
    rivals : dict
        What `rivals.fallen` keeps; empty where it was not asked for.
    """

    delay: int | None
    unit_right: bool
    n_alarms: int
    told: Description | None
    later: Description | None
    rivals: rivals.Kept


def fallen_company(zoo_world: ZooWorld, company: int, *, fall: str, history: int, with_rivals: bool) -> dict[str, Any]:
    """Let it fall after so many waves and see what is told."""
    world = replace(zoo_world.world, n_waves=history + AFTER)
    falls = FALLS[fall](world, history)
    unit = falls[0].unit
    made = make(zoo_world, rng_of(company), n_waves=world.n_waves, falls=falls)
    result = judge(made)
    alarms = [alarm for alarm in result.alarms if alarm.scale == 0 and alarm.wave >= history]
    soon = [alarm for alarm in alarms if alarm.wave < history + ONE_ALARM_WITHIN]
    told, later = None, None
    if alarms and alarms[0].unit == unit:
        course = worth(zoo_world, company, falls, onset=history, n_waves=world.n_waves)
        main = next(one for one in falls if one.onset == history)
        told, later = _descriptions(made, alarms[0], main, course)
    met = FallenCompany(
        delay=alarms[0].wave - history + 1 if alarms else None,
        unit_right=bool(alarms) and shares_half(made.tree, world.seats(made.tree), alarms[0].unit, unit),
        n_alarms=sum(are_kin(made.tree, alarm.unit, unit) for alarm in soon),
        told=told,
        later=later,
        rivals=rivals.fallen(result.estimates, history) if with_rivals else {},
    )
    return asdict(met)


def are_kin(tree: Tree, one: int, other: int) -> bool:
    """Whether one is the other, above or below it."""
    return one in tree.path(other) or other in tree.path(one)


def shares_half(tree: Tree, seats: Ints, one: int, other: int) -> bool:
    """Whether each has at least half of its people in the other."""
    ours, theirs = tree.within(one)[seats], tree.within(other)[seats]
    return bool((ours & theirs).sum() >= 0.5 * max(ours.sum(), theirs.sum()))


def _descriptions(made: Simulated, alarm: Alarm, fall: Fall, course: Floats) -> tuple[Description, Description | None]:
    """At the alarm, and six waves later."""
    told = describe(alarm, fall, float(course[alarm.wave]))
    anew = dated_anew(made, alarm) if alarm.wave + LATER < course.size else None
    return told, None if anew is None else describe(anew, fall, float(course[alarm.wave + LATER]))
