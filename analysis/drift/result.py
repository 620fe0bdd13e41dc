"""What the monitor says: alarms, watch list, evidence, levels, and what it could not have seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.estimates import Estimates
from analysis.panel import Floats, Ints

if TYPE_CHECKING:
    from analysis.drift.carry import Carry

Direction = Literal["down", "up"]
Shape = Literal["step", "ramp"]


@dataclass(frozen=True, slots=True)
class Alarm:
    """One change, as it was known in the wave in which it was told.

    Attributes
    ----------
    wave : int
        The wave after which it was told.
    unit, scale : int
        Where, and in what.
    direction : "down" or "up"
        A fall or a rise.
    shape : "step" or "ramp"
        A crash landing or a gentle descent, whichever the evidence favours.
    onset, onset_low, onset_high : int
        First wave of the change: likeliest, and the 90 % interval. Negative waves lie before this call's
        first wave (with a carry).
    size, low, high : float
        Points of 0–100 between the old level and the last wave, with its 90 % interval; positive in either
        direction.
    log_evidence : float
        Natural logarithm of this unit's evidence.
    """

    wave: int
    unit: int
    scale: int
    direction: Direction
    shape: Shape
    onset: int
    onset_low: int
    onset_high: int
    size: float
    low: float
    high: float
    log_evidence: float


@dataclass(frozen=True, slots=True)
class Detectability:
    """The lasting fall that would have been found, a row per unit, scale and horizon.

    Attributes
    ----------
    unit, scale : ndarray of int, shape (n_rows,)
        Where, and in what.
    months : ndarray of int, shape (n_rows,)
        Time since the fall.
    points : ndarray of float, shape (n_rows,)
        Size of the fall in points of 0–100; nan where none could be found.
    power : ndarray of float, shape (n_rows,)
        Probability with which it is found within that time.
    """

    unit: Ints
    scale: Ints
    months: Ints
    points: Floats
    power: Floats


@dataclass(frozen=True, slots=True)
class Result:
    """What `monitor` returns.

    Attributes
    ----------
    alarms : tuple of Alarm
        Falls told to the CEO, in the order in which they were told.
    watch : tuple of Alarm
        What HR should look at, in both directions.
    changes : tuple of Alarm
        The alarms again, described as they are known after the last wave; `wave` is still that of the alarm.
    log_evidence : ndarray of float, shape (n_waves,)
        Natural logarithm of the global evidence for a fall, after each wave.
    log_threshold : float
        An alarm is raised where `log_evidence` reaches it.
    estimates : Estimates
        Levels.
    detectability : Detectability
        What could not have been seen.
    warnings : tuple of str
        Where the promise needs a qualification, in words.
    carry : Carry
        What the next epoch's call needs; nothing in it is about one person.
    """

    alarms: tuple[Alarm, ...]
    watch: tuple[Alarm, ...]
    changes: tuple[Alarm, ...]
    log_evidence: Floats
    log_threshold: float
    estimates: Estimates
    detectability: Detectability
    warnings: tuple[str, ...]
    carry: "Carry"
