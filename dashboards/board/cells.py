"""One cell of a table of units: level, its dot and bar, the change, a word, or why there is none."""

from dataclasses import dataclass
from math import ceil, floor

from dashboards.board.sizes import magnitude
from dashboards.board.source import Board
from dashboards.board.values import Cell, Found, Range, Row
from dashboards.board.wording.found import cell_word
from dashboards.board.wording.nothing import no_change
from dashboards.wording.numbers import decimals_for, give_or_take, rounded, signed

STEP = 5
SMALLEST_RULER = 25
RULER_WIDTH = 56
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruler:
    """Where the bar begins and ends and the dot stands, in pixels of a line `RULER_WIDTH` wide."""

    left: float
    right: float
    dot: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows. `instead` says why there is no change; `sort` holds what it is sorted by."""

    level: str = ""
    ruler: Ruler | None = None
    change: str = ""
    half: str = ""
    word: str = ""
    tint: str = ""
    is_mix: bool = False
    instead: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a cell needs beside itself: what was found of it and how far it went, a word on the units below, and mix."""

    found: Found | None = None
    far: Range | None = None
    below: str = ""
    is_mix: bool = False


def ends_of(rows: list[Row]) -> Ends:
    """The ends of the line on which dots and bars stand, in fives."""
    levels = [cell.level for row in rows for cell in row.cells if cell and cell.level]
    if not levels:
        return 0, 100
    low = floor((min(level.value for level in levels) - 2) / STEP) * STEP
    high = ceil((max(level.value for level in levels) + 2) / STEP) * STEP
    while high - low < SMALLEST_RULER:
        low, high = (low - STEP, high) if (high - low) // STEP % 2 else (low, high + STEP)
    return max(0, low), min(100, high)


def shown(cell: Cell | None, board: Board, ends: Ends, around: Around) -> Shown:
    if cell is None:
        return Shown(is_hidden=True)
    level = cell.bound if cell.level is None else rounded(cell.level.value)
    ruler = None if cell.level is None else _ruler(cell.level, ends)
    moved = around.far or cell.change
    if moved is None:
        return Shown(level, ruler, instead=no_change(cell, len(board.waves), board.k), word=around.below)
    decimals = decimals_for(0, 2 * moved.half)
    found = around.found
    return Shown(
        level=level,
        ruler=ruler,
        change=signed(moved.value, decimals),
        half=give_or_take(moved.half),
        word="mix" if around.is_mix else cell_word(found) if found else around.below,
        tint="" if around.is_mix or found is None else tint(found, moved),
        is_mix=around.is_mix,
    )


def tint(found: Found, moved: Range) -> str:
    """The step of the tint: under 5, 5 to 10, over 10 points."""
    far = magnitude(found)
    points = abs(far.value if far else moved.value)
    return f"{found.direction}-{1 if points < STEP else 2 if points <= 2 * STEP else 3}"


def people_of(row: Row) -> int | None:
    """How many answered in a unit: the most over its principles."""
    counts = [cell.people for cell in row.cells if cell and cell.people is not None]
    return max(counts, default=None)


def _ruler(level: Range, ends: Ends) -> Ruler:
    def place(value: float) -> float:
        share = (value - ends[0]) / (ends[1] - ends[0])
        return round(min(1.0, max(0.0, share)) * RULER_WIDTH, 1)

    return Ruler(place(level.low), place(level.high), place(level.value))
