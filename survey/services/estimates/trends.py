"""Levels in the light of all waves, by the model of `analysis.trend` that also estimates them at the close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan, nan
from typing import TYPE_CHECKING, TypeVar

from dashboards.board.values import Range
from survey.queries.releases import Row

if TYPE_CHECKING:
    from analysis.trend import Motion, Trends

Group = TypeVar("Group")
Rows = Sequence[Row | None]
Column = tuple[float, ...]


@dataclass(frozen=True)
class Levels:
    """Of one group, among those that were estimated together."""

    among: "Trends"
    seat: int

    def at(self, wave: int) -> Range | None:
        """None before the first mean and after the last."""
        return self._ranges[wave]

    @cached_property
    def _ranges(self) -> list[Range | None]:
        tables = (self.among.level, self.among.low, self.among.high)
        return list(map(_range, *(table[self.seat].tolist() for table in tables)))

    def change(self, since: int, until: int) -> Range | None:
        """The level of one wave less that of an earlier one; its range knows how far both err together."""
        span = self.among.change(since, until)
        return _range(*(float(ends[self.seat]) for ends in (span.size, span.low, span.high)))


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
) -> "Trends":
    """The same means have the same trend, whoever reads them."""
    from analysis.trend import trends  # noqa: PLC0415 -- weight

    return trends(means, people, spread, times, motion)


def _exact(row: Row | None) -> tuple[float, int]:
    """Mean and people of a row that shows a number."""
    return (nan, 0) if row is None or row.points is None or not row.people else (row.points, row.people)


def _range(value: float, low: float, high: float) -> Range | None:
    return None if isnan(value) else Range(value, low, high)
