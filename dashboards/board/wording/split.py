"""Mix or mind in words."""

from collections.abc import Sequence
from itertools import pairwise

from dashboards.board.calendar import Calendar
from dashboards.board.values import Range, Split
from dashboards.wording.numbers import listed, points, rounded, signed

NAMES = {
    "within": "Mind: people changed their answers",
    "joiners": "Mix: people who joined",
    "leavers": "Mix: people who left",
    "reweighting": "Mix: teams grew unequally",
    "hidden": "Cannot be split",
}


def note(start: float, end: float) -> str:
    return f"From {rounded(start)} to {rounded(end)}, in half points. Before rounding the parts add up exactly."


def sentence(split: Split) -> str:
    """The two parts that matter most, with their ranges."""
    told = [
        f"{words} {ranged(split.parts[key])}"
        for key, words in (("within", "people changing their minds"), ("joiners", "people who joined"))
        if split.parts.get(key)
    ]
    return f"{listed(told).capitalize()}." if told else "No part of it may be told."


def linking(calendar: Calendar, since: int) -> str:
    """Where an epoch began on the way: across it nothing is linked."""
    start = calendar.at(since)
    for before, after in pairwise(calendar.waves[start:]):
        if before.epoch != after.epoch:
            left, right = calendar.month(before.number), calendar.month(after.number)
            return (
                f"Answers are linked within an epoch only. The change from {left} to {right} falls between two "
                "epochs, so it cannot be split."
            )
    return ""


def ranged(one: Range | None) -> str:
    """Half points with their range."""
    if one is None:
        return "not told"
    return f"{signed(one.value, 1)} ({signed(one.low, 1)} to {signed(one.high, 1)})"


def alt(who: str, what: str, parts: Sequence[tuple[str, float]], change: float) -> str:
    said = listed([f"{words.lower()} {signed(value, 1)}" for words, value in parts])
    return f"What the change of {what} in {who} by {points(change, 1)} is made of: {said}."
