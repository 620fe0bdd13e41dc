"""What could not have been seen, as a table: the company, what was alarmed, a typical division and team.

One meaning everywhere: falls of a given age, on the principle of the page, or else on the one in which they are
hardest to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from dashboards.board.findings import alarms
from dashboards.board.gathered import Gathered
from dashboards.board.places import kind, name
from dashboards.board.values import MONTHS, Cell
from dashboards.board.wording.sight import FEW_BEFORE, after_a_fall, smallest, typical
from dashboards.figures.drawing import Table
from dashboards.wording.numbers import counted

MOST_ALARMED = 2


Sizes = list[float]
"""By months, the smallest falls that would have been found; `inf` where none would have been."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The table, and what has to be known to read it."""

    table: Table
    remarks: list[str]


def sight(gathered: Gathered) -> Sight | None:
    """None where nothing is known of the company."""
    board = gathered.board
    if not any(cell.unseen for cell in _cells(gathered, board.root)):
        return None
    told = [unit for unit in dict.fromkeys(one.unit for one in alarms(board)) if kind(board, unit) == "division"]
    groups = [(_whose(gathered, board.root, "the company"), [board.root])]
    groups += [(_whose(gathered, unit, name(board, unit)), [unit]) for unit in told[:MOST_ALARMED]]
    divisions = [unit for unit in board.units[board.root].below if unit not in told]
    teams = [unit for unit in gathered.rows if kind(board, unit) == "team"]
    for what, units in (("division", divisions), ("team", teams)):
        if any(_cells(gathered, unit) for unit in units):
            groups.append((typical(what, _typical_size(gathered, units)), units))
    rows = [
        (head, _middle([_hardest(cells) for one in units if (cells := _cells(gathered, one))]))
        for head, units in groups
    ]
    *first, last = MONTHS
    head = ["A fall in", *(str(months) for months in first), counted(last, "month")]
    table = Table(head, [[who, *map(_said, sizes)] for who, sizes in rows])
    return Sight(table, remarks(gathered, [board.root, *told[:MOST_ALARMED]], [sizes for _, sizes in rows]))


def sight_of(gathered: Gathered, principle: str, columns: Sequence[tuple[str, Sequence[int]]]) -> Sight | None:
    """On one principle, by months, a column for each group of units; None where nothing is known of any."""
    found = [[cell for unit in units if (cell := gathered.cell(unit, principle))] for _, units in columns]
    if not any(cell.unseen for cells in found for cell in cells):
        return None
    sizes = [_middle([_hardest([cell]) for cell in cells]) for cells in found]
    rows = [[f"{counted(months, 'month')} ago", *(_said(one[at]) for one in sizes)] for at, months in enumerate(MONTHS)]
    units = [unit for _, inside in columns[:1] for unit in inside]
    table = Table(["Began", *(head for head, _ in columns)], rows)
    return Sight(table, remarks(gathered, units, sizes, principle=principle))


def remarks(
    gathered: Gathered, units: Sequence[int], sizes: Sequence[Sizes], *, principle: str | None = None
) -> list[str]:
    """Where a number would be misread: of units that have just fallen, and where a longer time does not help."""
    board = gathered.board
    fallen = [one for one in alarms(board) if one.unit in units and principle in (None, one.principle)]
    said = [after_a_fall(name(board, one.unit), one) for one in fallen]
    grows = any(earlier < later for one in sizes for earlier, later in pairwise(one))
    return [*dict.fromkeys(said), *([FEW_BEFORE] if grows else [])]


def _hardest(cells: Sequence[Cell]) -> Sizes:
    """Of one unit, by months: on the principle in which a fall is hardest to see."""
    return [max([_smallest(cell, months) for cell in cells], default=inf) for months in MONTHS]


def _middle(units: Sequence[Sizes]) -> Sizes:
    """The middle of several units; none could be found where that is so of most of them."""
    return [median(one[at] for one in units) if units else inf for at in range(len(MONTHS))]


def _said(size: float) -> str:
    return smallest(None if size == inf else size)


def _smallest(cell: Cell, months: int) -> float:
    """A level cannot fall by more than there is of it."""
    found = cell.unseen.get(months, inf)
    return inf if cell.level is not None and found > cell.level.value else found


def _cells(gathered: Gathered, unit: int) -> list[Cell]:
    row = gathered.rows.get(unit)
    return [cell for cell in row.cells if cell] if row else []


def _whose(gathered: Gathered, unit: int, words: str) -> str:
    row = gathered.rows.get(unit)
    return words if row is None or row.asked is None or unit == gathered.board.root else f"{words} ({row.asked:,})"


def _typical_size(gathered: Gathered, units: Sequence[int]) -> int | None:
    sizes = [row.asked for unit in units if (row := gathered.rows.get(unit)) and row.asked is not None]
    return round(median(sizes)) if sizes else None
