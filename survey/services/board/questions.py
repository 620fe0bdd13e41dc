"""Questions in the company and in divisions: their level, how it has changed, how many gave which answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dashboards.board.values import Question
from survey.queries.over_waves import Wanted
from survey.questionnaires.questionnaire import ROTATING, Item, Kind
from survey.services.board.opening import Shown
from survey.services.estimates.question_moves import Then, first_needed, level_of, moved_in
from survey.services.release import over_waves
from survey.services.release.menu import counted_items
from survey.services.release.shown import item_cell
from survey.services.release.tables import ALWAYS


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which unit, in which language; `onsets` by principle of what was found there."""

    unit: int
    language: str
    onsets: Mapping[str, int]


def questions(session: Session, shown: Shown, asked: Asked) -> list[Question]:
    """Those of every wave, and of the others what is shown; rated ones, whose levels can be compared."""
    unit = asked.unit
    if not shown.is_high(unit):
        return []
    items = [item for item in counted_items(shown.opened.questionnaire) if item.kind is Kind.RATED]
    numbered = [wave.number for _, wave in shown.past]
    first = first_needed(numbered, wave=shown.wave.number, onsets=asked.onsets.values())
    past = [(facts, wave) for facts, wave in shown.past if wave.number >= first]
    wanted = Wanted([unit], [item.code for item in items])
    numbers = over_waves.numbers(session, shown.opened, [facts for facts, _ in past], wanted)
    by_item: dict[str, list[Then]] = {item.code: [] for item in items}
    for facts, wave in past:
        for row in numbers[facts.number]:
            by_item[row.measure].append((wave.number, row))
    found = (_question(item, by_item[item.code], shown.wave.number, asked) for item in items)
    return [one for one in found if one is not None]


def _question(item: Item, past: Sequence[Then], wave: int, asked: Asked) -> Question | None:
    shown = [(number, row) for number, row in past if row.points is not None or number == wave]
    now = shown[-1][1] if shown and shown[-1][0] == wave else None
    if now is None and item.pack not in ALWAYS:
        return None
    moved = moved_in(item, past, wave=wave, onset=asked.onsets.get(item.principle))
    cell = None if now is None else item_cell(now, item)
    return Question(
        code=item.code,
        text=item.text.get(asked.language, item.text["en"]),
        principle=item.principle,
        facet=item.facet,
        level=level_of(now, item),
        bound="" if cell is None else cell.bound,
        people=None if now is None else now.people,
        since=None if moved is None else moved.since,
        change=None if moved is None else moved.change,
        waves=len(ROTATING) if item.pack in ROTATING else 1,
        shares=() if cell is None else cell.shares,
    )
