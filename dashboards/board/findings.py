"""What was found, in the order in which pages tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboards.board.places import kind
from dashboards.board.source import Board
from dashboards.board.values import PRINCIPLES, Cell, Found, Range, Row, Split
from dashboards.wording.numbers import counted

MOST_SPLITS = 3
LEAST_MIX = 2.5
"""Points from which on a change that comes from who works there is worth telling."""
MINDS_AND_MIX = ("within", "joiners", "leavers", "reweighting")
BOARDS = 8
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Mix:
    """A level that moved because other people work there; `stayed` is what those who stayed moved."""

    unit: int
    principle: str
    since: int
    change: float
    stayed: Range


# A page asks for the same lists again and again: those of the boards of the last few requests are at hand.


@lru_cache(maxsize=BOARDS)
def alarms(board: Board) -> tuple[Found, ...]:
    """Those that have not recovered: falls before rises, the latest first, then the largest."""
    standing = [one for one in board.found if one.list == "alarm" and one.state != "recovered"]
    order = sorted(standing, key=lambda one: (one.direction == "up", -one.told_in, -_size(one), board.path(one.unit)))
    return tuple(order)


def recovered(board: Board) -> list[Found]:
    return [one for one in board.found if one.list == "alarm" and one.state == "recovered"]


@lru_cache(maxsize=BOARDS)
def watched(board: Board) -> tuple[Found, ...]:
    """The watch list, without what is alarmed or only a matter of who works there."""
    told = {(one.unit, one.principle) for one in alarms(board)}
    waiting = [
        one for one in board.found if one.list == "watch" and (one.unit, one.principle) not in told and not _mix_in(one)
    ]
    return tuple(sorted(waiting, key=lambda one: (-one.told_in, -_size(one), board.path(one.unit))))


@lru_cache(maxsize=BOARDS)
def by_cell(board: Board) -> Mapping[Key, Found]:
    """What each cell was found to do; an alarm before an entry of the watch list."""
    return {(one.unit, one.principle): one for one in reversed([*alarms(board), *watched(board)])}


def foremost(board: Board, principle: str) -> Found | None:
    """The change a principle is drawn with: alarms before the watch list, of the company before of a part."""
    for told in (alarms(board), watched(board)):
        here = [one for one in told if one.principle == principle]
        if here:
            return next((one for one in here if one.unit == board.root), here[0])
    return None


def below_words(board: Board, unit: int, principle: str) -> str:
    """How many units further down have something, "1 team"; not said of the company, which holds them all."""
    inner = _below(board).get((unit, principle), []) if unit != board.root else []
    kinds = {kind(board, one) for one in inner}
    return counted(len(inner), kinds.pop() if len(kinds) == 1 else "unit") if inner else ""


@lru_cache(maxsize=BOARDS)
def _below(board: Board) -> Mapping[Key, list[int]]:
    """By unit and principle: the units further down of which something was found."""
    inner: dict[Key, list[int]] = {}
    for unit, principle in by_cell(board):
        for above in board.path(unit)[:-1]:
            inner.setdefault((above, principle), []).append(unit)
    return inner


def to_split(board: Board, rows: Iterable[Row]) -> list[int]:
    """Units that moved surely though nothing was found: there, the mix may have changed."""
    found = by_cell(board)
    moved = [
        (abs(cell.change.value), row.unit)
        for row in rows
        for principle, cell in zip(PRINCIPLES, row.cells, strict=False)
        if cell and cell.change and cell.change.leaves_out_zero and (row.unit, principle) not in found
    ]
    return list(dict.fromkeys(unit for _, unit in sorted(moved, reverse=True)))[:MOST_SPLITS]


def mixes(board: Board, rows: Mapping[int, Row], splits: Mapping[int, Mapping[str, Split]]) -> list[Mix]:
    """Moves that come from who works there, told by a finding or seen in a split."""
    told = [mix for one in board.found if one.list == "watch" and (mix := _mix_in(one))]
    known = {(mix.unit, mix.principle) for mix in told} | set(by_cell(board))
    seen = [
        mix
        for unit, parts in splits.items()
        for principle, split in parts.items()
        if (unit, principle) not in known and _moved(rows.get(unit), principle)
        if (mix := mix_of(split))
    ]
    return [*told, *seen]


def mix_of(split: Split) -> Mix | None:
    """Whether those who stayed moved less than their uncertainty, and the same way by less than half of the whole."""
    stayed = split.parts.get("within")
    if stayed is None or stayed.leaves_out_zero or abs(split.change) < LEAST_MIX:
        return None
    if stayed.value * (1 if split.change > 0 else -1) >= abs(split.change) / 2:
        return None
    return Mix(split.unit, split.principle, split.since, split.change, stayed)


def unsplit(split: Split) -> float:
    """What can be told neither of minds nor of mix, where that is half of the change or more; else 0."""
    told = [part.value for name, part in split.parts.items() if part and name in MINDS_AND_MIX]
    rest = split.change - sum(told)
    return rest if abs(rest) >= abs(split.change) / 2 else 0.0


def _mix_in(found: Found) -> Mix | None:
    return mix_of(found.split) if found.split else None


def _moved(row: Row | None, principle: str) -> bool:
    cell: Cell | None = row.cells[PRINCIPLES.index(principle)] if row and row.cells else None
    return bool(cell and cell.change and cell.change.leaves_out_zero)


def _size(found: Found) -> float:
    return abs(found.size.value) if found.size else 0.0
