"""Which alarms are told to everybody, and in which order."""

from dashboards.board.source import Board
from dashboards.board.values import Found

GRADES = ("some", "strong", "very strong")
A_YEAR = 12
"""Waves for which it is still told that a change has recovered."""


def open_alarms(board: Board) -> list[Found]:
    """Those that have not recovered: what nobody has acknowledged first, then the larger unit, then the newer one."""
    return sorted((one for one in _alarms(board) if one.state != "recovered"), key=lambda one: _rank(board, one))


def recovered(board: Board) -> list[Found]:
    since = board.wave.number - A_YEAR
    found = [one for one in _alarms(board) if one.state == "recovered" and one.told_in > since]
    return sorted(found, key=lambda one: _rank(board, one))


def _alarms(board: Board) -> list[Found]:
    """Of units that still stand in the tree."""
    return [one for one in board.found if one.list == "alarm" and one.unit in board.units]


def _rank(board: Board, one: Found) -> tuple[bool, int, int, int, str]:
    depth = len(board.path(one.unit))
    return one.state == "acknowledged", depth, -one.told_in, -GRADES.index(one.grade), one.principle
