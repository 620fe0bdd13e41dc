"""How an alarm describes its fall, beside what the fall was worth on the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.drift.result import Alarm, Result
from analysis.panel import Floats, Scores
from analysis.simulate import Fall
from analysis.simulate.zoo import Simulated, ZooWorld, make
from benchmarks.detection.worlds import first_waves, judge, rng_of

LATER = 6


@dataclass(frozen=True, slots=True)
class Description:
    """Sizes in points of 0–100, and whether the 90 % intervals and the shape are right."""

    size: float
    true_size: float
    size_covered: bool
    onset_covered: bool
    shape_right: bool


def describe(alarm: Alarm, fall: Fall, true_size: float) -> Description:
    return Description(
        size=alarm.size,
        true_size=true_size,
        size_covered=alarm.low <= true_size <= alarm.high,
        onset_covered=alarm.onset_low <= fall.onset <= alarm.onset_high,
        shape_right=(alarm.shape == "ramp") == (fall.over_months > 0),
    )


def worth(zoo_world: ZooWorld, company: int, falls: Sequence[Fall], *, onset: int, n_waves: int) -> Floats:
    """How many points the fallen unit's people lost since just before the onset, shape (n_waves,).

    The same company is made with and without its fall, and the answers are compared person by person: rounding, the
    ends of the scale and those who answer whatever happens take off what they take off.
    """
    scored = replace(zoo_world, form="scores")
    before = [fall for fall in falls if fall.onset < onset]
    made = make(scored, rng_of(company), n_waves=n_waves, falls=falls)
    spared = make(scored, rng_of(company), n_waves=n_waves, falls=before)
    data, other = made.data, spared.data
    assert isinstance(data, Scores)  # noqa: S101 -- the form asked for
    assert isinstance(other, Scores)  # noqa: S101 -- the same
    unit = falls[-1].unit
    path = made.fallen[:, unit, 0] - spared.fallen[:, unit, 0]
    rows = np.flatnonzero((data.scale == 0) & made.tree.within(unit)[data.unit])
    lost, asked = other.value[rows] - data.value[rows], path[data.wave[rows]]
    square = float(asked @ asked)
    return path * (float(asked @ lost) / square if square > 0 else 0.0)


def dated_anew(made: Simulated, alarm: Alarm) -> Alarm | None:
    """The alarm as it is dated six waves later, where the result tells it as `changes`; None where it does not."""
    if "changes" not in Result.__slots__:
        return None
    known = judge(first_waves(made, alarm.wave + LATER + 1))
    told = (alarm.wave, alarm.unit, alarm.scale)
    changes: Sequence[Alarm] = getattr(known, "changes", ())
    return next((change for change in changes if (change.wave, change.unit, change.scale) == told), None)
