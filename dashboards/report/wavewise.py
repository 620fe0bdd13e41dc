"""Every unit's levels as tables, one group for each division; closed until asked for."""

from dataclasses import dataclass
from math import isfinite

from dashboards.figures.drawing import Table
from dashboards.report.lookup import Lookup
from dashboards.wording.numbers import decimals_for, give_or_take, opened, rounded

MOST_WAVES = 12
MOST_CELLS = 60_000
MOST_UNITS = 4_000
PAGE = 50


@dataclass(frozen=True, slots=True)
class Group:
    """A division (or the next 50 of its units): a table for each scale."""

    title: str
    tables: list[tuple[str, Table]]


@dataclass(frozen=True, slots=True)
class Wavewise:
    groups: list[Group]
    n_waves: int
    left_out: int


def wavewise(lookup: Lookup) -> Wavewise:
    shown = min(len(lookup.units), MOST_UNITS)
    lines = max(1, shown * len(lookup.scales))
    n_waves = min(lookup.last + 1, max(2, min(MOST_WAVES, MOST_CELLS // lines)))
    kept = set(lookup.units[:shown])
    groups = []
    for title, units in _pages(lookup):
        here = [unit for unit in units if unit in kept]
        if here:
            groups.append(
                Group(title, [(opened(lookup.said(s)), _table(lookup, here, s, n_waves)) for s in lookup.scales])
            )
    return Wavewise(groups, n_waves, len(lookup.units) - shown)


def _pages(lookup: Lookup) -> list[tuple[str, list[str]]]:
    """The root with its divisions, then each division with all below it, 50 units at a time."""
    whole = [(f"{opened(lookup.name(lookup.root))} and its parts", [lookup.root, *lookup.divisions])]
    parts = [(lookup.name(unit), [unit, *lookup.below(unit)]) for unit in lookup.divisions if lookup.children.get(unit)]
    pages = []
    for title, units in [*whole, *parts]:
        for at in range(0, len(units), PAGE):
            last = min(at + PAGE, len(units))
            pages.append((title if len(units) <= PAGE else f"{title}, {at + 1} to {last}", units[at:last]))
    return pages


def _table(lookup: Lookup, units: list[str], scale: str, n_waves: int) -> Table:
    waves = range(lookup.last + 1 - n_waves, lookup.last + 1)
    head = ["Unit", *(lookup.labels[wave] for wave in waves)]
    return Table(head, [[lookup.name(unit), *(_cell(lookup, unit, scale, wave) for wave in waves)] for unit in units])


def _cell(lookup: Lookup, unit: str, scale: str, wave: int) -> str:
    found = lookup.at(unit, scale, wave)
    if found is None:
        return "not shown" if lookup.is_hidden(unit, scale, wave) else ""
    if not (isfinite(found.low) and isfinite(found.high)):
        return rounded(found.mean)
    mean = rounded(found.mean, decimals_for(found.low, found.high))
    return f"{mean} {give_or_take((found.high - found.low) / 2)}"
