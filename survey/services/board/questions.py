"""Questions in the company and in divisions: their level, how it has changed, how many gave which answer."""

from collections.abc import Iterable
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
from survey.services.release.shown import FROM_LOW_TO_HIGH, item_cell
from survey.services.release.tables import ALWAYS

USUAL_SPREAD_OF_ANSWERS = 30.0
"""Standard deviation of answers to one question, in points, where it is not shown how many gave which."""

Then = tuple[int, Row]
"""A number, and that of the wave in which it was shown."""


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
    if row is None or row.points is None or not row.people:
        return None
    half = _half(row, item)
    return Range(row.points, max(0.0, row.points - half), min(100.0, row.points + half))


def _half(row: Row, item: Item) -> float:
    half = item_cell(row, item).half
    return FROM_LOW_TO_HIGH * USUAL_SPREAD_OF_ANSWERS / sqrt(row.people or 1) if half is None else half


def _question(item: Item, past: Iterable[Then], wave: int, language: str) -> Question | None:
    shown = [(number, row) for number, row in past if row.points is not None or number == wave]
    now = shown[-1][1] if shown and shown[-1][0] == wave else None
    if now is None and item.pack not in ALWAYS:
        return None
    level, first = level_of(now, item), next(((number, row) for number, row in shown if number < wave), None)
    change = None if first is None or now is None else _change(now, first[1], item)
    cell = None if now is None else item_cell(now, item)
    return Question(
        code=item.code,
        text=item.text.get(language, item.text["en"]),
        principle=item.principle,
        facet=item.facet,
        level=level,
        bound="" if cell is None else cell.bound,
        people=None if now is None else now.people,
        since=None if first is None or change is None else first[0],
        change=change,
        waves=len(ROTATING) if item.pack in ROTATING else 1,
        shares=() if cell is None else cell.shares,
    )


def _change(now: Row, then: Row, item: Item) -> Range | None:
    level, before = level_of(now, item), level_of(then, item)
    if level is None or before is None:
        return None
    size, half = level.value - before.value, hypot(_half(now, item), _half(then, item))
    return Range(size, size - half, size + half)
