"""A published number as people see it: whole points beside their range, people in bands where they are few."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey.queries.releases import Row
from survey.questionnaires.questionnaire import Item, Kind

FROM_LOW_TO_HIGH = 1.645
"""Standard errors to either side of a mean that make a range of 90 %."""
USUAL_SPREAD = 20.0
"""Standard deviation of people's scores, in points, that is given where a company's own would say too much."""

EXACT_FROM = 20
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` and `half`, half the width of its range, in points or in what the question asks for, or a `bound`.

    `shares` are percent of the people by answer, from the lowest.
    """

    value: float | None
    half: float | None
    bound: str
    people: str
    change: float | None = None
    change_half: float | None = None
    shares: tuple[int, ...] = ()
    most: float = MOST_POINTS

    @property
    def low(self) -> float | None:
        return None if self.value is None or self.half is None else max(0.0, self.value - self.half)

    @property
    def high(self) -> float | None:
        return None if self.value is None or self.half is None else min(self.most, self.value + self.half)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The rows of a release that a reader sees, to be looked up, and the spread in the company."""

    rows: Mapping[tuple[int, str, str, str], Row]
    spread: Mapping[str, float]

    @classmethod
    def of(cls, rows: Sequence[Row], spread: Mapping[str, float]) -> "Numbers":
        return cls({(row.unit_id, row.factor, row.band, row.measure): row for row in rows}, spread)


def principle_cell(
    now: Numbers, before: Numbers | None, *, unit: int, measure: str, factor: str = "", band: str = ""
) -> Cell | None:
    """None where nothing is shown."""
    key = (unit, factor, band, measure)
    row = now.rows.get(key)
    if row is None:
        return None
    half = half_width(now.spread.get(measure), row.people)
    earlier = before.rows.get(key) if before and factor != "matched" else None
    if row.points is None or earlier is None or earlier.points is None or before is None:
        return Cell(row.points, half, bound(row), people(row.people))
    other = half_width(before.spread.get(measure), earlier.people)
    both = None if half is None or other is None else math.hypot(half, other)
    return Cell(row.points, half, "", people(row.people), row.points - earlier.points, both)


def item_cell(row: Row, item: Item) -> Cell:
    """The range comes from the answers themselves, where it is shown how many gave which."""
    n_people = sum(row.counts) if row.counts else 0
    shares = tuple(round(100 * n / n_people) for n in row.counts) if row.counts and n_people else ()
    most = {Kind.RATED: 100, Kind.COUNT: 4}.get(item.kind, math.inf)
    half = _half_of(row.counts, 25 if item.kind is Kind.RATED else 1) if row.counts else None
    return Cell(row.points, half, bound(row), people(row.people), shares=shares, most=most)


def half_width(spread: float | None, n: int | None) -> float | None:
    return FROM_LOW_TO_HIGH * spread / math.sqrt(n) if spread is not None and n else None


def people(n: int | None) -> str:
    """A number from twenty on, below that a band: as in 5–9."""
    if n is None:
        return ""
    return str(n) if n >= EXACT_FROM else "10–19" if n >= EXACT_FROM // 2 else "5–9"


def bound(row: Row) -> str:
    if row.at_least is not None:
        return f"≥ {row.at_least}"
    return "" if row.at_most is None else f"≤ {row.at_most}"


def _half_of(counts: Sequence[int], step: float) -> float:
    n = sum(counts)
    mean = sum(at * count for at, count in enumerate(counts)) / n
    variance = sum(count * (at - mean) ** 2 for at, count in enumerate(counts)) / (n - 1)
    return FROM_LOW_TO_HIGH * step * math.sqrt(variance / n)
