"""Trends of units: a circle for each published mean, a line for the levels that follow from them."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from dashboards.board.values import Range, Series
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.board.opening import Shown, principles
from survey.services.estimates.lines import lines_of
from survey.services.release import reading


def series(session: Session, shown: Shown, units: Sequence[int]) -> list[Series]:
    """Unit by unit as they were asked for; the line ends in the level that the release gives."""
    numbers = principles(session, shown, list(units))
    facts = shown.opened.facts
    found = reading.levels(session, shown.opened, numbers[facts.number])
    ends = {(one.unit_id, one.principle): Range(one.level, one.low, one.high) for one in found}
    lines = lines_of(shown.releases, numbers)
    wanted = [(unit, principle) for unit in units for principle in PRINCIPLES]
    return [
        Series(unit, principle, lines[unit, "", "", principle].points(ends.get((unit, principle))))
        for unit, principle in wanted
        if (unit, "", "", principle) in lines
    ]
