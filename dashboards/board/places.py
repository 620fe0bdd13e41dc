"""Units as pages call them: company, division, team; their names, and where they stand in the tree."""

from collections.abc import Iterable

from dashboards.board.source import Board


def depth(board: Board, unit: int) -> int:
    """How far below the company."""
    return len(board.path(unit)) - 1


def name(board: Board, unit: int) -> str:
    return board.company if unit == board.root else board.units[unit].name


def kind(board: Board, unit: int) -> str:
    """What a unit is called: "company", "division" right below it, "team" if nothing is below, else "unit"."""
    if unit == board.root:
        return "company"
    if depth(board, unit) == 1:
        return "division"
    return "unit" if board.units[unit].below else "team"


def kind_below(board: Board, unit: int) -> str:
    """What the units right below are called together, if all are one thing."""
    kinds = {kind(board, inner) for inner in board.units[unit].below}
    return kinds.pop() if len(kinds) == 1 else "unit"


def below(board: Board, unit: int) -> list[int]:
    """All units under this one, in the tree's order."""
    found: list[int] = []
    waiting = [unit]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += reversed(board.units[one].below)
    return found[1:]


def in_order(board: Board, units: Iterable[int]) -> list[int]:
    """Units in the tree's order; those of one division stand together."""
    place = {unit: at for at, unit in enumerate(below(board, board.root))}
    return sorted(units, key=place.__getitem__)


def division_of(board: Board, unit: int) -> int | None:
    """The division that holds the unit; None of the company."""
    path = board.path(unit)
    return path[1] if len(path) > 1 else None


def may_open(board: Board, unit: int) -> bool:
    """Whether this reader's pages have a link to the unit."""
    return board.sees_all or any(own in board.path(unit) for own in board.own)
