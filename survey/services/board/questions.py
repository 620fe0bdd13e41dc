"""Questions in the company and in divisions: their level, how it has changed, how many gave which answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt

from sqlalchemy.orm import Session

from dashboards.board.values import Question, Range
from survey.queries.over_waves import Wanted
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import ROTATING, Item, Kind
from survey.services.board.lines import CHANGE_OVER
from survey.services.board.opening import Shown
from survey.services.release import over_waves
from survey.services.release.menu import counted_items
from survey.services.release.shown import FROM_LOW_TO_HIGH, Cell, item_cell
from survey.services.release.tables import ALWAYS

USUAL_SPREAD_OF_ANSWERS = 30.0
"""Standard deviation of answers to one question, in points, where it is not shown how many gave which."""

Then = tuple[int, Row]
"""A number, and that of the wave in which it was shown."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a number shows; `half` is half the width of the range of its level."""

    cell: Cell
    level: Range | None
    half: float


def questions(session: Session, shown: Shown, unit: int, language: str) -> list[Question]:
    """Those of every wave, and of the others what is shown; rated ones, whose levels can be compared."""
    if not shown.is_high(unit):
        return []
    items = [item for item in counted_items(shown.opened.questionnaire) if item.kind is Kind.RATED]
    past = shown.past[-CHANGE_OVER - 1 :]
    wanted = Wanted([unit], [item.code for item in items])
    numbers = over_waves.numbers(session, shown.opened, [facts for facts, _ in past], wanted)
    by_item: dict[str, list[Then]] = {item.code: [] for item in items}
    for facts, wave in past:
        for row in numbers[facts.number]:
            by_item[row.measure].append((wave.number, row))
    found = (_question(item, by_item[item.code], shown.wave.number, language) for item in items)
    return [one for one in found if one is not None]


def level_of(row: Row | None, item: Item) -> Range | None:
    """With the range that follows from the answers, or from the usual spread where they are not shown."""
    return None if row is None else _seen(row, item).level


def _seen(row: Row, item: Item) -> Seen:
    cell = item_cell(row, item)
    usual = FROM_LOW_TO_HIGH * USUAL_SPREAD_OF_ANSWERS / sqrt(row.people or 1)
    half = usual if cell.half is None else cell.half
    if row.points is None or not row.people:
        return Seen(cell, None, half)
    return Seen(cell, Range(row.points, max(0.0, row.points - half), min(100.0, row.points + half)), half)


def _question(item: Item, past: Iterable[Then], wave: int, language: str) -> Question | None:
    shown = [(number, row) for number, row in past if row.points is not None or number == wave]
    now = shown[-1][1] if shown and shown[-1][0] == wave else None
    if now is None and item.pack not in ALWAYS:
        return None
    first = next(((number, row) for number, row in shown if number < wave), None)
    seen = None if now is None else _seen(now, item)
    change = None if first is None or seen is None else _change(seen, _seen(first[1], item))
    return Question(
        code=item.code,
        text=item.text.get(language, item.text["en"]),
        principle=item.principle,
        facet=item.facet,
        level=None if seen is None else seen.level,
        bound="" if seen is None else seen.cell.bound,
        people=None if now is None else now.people,
        since=None if first is None or change is None else first[0],
        change=change,
        waves=len(ROTATING) if item.pack in ROTATING else 1,
        shares=() if seen is None else seen.cell.shares,
    )


def _change(now: Seen, then: Seen) -> Range | None:
    if now.level is None or then.level is None:
        return None
    size, half = now.level.value - then.level.value, hypot(now.half, then.half)
    return Range(size, size - half, size + half)
