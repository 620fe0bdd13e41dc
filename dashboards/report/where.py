"""The heat map: an HTML table in the order of the organisation, tinted only where something was found."""

from dataclasses import dataclass
from math import ceil

from dashboards.report.cells import Cell, cell, latest, ruler, tint
from dashboards.report.lookup import Lookup
from dashboards.report.moves import FEWEST_ANSWERS, answers
from dashboards.wording.numbers import UNKNOWN_RANGE, counted, opened

MOST_ROWS = 60
MOST_DIVISIONS = 40
MOST_FOUND = 30
MOST_INDENT = 4
SIDE_BY_SIDE = 3
MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Row:
    unit: str
    name: str
    indent: int
    answered: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Box:
    tint: str
    sign: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A division's units as boxes, and the same in words."""

    name: str
    boxes: list[Box]
    words: str


@dataclass(frozen=True, slots=True)
class Where:
    """Blocks of scales side by side, each with all rows; boxes where there are many units."""

    ends: tuple[int, int]
    blocks: list[tuple[list[str], list[Row]]]
    box_rows: list[BoxRow]
    is_compact: bool
    is_whole: bool
    footnotes: list[str]


FOOTNOTES = {
    "not judged": f"Not judged: fewer than {FEWEST_ANSWERS} answers in one of the two waves.",
    "unknown": "Unknown: no answers in an earlier wave to compare with.",
    "no answers": "No answers: none in the last wave.",
    UNKNOWN_RANGE: f"{UNKNOWN_RANGE}: the range is unknown, because the file tells neither counts nor spreads.",
}


def where(lookup: Lookup) -> Where:
    units = _rows(lookup)
    ends = ruler(lookup, units)
    scales = lookup.scales
    blocks = _even(scales)
    filled = [([opened(lookup.said(scale)) for scale in block], _block(lookup, units, block, ends)) for block in blocks]
    is_whole = len(units) == len(lookup.units)
    boxes = [] if is_whole else _boxes(lookup)
    return Where(ends, filled, boxes, len(scales) > SIDE_BY_SIDE, is_whole, _footnotes([rows for _, rows in filled]))


def _even(scales: list[str]) -> list[list[str]]:
    """As few blocks as fit a page, of much the same width: nine are five and four, not eight and one."""
    n_blocks = ceil(len(scales) / MOST_COLUMNS)
    wide = ceil(len(scales) / n_blocks)
    return [scales[at : at + wide] for at in range(0, len(scales), wide)]


def _footnotes(blocks: list[list[Row]]) -> list[str]:
    """What the short words in the cells mean, where they occur."""
    cells = [cell for rows in blocks for row in rows for cell in row.cells]
    said = {cell.instead for cell in cells} | {cell.half_width for cell in cells}
    return [note for word, note in FOOTNOTES.items() if word in said]


def _rows(lookup: Lookup) -> list[str]:
    """All units where they are few; else the root, the divisions, and the units with the surest changes."""
    if len(lookup.units) <= MOST_ROWS:
        return lookup.units
    found = dict.fromkeys(change.unit for change in (*lookup.alarms(), *lookup.watched()))
    kept = {lookup.root, *list(found)[:MOST_FOUND]}
    if len(lookup.divisions) <= MOST_DIVISIONS:
        kept |= set(lookup.divisions)
    return [unit for unit in lookup.units if unit in kept]


def _block(lookup: Lookup, units: list[str], scales: list[str], ends: tuple[int, int]) -> list[Row]:
    shown = set(units)
    return [
        Row(
            unit=unit,
            name=opened(lookup.own_names[unit]) if lookup.parent[unit] in shown else opened(lookup.name(unit)),
            indent=min(MOST_INDENT, _depth(lookup, unit, shown)),
            answered=answers(lookup, unit, lookup.last),
            cells=[cell(lookup, unit, scale, ends) for scale in scales],
        )
        for unit in units
    ]


def _depth(lookup: Lookup, unit: str, shown: set[str]) -> int:
    """How many of the rows above hold the unit, the root not counted: a row stands under its own ancestors only."""
    above, depth = lookup.parent[unit], 0
    while above is not None and above != lookup.root:
        depth += above in shown
        above = lookup.parent[above]
    return depth


def _boxes(lookup: Lookup) -> list[BoxRow]:
    """One box for each lowest unit, in rows of divisions; those right under the root share a row."""
    direct = [unit for unit in lookup.divisions if not lookup.children.get(unit)]
    rows = [(lookup.root, direct)] if direct else []
    rows += [(unit, _lowest(lookup, unit)) for unit in lookup.divisions if lookup.children.get(unit)]
    return [_box_row(lookup, part, units) for part, units in rows]


def _lowest(lookup: Lookup, unit: str) -> list[str]:
    return [inner for inner in lookup.below(unit) if not lookup.children.get(inner)]


def _box_row(lookup: Lookup, part: str, units: list[str]) -> BoxRow:
    boxes = [_box(lookup, unit) for unit in units]
    found, hidden = sum(bool(box.tint) for box in boxes), sum(box.is_hidden for box in boxes)
    between = [unit for unit in (part, *lookup.below(part)) if lookup.children.get(unit)] if part != lookup.root else []
    above = sum(any((unit, scale) in lookup.changes for scale in lookup.scales) for unit in between)
    said = [
        counted(found, "unit") + " changed" if found else "",
        counted(above, "larger part") + " changed" if above else "",
        f"{hidden} not shown" if hidden else "",
    ]
    return BoxRow(opened(lookup.own_names[part]), boxes, ", ".join(words for words in said if words))


def _box(lookup: Lookup, unit: str) -> Box:
    changes = [change for scale in lookup.scales if (change := latest(lookup, unit, scale)) is not None]
    if changes:
        largest = max(changes, key=lambda change: (change.direction == "down", change.size))
        return Box(tint(largest), "−" if largest.direction == "down" else "+", is_hidden=False)
    shown = any(lookup.at(unit, scale, lookup.last) is not None for scale in lookup.scales)
    return Box("", "", is_hidden=not shown)
