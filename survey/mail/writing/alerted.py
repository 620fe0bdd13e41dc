"""What the mails of an alert are written from: numbers and days, nothing that reads a store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Size:
    """Points with the ends of their interval of 90 %; of a fall they are positive."""

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Since:
    """When a change began: the likeliest month and the interval; each is the first day of a wave."""

    likeliest: date
    earliest: date
    latest: date

    @property
    def is_exact(self) -> bool:
        """Whether it can have been no other wave."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Moved:
    """The question whose published change is the largest, in the reader's language."""

    text: str
    size: Size


@dataclass(frozen=True, slots=True)
class Split:
    """Mix or mind; `parts` by name ("within", "joiners", "leavers", "reweighting", "hidden")."""

    change: float
    parts: Mapping[str, Size | None]


@dataclass(frozen=True, slots=True)
class Other:
    """Another alert, by the unit it is about and the day on which it was raised."""

    unit: str
    on: date


@dataclass(frozen=True, slots=True)
class People:
    """Of the unit, in the last wave; None where it is not said. `asked_before` when the fall began."""

    answered: int | None
    asked: int | None
    asked_before: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """How many alerts there were, in how many months, and the one before; how many false ones a year are allowed."""

    n_alerts: int
    n_months: int
    before: Other | None
    false_alarms: float


@dataclass(frozen=True, slots=True)
class Links:
    brief: str
    alert: str
    method: str


@dataclass(frozen=True, slots=True)
class Alerted:
    """An alert in words to be.

    `kind` is alarm, deepening or recovery; `within` the unit above one that is no division. `level` is that of the last
    wave and `level_before` that before the fall, both as published. `is_as_told` is False where the change is described
    as it is known since.
    """

    number: int
    kind: str
    language: str
    company: str
    contact: str
    unit: str
    within: str
    principle: str
    shape: str
    grade: str
    since: Since | None
    told_on: date
    size: Size | None
    level: Size | None
    level_before: float | None
    split: Split | None
    moved: Moved | None
    people: People
    about: Other | None
    record: Record
    links: Links
    is_as_told: bool = True
    sent_on: date | None = None
    is_withdrawn: bool = False
