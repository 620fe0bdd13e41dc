"""Mix or mind: what changes are made of."""

from sqlalchemy.orm import Session

from dashboards.board.values import Range, Split
from survey.queries.over_waves import Wanted
from survey.queries.releases import Parts
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.board.opening import Shown
from survey.services.release import over_waves, reading


def splits(session: Session, shown: Shown, units: set[int]) -> dict[tuple[int, str], Split]:
    """Those of these units, by unit and principle, where it may be said."""
    opened = shown.opened
    found = over_waves.numbers(session, opened, [opened.facts], Wanted(units, PRINCIPLES))[opened.facts.number]
    return {(one.unit_id, one.principle): _split(one) for one in reading.parts(session, opened, found)}


def _split(parts: Parts) -> Split:
    sizes = {name: _range(ends) for name, ends in parts.parts.items()}
    return Split(parts.unit_id, parts.principle, parts.since, parts.change, sizes)


def _range(ends: list[float | None]) -> Range | None:
    value, low, high = ends
    return None if value is None or low is None or high is None else Range(value, low, high)
