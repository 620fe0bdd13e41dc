"""What the pages need from their host.

`Report` is the document `aloft analyse` writes as JSON (schema `aloft.report/1`, field by field) and draws as a
page. All names are labels as the reader of the file knows them; sizes are points of 0–100; evidence is in natural
logarithms; nan stands for what cannot be said (null in the JSON).
"""

from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["down", "up"]
Shape = Literal["step", "ramp"]


@dataclass(frozen=True, slots=True)
class Input:
    rows: int
    persons: int
    units: int
    waves: int
    kind: Literal["answers", "summaries"]


@dataclass(frozen=True, slots=True)
class Unit:
    unit: str
    parent: str | None
    level: int


@dataclass(frozen=True, slots=True)
class Scale:
    scale: str
    items: list[str]
    alpha: float
    omega: float
    icc1: float
    icc2: float


@dataclass(frozen=True, slots=True)
class Estimate:
    wave: str
    unit: str
    scale: str
    n: int
    mean: float
    se: float
    low: float
    high: float
    shrunk: float


@dataclass(frozen=True, slots=True)
class Change:
    """An alarm or an entry of the watch list."""

    wave: str
    unit: str
    scale: str
    direction: Direction
    shape: Shape
    onset: str
    onset_low: str
    onset_high: str
    size: float
    low: float
    high: float
    evidence: float


@dataclass(frozen=True, slots=True)
class CommonChange:
    """A wave in which the children of one unit moved together; `share` is that of the children which moved that way."""

    wave: str
    unit: str
    scale: str
    size: float
    low: float
    high: float
    share: float


@dataclass(frozen=True, slots=True)
class InstrumentChange:
    wave: str
    scale: str
    items_added: list[str]
    items_removed: list[str]
    size_as_published: float
    size_on_common_items: float


@dataclass(frozen=True, slots=True)
class Detectable:
    unit: str
    scale: str
    months: int
    points: float
    power: float


@dataclass(frozen=True, slots=True)
class Report:
    input: Input
    waves: list[str]
    units: list[Unit]
    scales: list[Scale]
    estimates: list[Estimate]
    alarms: list[Change]
    watch: list[Change]
    common_changes: list[CommonChange]
    instrument_changes: list[InstrumentChange]
    detectability: list[Detectable]
    evidence: list[float]
    threshold: float
    false_alarms_per_year: float
    warnings: list[str]
    schema: str = field(default="aloft.report/1")
