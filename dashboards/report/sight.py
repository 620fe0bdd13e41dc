"""What could not have been seen, in words and as a table."""

from dataclasses import dataclass
from math import inf, isfinite
from statistics import median

from dashboards.figures.drawing import Table
from dashboards.report.lookup import Lookup
from dashboards.wording.numbers import counted, in_words, points, rounded, share

HOLDING_POINTS = 3
HOLDING_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Sight:
    """The smallest fall found, by level of the tree; a row's sizes are the largest over the scales."""

    months: list[int]
    rows: list[tuple[str, list[float]]]
    power: float

    @property
    def is_known(self) -> bool:
        return bool(self.rows)


def sight(lookup: Lookup, scale: str | None = None) -> Sight:
    """The root, then the median unit of every level below it; of one scale, or the worst of all."""
    worst: dict[tuple[str, int], float] = {}
    for found in lookup.report.detectability:
        if scale not in {None, found.scale}:
            continue
        size = found.points if isfinite(found.points) else inf
        key = (found.unit, found.months)
        worst[key] = max(size, worst.get(key, 0))
    months = sorted({months for _, months in worst})
    by_level: dict[int, list[str]] = {}
    for unit in sorted({unit for unit, _ in worst}):
        by_level.setdefault(lookup.level.get(unit, 0), []).append(unit)
    rows = [
        (_who(lookup, level, units), [median(worst.get((unit, month), inf) for unit in units) for month in months])
        for level, units in sorted(by_level.items())
    ]
    power = next((found.power for found in lookup.report.detectability if isfinite(found.power)), 0.8)
    return Sight(months, rows, power)


def _who(lookup: Lookup, level: int, units: list[str]) -> str:
    if len(units) == 1:
        return lookup.name(units[0])
    if level == lookup.level[lookup.root] + 1:
        return "a typical division" if any(lookup.children.get(unit) for unit in units) else "a typical unit"
    if not any(lookup.children.get(unit) for unit in units):
        return "a typical team"
    return f"a typical unit {in_words(level)} levels below"


def as_table(found: Sight) -> Table:
    head = ["A fall in", *(counted(months, "month") for months in found.months)]
    return Table(head, [[who, *(smallest(size) for size in sizes)] for who, sizes in found.rows])


def smallest(size: float) -> str:
    if not isfinite(size):
        return "none could be found"
    return rounded(size) if size >= 1 else rounded(size, 1)


def unseen(found: Sight) -> str:
    """What could have gone unseen, in one sentence; empty where nothing is known about it."""
    if not found.is_known:
        return ""
    at = _horizon(found)
    who, sizes = found.rows[0]
    first = f"A fall of {_below(sizes[at])} in {who}" if isfinite(sizes[at]) else f"Any fall in {who}"
    rest = ""
    if len(found.rows) > 1:
        who, sizes = found.rows[-1]
        rest = f", and {'one of ' + _below(sizes[at]) if isfinite(sizes[at]) else 'any'} in {who}"
    return f"{first} within {counted(found.months[at], 'month')} could have gone unseen{rest}."


def _below(size: float) -> str:
    return f"less than {points(size, 0 if size >= 1 else 1)}"


def _horizon(found: Sight) -> int:
    """Half a year, or the longest there is where no fall of the whole would be found so soon."""
    near = [at for at, months in enumerate(found.months) if months <= HOLDING_MONTHS and isfinite(found.rows[0][1][at])]
    return near[-1] if near else len(found.months) - 1


def is_sharp(found: Sight) -> bool:
    """Whether "holding" may be said: a fall of 3 points in the whole would have been found in half a year."""
    near = [at for at, months in enumerate(found.months) if months <= HOLDING_MONTHS]
    return found.is_known and bool(near) and found.rows[0][1][near[-1]] <= HOLDING_POINTS


def chance(found: Sight) -> str:
    return f"found in {share(found.power)} of such cases"
