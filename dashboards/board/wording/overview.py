"""The heading of the overview, its lead, and a sentence for each principle."""

from collections.abc import Sequence

from dashboards.board.calendar import Calendar
from dashboards.board.findings import Mix, alarms, foremost, watched
from dashboards.board.gathered import Gathered
from dashboards.board.places import name
from dashboards.board.sizes import sized
from dashboards.board.values import PRINCIPLES, Cell, Found, Range
from dashboards.board.wording import found as words
from dashboards.board.wording.principles import said
from dashboards.board.wording.sight import is_sharp, unseen
from dashboards.board.wording.units import placed, where
from dashboards.wording.numbers import (
    counted,
    in_words,
    level,
    listed,
    listed_or,
    opened,
    points,
    signed,
    signed_size,
    signed_span,
    size,
)

MOST_CLAUSES = 3


def heading(gathered: Gathered) -> str:
    """Whether the company holds, and what was found: it would do as the whole page."""
    board = gathered.board
    told = alarms(board)
    holding = _holding(gathered, told)
    if not told:
        watch = len(watched(board))
        if watch:
            some = "one change is" if watch == 1 else f"{in_words(watch)} changes are"
            return f"{holding}Nothing is sure enough for an alert; {some} on the watch list."
        return f"{holding}No drift found in any {listed_or(['principle', *_kinds(gathered)])}."
    clauses = _clauses(gathered, told)
    shown = clauses if len(clauses) <= MOST_CLAUSES else clauses[: MOST_CLAUSES - 1]
    left = len(clauses) - len(shown)
    if left:
        shown = [*shown, f"{in_words(left)} more {'change was' if left == 1 else 'changes were'} found"]
    sentence = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return f"{holding}{opened(sentence)}."


def holds(gathered: Gathered) -> bool:
    """Whether "holding" may be said of the company, in every principle."""
    root = gathered.board.root
    moved = any(one.unit == root for one in alarms(gathered.board))
    return not moved and all(is_sharp(gathered.cell(root, principle)) for principle in PRINCIPLES)


def doubt(gathered: Gathered) -> str:
    """What a page on which nothing was found must add."""
    board = gathered.board
    cells = [gathered.cell(board.root, principle) for principle in PRINCIPLES]
    proof = "" if alarms(board) or watched(board) else "That does not prove that nothing moved. "
    return f"{proof}{unseen(name(board, board.root), cells)}"


def verdict(gathered: Gathered, principle: str) -> str:
    """One principle: the level and whether it holds, the foremost change, or that none was found."""
    board, calendar = gathered.board, gathered.calendar
    cell, one = gathered.cell(board.root, principle), foremost(board, principle)
    if cell is None:
        return f"Nothing can be shown for {name(board, board.root)}."
    here = at(cell, is_holding=is_sharp(cell) and not (one and one.unit == board.root), whose="")
    mix = next((mix for mix in gathered.mixes if mix.principle == principle), None)
    if one is not None:
        told = change_sentence(gathered, one, calendar)
        others = _others(gathered, principle)
        first = [told, at(cell, is_holding=False, whose=name(board, board.root))]
        return " ".join([*(first if one.list == "alarm" and _is_wide(gathered, one) else [here, told]), *others])
    if mix is not None:
        return f"{here} {mix_sentence(gathered, mix)}"
    kinds = _kinds(gathered)
    return f"{here} No drift found{f', in any {listed_or(kinds)}' if kinds else ''}."


def at(cell: Cell, *, is_holding: bool, whose: str) -> str:
    """The level with its range: "Holding at 64 (63 to 65)."."""
    if cell.level is None:
        return f"{opened(f'{whose} is at' if whose else 'at')} {cell.bound}."
    now = level(cell.level.value, cell.level.low, cell.level.high)
    if is_holding:
        return f"Holding at {now}."
    return f"{whose} is at {now}." if whose else f"At {now}."


def change_sentence(gathered: Gathered, one: Found, calendar: Calendar) -> str:
    """A change beside the level of its principle, which is not named again."""
    board = gathered.board
    far = sized(gathered, one)
    began = calendar.month(one.onset)
    if one.list == "watch":
        moved = f": {signed_size(far.value, far.low, far.high)}" if far else ""
        return f"{opened(words.verb(one, words.MAY))} in {placed(board, one.unit)}{moved}."
    if one.shape == "step":
        who = placed(board, one.unit)
        is_small = one.unit != board.root and len(board.path(one.unit)) > 2
        by = f" {_size(far)}" if far else ""
        return f"{f'One team, {who},' if is_small else who} {words.verb(one, words.NOW)}{by} in {began}."
    ramp = {"down": "sliding", "up": "rising"}[one.direction]
    moved = f": {signed_size(far.value, far.low, far.high)}" if far else ""
    return f"{opened(ramp)} in {placed(board, one.unit)} since {words.near(one)}{began}{moved}."


def mix_sentence(gathered: Gathered, mix: Mix) -> str:
    """A level that moved because other people work there."""
    unit, stayed = name(gathered.board, mix.unit), mix.stayed
    moved = f"{signed(stayed.value)} ({signed_span(stayed.low, stayed.high)})"
    higher = "higher" if mix.change > 0 else "lower"
    then = gathered.calendar.month(mix.since)
    return f"{unit} reads {points(abs(mix.change))} {higher} than in {then}; the people who stayed moved {moved}."


def _holding(gathered: Gathered, told: Sequence[Found]) -> str:
    if any(one.unit == gathered.board.root for one in told):
        return ""
    return f"{name(gathered.board, gathered.board.root)} is holding. " if holds(gathered) else ""


def _clauses(gathered: Gathered, told: Sequence[Found]) -> list[str]:
    """What happened where: one clause for each principle and way of moving."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in told:
        groups.setdefault((one.principle, words.verb(one, words.NOW)), []).append(one)
    clauses, before = [], ""
    for (principle, verb), ones in sorted(groups.items(), key=lambda pair: _rank(gathered, pair[1])):
        what = "" if principle == before else f"{said(principle)} "
        clauses.append(f"{what}{verb} in {where(gathered.board, [one.unit for one in ones])}")
        before = principle
    return clauses


def _rank(gathered: Gathered, ones: Sequence[Found]) -> tuple[bool, int, str]:
    """Falls before rises, wide units before small ones, and each principle in one stretch."""
    widest = min(len(gathered.board.path(one.unit)) for one in ones)
    return ones[0].direction == "up", widest, ones[0].principle


def _is_wide(gathered: Gathered, one: Found) -> bool:
    return len(gathered.board.path(one.unit)) <= 2


def _others(gathered: Gathered, principle: str) -> list[str]:
    """How many more changes of this principle there are than the one told."""
    told = sum(one.principle == principle for one in alarms(gathered.board))
    watch = sum(one.principle == principle for one in watched(gathered.board))
    more, waiting = max(0, told - 1), watch if told else watch - 1
    parts = [counted(more, "more alert")] if more else []
    if waiting:
        parts.append(f"{counted(waiting, 'change' if told else 'more', None if told else 'more')} on the watch list")
    return [f"{opened(listed(parts))}."] if parts else []


def _kinds(gathered: Gathered) -> list[str]:
    """What the company is made of: divisions, and teams where there are any."""
    units = gathered.board.units
    divisions = units[gathered.board.root].below
    if not divisions:
        return []
    return ["division", "team"] if any(units[one].below for one in divisions) else ["division"]


def _size(far: Range) -> str:
    one = Range(-far.value, -far.high, -far.low) if far.value < 0 else far
    return size(one.value, one.low, one.high)
