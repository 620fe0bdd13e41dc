"""Units as pages call them: company, division, team; their names, and where they stand in the tree."""

from collections.abc import Collection

from dashboards.board.source import Board


def name(board: Board, unit: int) -> str:
    return board.company if unit == board.root else board.units[unit].name


def kind(board: Board, unit: int) -> str:
    """What a unit is called: "company", "division" right below it, "team" if nothing is below, else "unit"."""
    if unit == board.root:
        return "company"
    if board.units[unit].parent == board.root:
        return "division"
    return "unit" if board.units[unit].below else "team"


def kind_below(board: Board, unit: int) -> str:
    """What the units right below are called together, if all are one thing."""
    kinds = {kind(board, inner) for inner in board.units[unit].below}
    return kinds.pop() if len(kinds) == 1 else "unit"


def in_order(board: Board, units: Collection[int]) -> list[int]:
    """Units of which none is above another, in the tree's order; those of one division stand together."""
    wanted, found, waiting = set(units), [], [board.root]
    while waiting:
        one = waiting.pop()
        if one in wanted:
            found.append(one)
        else:
            waiting += reversed(board.units[one].below)
    return found


def division_of(board: Board, unit: int) -> int | None:
    """The division that holds the unit; None of the company."""
    above = board.units[unit].parent
    while above is not None and above != board.root:
        unit, above = above, board.units[above].parent
    return None if above is None else unit


def may_open(board: Board, unit: int) -> bool:
    """Whether this reader's pages have a link to the unit."""
    return board.sees_all or any(own in board.path(unit) for own in board.own)
