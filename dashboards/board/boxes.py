"""One box for each of many units, in rows of divisions."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboards.board.cells import tint
from dashboards.board.findings import by_cell
from dashboards.board.gathered import Gathered, boxed
from dashboards.board.places import division_of, kind, may_open, name
from dashboards.board.source import Board
from dashboards.board.values import Found, Range
from dashboards.board.wording.nothing import of_the_many

A_LINE = 40
STEP_X, STEP_Y, WIDE, TALL = 12, 22, 9, 17
FEWEST = 61
"""Up to a page of units their tables say it all."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with something found: where it stands, its tint, and the sign it carries."""

    x: float
    y: float
    tint: str
    sign: str


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A division: paths of its plain and its hatched boxes, the boxes with something found, and the same in words."""

    unit: int
    name: str
    has_page: bool
    n: int
    height: int
    plain: str
    hidden: str
    found: tuple[Box, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Boxes:
    kind: str
    n: int
    width: int
    rows: list[BoxRow]
    words: str
    has_hidden: bool


def boxes(gathered: Gathered, shown: int) -> Boxes | None:
    """None where all units stand in the table anyway; `shown` is how many do."""
    board = gathered.board
    units = boxed(board)
    if len(units) < FEWEST or len(units) <= shown:
        return None
    rows: dict[int, list[int]] = {}
    for unit in units:
        rows.setdefault(division_of(board, unit) or board.root, []).append(unit)
    worst = _worst(board, set(units))
    hidden = [unit for unit in units if _is_hidden(gathered, unit)]
    kinds = {kind(board, unit) for unit in units}
    what = kinds.pop() if len(kinds) == 1 else "unit"
    return Boxes(
        kind=what,
        n=len(units),
        width=A_LINE * STEP_X,
        rows=[_row(gathered, division, inner, worst) for division, inner in rows.items()],
        words=of_the_many(len(units) - len(hidden), len(hidden), what),
        has_hidden=bool(hidden),
    )


def _worst(board: Board, units: set[int]) -> Mapping[int, Found]:
    """What each box holds: what was found of its unit or below it, a fall before a rise, an alarm before a watch."""
    worst: dict[int, Found] = {}
    for one in sorted(by_cell(board).values(), key=lambda found: (found.list == "alarm", found.direction == "down")):
        box = next((above for above in board.path(one.unit) if above in units), None)
        if box is not None:
            worst[box] = one
    return worst


def _row(gathered: Gathered, division: int, units: list[int], worst: Mapping[int, Found]) -> BoxRow:
    board = gathered.board
    spots = {unit: (at % A_LINE * STEP_X + 1, at // A_LINE * STEP_Y + 1) for at, unit in enumerate(units)}
    hidden = [unit for unit in units if _is_hidden(gathered, unit) and unit not in worst]
    found = [unit for unit in units if unit in worst]
    plain = [unit for unit in units if unit not in worst and unit not in hidden]
    said = [f"{len(found)} with drift" if found else "", f"{len(hidden)} not shown" if hidden else ""]
    return BoxRow(
        unit=division,
        name=name(board, division),
        has_page=may_open(board, division),
        n=len(units),
        height=((len(units) - 1) // A_LINE + 1) * STEP_Y,
        plain=_path([spots[unit] for unit in plain]),
        hidden=_path([spots[unit] for unit in hidden]),
        found=tuple(_box(gathered, worst[unit], spots[unit]) for unit in found),
        words=", ".join(part for part in said if part),
    )


def _box(gathered: Gathered, found: Found, spot: tuple[int, int]) -> Box:
    cell = gathered.cell(found.unit, found.principle)
    moved = (cell.change if cell else None) or Range(0, 0, 0)
    return Box(*spot, tint(found, moved), "−" if found.direction == "down" else "+")


def _path(spots: list[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y}h{WIDE}v{TALL}h-{WIDE}z" for x, y in spots)


def _is_hidden(gathered: Gathered, unit: int) -> bool:
    row = gathered.rows.get(unit)
    return row is None or not any(row.cells)
