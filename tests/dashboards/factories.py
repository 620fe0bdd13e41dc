"""Companies and changes to build reports from: made up and seeded."""

from dataclasses import dataclass, field
from math import nan

import numpy as np

from dashboards.source import (
    Change,
    Detectable,
    Estimate,
    Input,
    Report,
    Scale,
    Unit,
)

HALF_RANGE = 1.645


@dataclass
class Company:
    """Units with sizes, scales and waves; falls are put in by hand."""

    units: dict[str, int]
    waves: list[str]
    scales: list[str]
    seed: int = 20260101
    spread: float = 16.0
    base: float = 63.0
    falls: dict[tuple[str, str], tuple[int, float, str]] = field(default_factory=dict)

    def report(self, **changed: object) -> Report:
        rng = np.random.default_rng(self.seed)
        estimates = [
            estimate for unit in self.units for scale in self.scales for estimate in self._trend(rng, unit, scale)
        ]
        values: dict[str, object] = {
            "input": Input(
                len(estimates) * 9, self.units[next(iter(self.units))], len(self.units), len(self.waves), "answers"
            ),
            "waves": self.waves,
            "units": units_of(list(self.units)),
            "scales": [Scale(scale, ["a", "b", "c"], 0.84, 0.86, 0.05, 0.71) for scale in self.scales],
            "estimates": estimates,
            "alarms": [],
            "watch": [],
            "common_changes": [],
            "instrument_changes": [],
            "detectability": [
                self._detectable(unit, scale, months)
                for unit in self.units
                for scale in self.scales
                for months in (3, 6, 12)
            ],
            "evidence": list(np.abs(rng.normal(0.8, 0.5, len(self.waves)))),
            "threshold": 4.79,
            "false_alarms_per_year": 0.1,
            "warnings": [],
        }
        return Report(**(values | changed))

    def _trend(self, rng: np.random.Generator, unit: str, scale: str) -> list[Estimate]:
        n = max(1, round(self.units[unit] * 0.7))
        se = self.spread / n**0.5
        level = self.base + rng.normal(0, 0.5 if unit == next(iter(self.units)) else 3)
        onset, size, shape = self.falls.get((unit, scale), (len(self.waves), 0.0, "step"))
        rows = []
        for wave, label in enumerate(self.waves):
            part = 0 if wave < onset else 1 if shape == "step" else (wave - onset + 1) / (len(self.waves) - onset)
            mean = float(np.clip(level - size * part + rng.normal(0, se / 3), 2, 98))
            low, high = max(0.0, mean - HALF_RANGE * se), min(100.0, mean + HALF_RANGE * se)
            rows.append(Estimate(label, unit, scale, n, mean, se, low, high, 0.8 * mean + 0.2 * self.base))
        return rows

    def _detectable(self, unit: str, scale: str, months: int) -> Detectable:
        points = 90 / self.units[unit] ** 0.5 / months**0.4
        return Detectable(unit, scale, months, points if points < 40 else nan, 0.8)


def units_of(paths: list[str]) -> list[Unit]:
    """Paths as units; the longest path that another continues is its parent, since names may hold a slash."""
    levels: dict[str, int] = {}
    known: list[Unit] = []
    for path in paths:
        cuts = [at for at, letter in enumerate(path) if letter == "/" and path[:at] in levels]
        parent = path[: cuts[-1]] if cuts else None
        levels[path] = 0 if parent is None else levels[parent] + 1
        known.append(Unit(path, parent, levels[path]))
    return known


def change(unit: str, scale: str, **given: object) -> Change:
    """A gentle descent of 9 points, told in the last wave, unless something else is given."""
    values: dict[str, object] = {
        "wave": "Nov 2026",
        "unit": unit,
        "scale": scale,
        "direction": "down",
        "shape": "ramp",
        "onset": "Feb 2026",
        "onset_low": "Jan 2026",
        "onset_high": "Apr 2026",
        "size": 9.0,
        "low": 6.0,
        "high": 12.0,
        "evidence": 5.6,
    }
    return Change(**(values | given))
