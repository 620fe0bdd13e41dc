"""What could hide in a unit: falls too small to be found, and those who did not answer."""

from dataclasses import dataclass

from dashboards.board.cells import people_of
from dashboards.board.gathered import Gathered
from dashboards.board.places import kind, name
from dashboards.board.sight import Sight, sight_of
from dashboards.board.values import Cell
from dashboards.board.wording.answering import of_unit
from dashboards.board.wording.principles import said
from dashboards.board.wording.sight import found_on
from dashboards.wording.numbers import SMALL_COUNT

LONGEST = 18
"""Letters of a name that the head of a narrow column has room for."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Falls by their age, and what is unknown of those who did not answer; `note` says which falls are meant."""

    note: str
    sight: Sight | None
    words: str


def unseen(gathered: Gathered, unit: int, principle: str) -> Unseen:
    board = gathered.board
    cell = gathered.cell(unit, principle)
    columns: list[tuple[str, list[int]]] = [(_head(name(board, unit)), [unit])]
    below = [inner for inner in board.units[unit].below if gathered.cell(inner, principle)]
    if below:
        columns.append((f"in a {kind(board, below[0])} of it", below))
    return Unseen(
        found_on(principle), sight_of(gathered, principle, columns), _silence(gathered, unit, principle, cell)
    )


def _head(who: str) -> str:
    return f"in {who}" if len(who) <= LONGEST else "here"


def _silence(gathered: Gathered, unit: int, principle: str, cell: Cell | None) -> str:
    """Not of small units, whose counts are told as bands."""
    row = gathered.rows.get(unit)
    people = people_of(row) if row else None
    if row is None or row.asked is None or people is None or people < SMALL_COUNT or cell is None or cell.level is None:
        return ""
    month = gathered.calendar.month(gathered.board.wave.number)
    silence = row.asked, row.asked - people
    return of_unit(name(gathered.board, unit), month, silence, cell.level.value, what=said(principle))
