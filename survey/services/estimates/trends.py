"""Levels in the light of all waves, by the model of `analysis.trend` that also estimates them at the close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import isnan, nan
from typing import TYPE_CHECKING, TypeVar

from dashboards.board.values import Range
from survey.queries.releases import Row

if TYPE_CHECKING:
    from analysis.panel import Floats
    from analysis.trend import Motion, Trends

Group = TypeVar("Group")
Rows = Sequence[Row | None]
Column = tuple[float, ...]
Ranges = tuple[Range | None, ...]


@dataclass(frozen=True)
class Among:
    """Groups that were estimated together, each in its seat; what was asked of them once is at hand."""

    trends: "Trends"
    _changes: dict[tuple[int, int], Ranges] = field(default_factory=dict)

    @cached_property
    def levels(self) -> list[Ranges]:
        """By seat and wave; None before the first mean and after the last."""
        tables = (self.trends.level, self.trends.low, self.trends.high)
        return [_ranges(*ends) for ends in zip(*tables, strict=True)]

    def changes(self, since: int, until: int) -> Ranges:
        """By seat: the level of one wave less that of an earlier one; its range knows how far both err together."""
        if (since, until) not in self._changes:
            span = self.trends.change(since, until)
            self._changes[since, until] = _ranges(span.size, span.low, span.high)
        return self._changes[since, until]


@dataclass(frozen=True, slots=True)
class Levels:
    """Of one group."""

    among: Among
    seat: int

    @property
    def by_wave(self) -> Ranges:
        return self.among.levels[self.seat]

    def at(self, wave: int) -> Range | None:
        return self.by_wave[wave]

    def change(self, since: int, until: int) -> Range | None:
        return self.among.changes(since, until)[self.seat]


def levels_of(
    groups: Mapping[Group, Rows], *, spread: Sequence[float], times: Sequence[float], motion: "Motion"
) -> dict[Group, Levels]:
    """Of groups on one principle; none of those of which no mean is shown. `spread` and `times` (years) are by wave."""
    held = {group: [_exact(row) for row in rows] for group, rows in groups.items()}
    held = {group: waves for group, waves in held.items() if any(n for _, n in waves)}
    if not held:
        return {}
    means = tuple(tuple(mean for mean, _ in waves) for waves in held.values())
    people = tuple(tuple(n for _, n in waves) for waves in held.values())
    found = trends_of(means, people, tuple(spread), tuple(times), motion)
    return {group: Levels(found, seat) for seat, group in enumerate(held)}


@lru_cache(maxsize=128)
def trends_of(
    means: tuple[Column, ...], people: tuple[Column, ...], spread: Column, times: Column, motion: "Motion"
) -> Among:
    """The same means have the same trend, whoever reads them."""
    from analysis.trend import trends  # noqa: PLC0415 -- weight

    return Among(trends(means, people, spread, times, motion))


def _exact(row: Row | None) -> tuple[float, int]:
    """Mean and people of a row that shows a number."""
    return (nan, 0) if row is None or row.points is None or not row.people else (row.points, row.people)


def _ranges(values: "Floats", lows: "Floats", highs: "Floats") -> Ranges:
    return tuple(map(_range, values.tolist(), lows.tolist(), highs.tolist()))


def _range(value: float, low: float, high: float) -> Range | None:
    return None if isnan(value) else Range(value, low, high)
