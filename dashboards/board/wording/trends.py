"""A trend in one sentence, for those who do not see it."""

from collections.abc import Sequence

from dashboards.board.calendar import Calendar
from dashboards.board.values import Found, Range
from dashboards.board.wording.found import dated
from dashboards.wording.numbers import level, listed

Ends = tuple[tuple[str, Range], tuple[str, Range]]


def alt(title: str, lines: Sequence[tuple[str, Ends | None]], found: Found | None, calendar: Calendar) -> str:
    """What is drawn, from where to where, and what is marked."""
    paths = listed([_path(name, ends) for name, ends in lines])
    marked = "" if found is None else f" Marked: when the change began, {dated(found, calendar)}."
    return f"{title}. Lines with their 90 % intervals: {paths}.{marked}"


def _path(name: str, ends: Ends | None) -> str:
    if ends is None:
        return f"{name} is not shown"
    (first, begun), (last, ended) = ends
    if first == last:
        return f"{name} {_said(ended)} in {last}"
    return f"{name} from {_said(begun)} in {first} to {_said(ended)} in {last}"


def _said(one: Range) -> str:
    return level(one.value, one.low, one.high)
