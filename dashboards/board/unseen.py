"""What could hide in a unit: falls too small to be found, and those who did not answer."""

from dataclasses import dataclass

from dashboards.board.cells import people_of
from dashboards.board.gathered import Gathered
from dashboards.board.places import kind, name
from dashboards.board.sight import table_of
from dashboards.board.values import Cell
from dashboards.board.wording.answering import of_unit
from dashboards.board.wording.principles import said
from dashboards.figures.drawing import Table
from dashboards.wording.numbers import SMALL_COUNT


@dataclass(frozen=True, slots=True)
class Unseen:
    table: Table | None
    words: str


def unseen(gathered: Gathered, unit: int, principle: str) -> Unseen:
    board = gathered.board
    cell = gathered.cell(unit, principle)
    columns: list[tuple[str, list[Cell]]] = [(f"in {name(board, unit)}", [cell] if cell else [])]
    below = [one for inner in board.units[unit].below if (one := gathered.cell(inner, principle))]
    if below:
        columns.append((f"in a {kind(board, board.units[unit].below[0])} of it", below))
    is_known = any(one.unseen for _, cells in columns for one in cells)
    return Unseen(table_of(columns) if is_known else None, _silence(gathered, unit, principle, cell))


def _silence(gathered: Gathered, unit: int, principle: str, cell: Cell | None) -> str:
    """Not of small units, whose counts are told as bands."""
    row = gathered.rows.get(unit)
    people = people_of(row) if row else None
    if row is None or row.asked is None or people is None or people < SMALL_COUNT or cell is None or cell.level is None:
        return ""
    month = gathered.calendar.month(gathered.board.wave.number)
    silence = row.asked, row.asked - people
    return of_unit(name(gathered.board, unit), month, silence, cell.level.value, what=said(principle))
