"""What could not have been seen, as a table: the company, what was alarmed, a typical division and team."""

from collections.abc import Sequence
from math import inf
from statistics import median

from dashboards.board.findings import alarms
from dashboards.board.gathered import Gathered
from dashboards.board.places import kind, name
from dashboards.board.values import MONTHS, Cell
from dashboards.board.wording.sight import smallest, typical
from dashboards.figures.drawing import Table
from dashboards.wording.numbers import counted

MOST_ALARMED = 2


def unseen_table(gathered: Gathered) -> Table | None:
    """None where nothing is known of any unit."""
    board = gathered.board
    told = dict.fromkeys(
        one.unit for one in alarms(board) if one.unit != board.root and kind(board, one.unit) == "division"
    )
    rows = [_row(_whose(gathered, board.root, "the company"), _cells(gathered, [board.root]))]
    rows += [
        _row(_whose(gathered, unit, name(board, unit)), _cells(gathered, [unit])) for unit in list(told)[:MOST_ALARMED]
    ]
    divisions = [unit for unit in board.units[board.root].below if unit not in told]
    teams = [unit for unit in gathered.rows if kind(board, unit) == "team"]
    for what, units in (("division", divisions), ("team", teams)):
        if cells := _cells(gathered, units):
            rows.append(_row(typical(what, _typical_size(gathered, units)), cells))
    if not any(cell.unseen for cell in _cells(gathered, [board.root])):
        return None
    *first, last = MONTHS
    return Table(["A fall in", *(str(months) for months in first), counted(last, "month")], rows)


def table_of(columns: Sequence[tuple[str, Sequence[Cell]]]) -> Table:
    """By months, a column for each group of cells."""
    rows = [[f"{counted(months, 'month')} ago", *(_middle(cells, months) for _, cells in columns)] for months in MONTHS]
    return Table(["Began", *(head for head, _ in columns)], rows)


def _row(head: str, cells: Sequence[Cell]) -> list[str]:
    return [head, *(_middle(cells, months) for months in MONTHS)]


def _middle(cells: Sequence[Cell], months: int) -> str:
    """The middle of the units and principles; none could be found where that is so of most of them."""
    sizes = sorted(_smallest(cell, months) for cell in cells)
    found = median(sizes) if sizes else inf
    return smallest(None if found == inf else found)


def _smallest(cell: Cell, months: int) -> float:
    """A level cannot fall by more than there is of it."""
    found = cell.unseen.get(months, inf)
    return inf if cell.level is not None and found > cell.level.value else found


def _cells(gathered: Gathered, units: Sequence[int]) -> list[Cell]:
    rows = [gathered.rows[unit] for unit in units if unit in gathered.rows]
    return [cell for row in rows for cell in row.cells if cell]


def _whose(gathered: Gathered, unit: int, words: str) -> str:
    row = gathered.rows.get(unit)
    return words if row is None or row.asked is None or unit == gathered.board.root else f"{words} ({row.asked:,})"


def _typical_size(gathered: Gathered, units: Sequence[int]) -> int | None:
    sizes = [row.asked for unit in units if (row := gathered.rows.get(unit)) and row.asked is not None]
    return round(median(sizes)) if sizes else None
