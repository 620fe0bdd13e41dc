"""A change as an alert keeps it: what was told first, and what is known since."""

from dataclasses import dataclass
from typing import Any

from survey.queries.alerts import AlertFacts
from survey.queries.releases import Told

PARTS = ("direction", "shape", "onset", "onset_low", "onset_high", "points", "low", "high", "grade")


@dataclass(frozen=True, slots=True)
class Change:
    """A change in numbers of waves and points; sizes are None where too few people answered."""

    direction: str
    shape: str
    onset: int
    onset_low: int
    onset_high: int
    points: float | None
    low: float | None
    high: float | None
    grade: str


def first_of(told: Told) -> dict[str, Any]:
    return {name: getattr(told, name) for name in PARTS}


def known_of(told: Told, *, release: int) -> dict[str, Any]:
    """As of this release; what it does not say anew is as it was told."""
    newer = {name: value for name, value in (told.now or {}).items() if name in PARTS}
    return first_of(told) | newer | {"release": release, "stands": True}


def change_of(alert: AlertFacts, *, at_first: bool) -> Change | None:
    """As it was told, or as it is known; None for a recovery that was told by its level alone."""
    kept = alert.first if at_first else alert.known
    return Change(**{name: kept[name] for name in PARTS}) if "onset" in kept else None
