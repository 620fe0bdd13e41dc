"""Alerts."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.release import Principle
from survey.web.api.shapes.shape import Path, Shape, WaveNumber

AlertState = Literal["open", "acknowledged", "recovered"]


class Change(Shape):
    """What fell, as it is known now. Waves by number; sizes in points, null where too few people answered."""

    direction: Literal["down", "up"]
    shape: Literal["step", "ramp"]
    onset: int
    onset_low: int
    onset_high: int
    points: float | None
    low: float | None
    high: float | None
    evidence: str


class Alert(Shape):
    """An alert: a fall, one that comes on top of it (`deepening`), or its end (`recovery`)."""

    id: int
    kind: Literal["alarm", "deepening", "recovery"]
    about: Annotated[int | None, Field(description="The alert that a deepening or recovery belongs to.")]
    state: AlertState
    stands: Annotated[bool, Field(description="False where a correction has taken away what it tells of.")]
    unit: Path
    principle: Principle
    wave: Annotated[WaveNumber, Field(description="In which it was told.")]
    raised_at: datetime
    acknowledged_at: datetime | None
    recovered_in: Annotated[int | None, Field(description="The wave by which the fall had ended.")]
    change: Change | None
    url: Annotated[str, Field(description="Its page, which says it in words.")]


class Alerts(Shape):
    """Alerts of the last programme, the oldest first."""

    alerts: list[Alert]


class WhichAlerts(Shape):
    """Which alerts are wanted."""

    state: Annotated[AlertState | None, Field(description="Only those in this state.")] = None
