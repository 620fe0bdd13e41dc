"""How far a question moved: one definition for the page of a unit and for the mail of an alert."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from dashboards.board.values import Range
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import Item
from survey.services.release.shown import FROM_LOW_TO_HIGH, item_cell

USUAL_SPREAD_OF_ANSWERS = 30.0
"""Standard deviation of answers to one question, in points, where it is not shown how many gave which."""

CHANGE_OVER = 12
"""Waves back to the one that a change begins with, where none was found on the principle."""

Then = tuple[int, Row]
"""A number, and that of the wave in which it was shown."""


@dataclass(frozen=True, slots=True)
class Moved:
    since: int
    change: Range


def moved_in(item: Item, shown: Iterable[Then], *, wave: int, onset: int | None) -> Moved | None:
    """Until this wave: since the last one before the `onset` of what was found, or else over twelve waves."""
    numbers = {number: row for number, row in shown if row.points is not None}
    now = numbers.get(wave)
    if onset is None:
        earlier = [number for number in numbers if wave - CHANGE_OVER <= number < wave][:1]
    else:
        earlier = [number for number in numbers if number < min(onset, wave)][-1:]
    if now is None or not earlier:
        return None
    change = _difference(now, numbers[earlier[0]], item)
    return None if change is None else Moved(earlier[0], change)


def level_of(row: Row | None, item: Item) -> Range | None:
    """With the range that follows from the answers, or from the usual spread where they are not shown."""
    if row is None or row.points is None or not row.people:
        return None
    half = _half(row, item)
    return Range(row.points, max(0.0, row.points - half), min(100.0, row.points + half))


def first_needed(numbers: Sequence[int], *, wave: int, onsets: Iterable[int]) -> int:
    """The earliest wave that a change may be counted from, with room for questions that are not asked in each."""
    before = [number for number in numbers if number < min(onsets, default=wave)]
    return min([wave - CHANGE_OVER, *before[-CHANGE_OVER:][:1]])


def _difference(now: Row, then: Row, item: Item) -> Range | None:
    level, before = level_of(now, item), level_of(then, item)
    if level is None or before is None:
        return None
    size, half = level.value - before.value, hypot(_half(now, item), _half(then, item))
    return Range(size, size - half, size + half)


def _half(row: Row, item: Item) -> float:
    half = item_cell(row, item).half
    return FROM_LOW_TO_HIGH * USUAL_SPREAD_OF_ANSWERS / sqrt(row.people or 1) if half is None else half
