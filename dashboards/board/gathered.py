"""Everything a page asks of its source, asked once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboards.board.calendar import Calendar
from dashboards.board.findings import Mix, alarms, foremost, mixes, to_split, watched
from dashboards.board.places import in_order
from dashboards.board.source import Board, Source
from dashboards.board.values import PRINCIPLES, Cell, Found, Row, Series, Split

MOST_UNITS = 800
"""More units than this are not asked for at once: boxes then stand for larger units."""
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Gathered:
    """A board with its calendar, and rows, trends and splits by unit."""

    board: Board
    calendar: Calendar
    rows: Mapping[int, Row]
    series: Mapping[tuple[int, str], Series]
    mixes: Sequence[Mix]
    splits: Mapping[int, Mapping[str, Split]]

    @property
    def root_row(self) -> Row:
        return self.rows[self.board.root]

    def cell(self, unit: int, principle: str) -> Cell | None:
        row = self.rows.get(unit)
        return row.cells[PRINCIPLES.index(principle)] if row and row.cells else None

    def mix(self, unit: int, principle: str) -> Mix | None:
        return next((one for one in self.mixes if (one.unit, one.principle) == (unit, principle)), None)


def for_overview(source: Source, board: Board, shown: Sequence[int]) -> Gathered:
    """What the overview needs; `shown` are the units of its table."""
    listed = [*alarms(board), *watched(board)]
    told = [one.unit for one in listed]
    units = list(dict.fromkeys([board.root, *shown, *told, *boxed(board)]))
    rows = {row.unit: row for row in source.rows(board, units)}
    asked = to_split(board, [rows[unit] for unit in shown if unit in rows and unit != board.root])
    splits: dict[int, Mapping[str, Split]] = {unit: source.splits(board, unit) for unit in asked}
    mixed = mixes(board, rows, splits)
    drawn = [one.unit for principle in PRINCIPLES if (one := foremost(board, principle))]
    drawn += _unsized(listed)
    drawn += [one.unit for one in mixed[:MOST_LINES]]
    series = source.series(board, list(dict.fromkeys([board.root, *drawn])))
    known = {(one.unit, one.principle): one for one in series}
    return Gathered(board, Calendar.of(board.waves), rows, known, mixed, splits)


def for_unit(source: Source, board: Board, unit: int, shown: Sequence[int]) -> Gathered:
    """What the page of a unit needs; `shown` are the units of its table."""
    rows = {row.unit: row for row in source.rows(board, list(dict.fromkeys([board.root, unit, *shown])))}
    splits = {unit: source.splits(board, unit)}
    below = _unsized([one for one in (*alarms(board), *watched(board)) if one.unit in shown])
    series = source.series(board, list(dict.fromkeys([unit, board.root, *below])))
    known = {(one.unit, one.principle): one for one in series}
    return Gathered(board, Calendar.of(board.waves), rows, known, mixes(board, rows, splits), splits)


def _unsized(listed: Sequence[Found]) -> list[int]:
    """The first units whose published trends have to say how far a change went, for want of a size of its own."""
    return [one.unit for one in listed if one.size is None][:MOST_LINES]


@lru_cache(maxsize=8)
def boxed(board: Board) -> Sequence[int]:
    """The units that have a box each: the lowest ones, or those of the lowest level of which there are not too many."""
    lowest: list[int] = []
    level = list(board.units[board.root].below)
    while level:
        above = [unit for unit in lowest if not board.units[unit].below]
        if len(above) + len(level) > MOST_UNITS:
            break
        lowest = above + level
        level = [inner for unit in level for inner in board.units[unit].below]
    return in_order(board, lowest)
