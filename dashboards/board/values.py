"""The published values that pages of results are made of.

Principles come in the order of `PRINCIPLES`. Levels are 0–100, changes are points; each `Range` is an interval of 90 %.
Waves are known by their number. None stands for what is not shown or cannot be said; the pages say which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

PRINCIPLES = ("learning", "customer_truth", "equal_say")
MONTHS = (3, 6, 12)
"""Spans for which it is said what could have gone unseen."""

AlertState = Literal["open", "acknowledged", "recovered", "none"]


@dataclass(frozen=True, slots=True)
class Range:
    value: float
    low: float
    high: float

    @property
    def half(self) -> float:
        return (self.high - self.low) / 2

    @property
    def leaves_out_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Wave:
    """A closed wave. `answered` of `asked` people did; `epoch` numbers the stretch within which answers are linked."""

    number: int
    opened_on: date
    closed_on: date
    asked: int | None
    answered: int | None
    epoch: int
    questionnaire: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the tree was in the wave; the root has no parent. `below` are its children in the tree's order."""

    id: int
    name: str
    parent: int | None
    below: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A principle in a unit or band; either a `level` or a `bound` such as "≥ 90". `change` runs from wave `since` on.

    `unseen` is the smallest fall that would have been found, by months; empty where nothing can be said.
    """

    level: Range | None
    bound: str
    people: int | None
    since: int | None
    change: Range | None
    unseen: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with a cell for each principle, None where nothing is shown; `asked` is None where that is not said."""

    unit: int
    asked: int | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A wave of a trend: the estimated level and the plain mean of the wave."""

    level: Range
    mean: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """A trend with a point for each wave of the board, None where nothing is shown. `band` is "" for a whole unit."""

    unit: int
    principle: str
    points: tuple[Point | None, ...]
    band: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """Mix or mind. `parts` by name, "within" (minds), "joiners", "leavers", "reweighting", "hidden"; half points."""

    unit: int
    principle: str
    since: int
    change: float
    parts: Mapping[str, Range | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A change that was told, as it is known now; `size` is None in small groups. `alert` numbers its alert."""

    list: Literal["alarm", "watch"]
    unit: int
    principle: str
    direction: Literal["down", "up"]
    shape: Literal["step", "ramp"]
    told_in: int
    onset: int
    onset_low: int
    onset_high: int
    size: Range | None
    grade: Literal["some", "strong", "very strong"]
    split: Split | None = None
    state: AlertState = "none"
    alert: int | None = None
    acknowledged_on: date | None = None


@dataclass(frozen=True, slots=True)
class BandMove:
    """A band of the company that may have moved, or its gap (`factor` "level"): told to HR alone, never an alarm.

    `size` is None in small bands. `gap` is how much higher leaders rate it now; None of bands.
    """

    factor: Literal["tenure", "level"]
    band: str
    principle: str
    direction: Literal["down", "up"]
    told_in: int
    onset: int
    size: Range | None
    gap: float | None = None

    @property
    def has_grown(self) -> bool | None:
        """Whether the gap is wider than it was; None where that cannot be said."""
        if self.gap is None or self.size is None:
            return None
        moved = abs(self.size.value) if self.direction == "up" else -abs(self.size.value)
        return abs(self.gap) > abs(self.gap - moved)


@dataclass(frozen=True, slots=True)
class Event:
    """A moment on the timeline: a day, or a span to `until`; in the whole company, or in one unit."""

    on: date
    until: date | None
    kind: str
    words: str
    unit: int | None


@dataclass(frozen=True, slots=True)
class ReplyOwed:
    """The reply to the wave of the board: what it says, or by when it is due, and whether that is still to come.

    `belief` are the levels of the question whether anything will come of this, wave by wave.
    """

    heard: str
    done: str
    not_done: str
    is_written: bool
    due_on: date | None
    can_be_written: bool
    belief: tuple[Range | None, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a unit. `change` against wave `since`; `waves` over how many it is pooled; shares by answer."""

    code: str
    text: str
    principle: str
    facet: str
    level: Range | None
    bound: str
    people: int | None
    since: int | None
    change: Range | None
    waves: int
    shares: tuple[int, ...]
