"""The heat map: a table of the company and its divisions, tinted only where something was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from dashboards.board.cells import Around, Ends, Shown, ends_of, people_of, shown
from dashboards.board.findings import below_words, by_cell
from dashboards.board.gathered import Gathered
from dashboards.board.places import may_open, name
from dashboards.board.sizes import sized
from dashboards.board.source import Board
from dashboards.board.values import PRINCIPLES, Found, Row
from dashboards.wording.numbers import answered, count

ROWS_A_PAGE = 60
ENOUGH_FOR_AN_ORDER = 30
"""People a unit needs to be put in an order by its level; smaller ones would be ordered by chance."""
SORTS = ("tree", "name", "evidence", "level")


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with a cell for each principle; `answered` reads "66 of 94"."""

    unit: int
    name: str
    answered: str
    asked: str
    cells: tuple[Shown, ...]
    is_root: bool
    is_hidden: bool
    has_page: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """How a reader asked for the table: which page of it, in which order, by which principle."""

    page: int = 1
    sort: str = "tree"
    principle: str = PRINCIPLES[0]


@dataclass(frozen=True, slots=True)
class Where:
    lines: list[Line]
    ends: Ends
    asked: Asked
    n_pages: int
    n_units: int
    has_tint: bool
    has_mix: bool
    has_hidden: bool


def n_pages(number: int) -> int:
    return max(1, ceil(number / ROWS_A_PAGE))


def cut(units: Sequence[int], page: int) -> list[int]:
    """The units of one page."""
    start = (min(max(1, page), n_pages(len(units))) - 1) * ROWS_A_PAGE
    return list(units[start : start + ROWS_A_PAGE])


def where(gathered: Gathered, units: Sequence[int], asked: Asked, *, n_units: int) -> Where:
    """The company, then the units in the order asked for."""
    board = gathered.board
    rows = [_row(gathered, unit) for unit in units]
    ends = ends_of([gathered.root_row, *rows])
    lines = [line(gathered, row, ends) for row in (gathered.root_row, *ordered(board, rows, asked))]
    cells = [cell for one in lines for cell in one.cells]
    return Where(
        lines=lines,
        ends=ends,
        asked=asked,
        n_pages=n_pages(n_units),
        n_units=n_units,
        has_tint=any(cell.tint for cell in cells),
        has_mix=any(cell.is_mix for cell in cells),
        has_hidden=any(one.is_hidden or cell.is_hidden for one in lines for cell in one.cells),
    )


def line(gathered: Gathered, row: Row, ends: Ends) -> Line:
    board, found = gathered.board, by_cell(gathered.board)
    cells = tuple(
        shown(cell, board, ends, _around(gathered, found, row.unit, principle))
        for principle, cell in zip(PRINCIPLES, row.cells or (None,) * len(PRINCIPLES), strict=True)
    )
    people = people_of(row)
    return Line(
        unit=row.unit,
        name=name(board, row.unit),
        answered="" if people is None else answered(people),
        asked="" if row.asked is None else count(row.asked),
        cells=cells,
        is_root=row.unit == board.root,
        is_hidden=all(cell.is_hidden for cell in cells),
        has_page=may_open(board, row.unit) and bool(people is not None or board.units[row.unit].below),
    )


def ordered(board: Board, rows: Sequence[Row], asked: Asked) -> list[Row]:
    """In the tree's order, by name, by evidence, or (large units alone, the others after them) by level."""
    if asked.sort == "name":
        return sorted(rows, key=lambda row: name(board, row.unit).casefold())
    if asked.sort == "evidence":
        return sorted(rows, key=lambda row: -_evidence(board, row.unit))
    if asked.sort == "level":
        at = PRINCIPLES.index(asked.principle)
        return sorted(rows, key=lambda row: _level(row, at))
    return list(rows)


def _level(row: Row, at: int) -> tuple[bool, float]:
    cell = row.cells[at] if row.cells else None
    is_large = cell is not None and cell.level is not None and (cell.people or 0) >= ENOUGH_FOR_AN_ORDER
    return (not is_large, -cell.level.value if is_large and cell and cell.level else 0.0)


def _evidence(board: Board, unit: int) -> int:
    grades = {"some": 1, "strong": 2, "very strong": 3}
    found = by_cell(board)
    told = [found[unit, principle] for principle in PRINCIPLES if (unit, principle) in found]
    return max((grades[one.grade] + (len(grades) if one.list == "alarm" else 0) for one in told), default=0)


def _row(gathered: Gathered, unit: int) -> Row:
    return gathered.rows.get(unit) or Row(unit, None, ())


def _around(gathered: Gathered, found: Mapping[tuple[int, str], Found], unit: int, principle: str) -> Around:
    one = found.get((unit, principle))
    return Around(
        one,
        None if one is None else sized(gathered, one),
        below_words(gathered.board, unit, principle),
        is_mix=gathered.mix(unit, principle) is not None,
    )
