"""What the brief is made of: everything it asks of the source, in five questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from dashboards.board.source import Board, Source
from dashboards.board.told.open_alarms import open_alarms, recovered
from dashboards.board.values import PRINCIPLES, Cell, Found, Range, ReplyOwed, Row, Series

MOST_TOLD = 4
"""Alarms of whose units the levels are asked for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`rows` are of the company, its divisions and the units that slide; `gap` belongs to the first alarm."""

    board: Board
    open: tuple[Found, ...]
    recovered: tuple[Found, ...]
    rows: Mapping[int, Row]
    series: Mapping[tuple[int, str], Series]
    gap: Range | None
    reply: ReplyOwed

    @property
    def company(self) -> Row:
        return self.rows[self.board.root]

    @property
    def divisions(self) -> list[Row]:
        return [self.rows[unit] for unit in self.board.units[self.board.root].below if unit in self.rows]

    def cell(self, unit: int, principle: str) -> Cell | None:
        row = self.rows.get(unit)
        return row.cells[PRINCIPLES.index(principle)] if row else None


def facts_of(source: Source, board: Board) -> Facts:
    found = open_alarms(board)
    first = {one.principle: one.unit for one in reversed(found)}
    drawn = list(dict.fromkeys([board.root, *first.values()]))
    told = list(dict.fromkeys(one.unit for one in found))[:MOST_TOLD]
    units = list(dict.fromkeys([*drawn, *told, *board.units[board.root].below]))
    return Facts(
        board=board,
        open=tuple(found),
        recovered=tuple(recovered(board)),
        rows={row.unit: row for row in source.rows(board, units)},
        series={(one.unit, one.principle): one for one in source.series(board, drawn)},
        gap=_gap(source, board, found[0]) if found else None,
        reply=source.reply(board),
    )


def _gap(source: Source, board: Board, found: Found) -> Range | None:
    """By how much leads rate the principle higher than the front line does; other people stand on either side."""
    bands, at = source.bands(board, found.unit, "level"), PRINCIPLES.index(found.principle)
    levels = []
    for band in ("lead", "front_line"):
        row = bands.get(band)
        cell = row.cells[at] if row else None
        if cell is None or cell.level is None:
            return None
        levels.append(cell.level)
    lead, front = levels
    half = hypot(lead.half, front.half)
    gap = lead.value - front.value
    return Range(gap, gap - half, gap + half)
