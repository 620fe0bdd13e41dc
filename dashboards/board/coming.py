"""Before the first results: when they come, and what will be told from chance, as far as that can be known today."""

from dataclasses import dataclass
from datetime import date
from math import sqrt

from dashboards.board.calendar import day
from dashboards.board.wording.early import ahead, who_is_there
from dashboards.board.wording.sight import typical
from dashboards.figures.drawing import Table

SHARE = 0.7
"""Of those asked who answer, before anybody has."""

USUAL_SPREAD = 20.0
"""Standard deviation between people, in points, before anything is known of it."""

TO_THE_END = 1.645
"""Standard errors to the ends of an interval of 90 %."""


@dataclass(frozen=True, slots=True)
class Coming:
    """The first wave; `asked` people, and in a typical unit by kind ("division", "team"); `k` answers show a group."""

    opens_on: date | None
    is_open: bool
    results_on: date | None
    asked: int
    typical: tuple[tuple[str, int], ...]
    k: int


@dataclass(frozen=True, slots=True)
class Awaited:
    heading: str
    lead: str
    ahead: Table


def awaited(coming: Coming | None) -> Awaited:
    groups = [] if coming is None or not coming.asked else [("the company", coming.asked)]
    groups += [(typical(kind, people), people) for kind, people in coming.typical] if coming and groups else []
    k = coming.k if coming else 0
    return Awaited(_heading(coming), who_is_there(coming.asked, _day(coming.results_on)) if coming else "",
                   ahead([(who, _half(people, k)) for who, people in groups]))  # fmt: skip


def _heading(coming: Coming | None) -> str:
    if coming is None or coming.opens_on is None:
        return "No results yet. They come when the first wave closes."
    if coming.is_open:
        return "No results yet. The first pulse is open."
    return f"No results yet. The first pulse opens on {day(coming.opens_on)}."


def _day(when: date | None) -> str:
    return "" if when is None else day(when)


def _half(people: int, k: int) -> float | None:
    """Half the range of a level; None where too few will answer for it to be shown."""
    answers = round(SHARE * people)
    return TO_THE_END * USUAL_SPREAD / sqrt(answers) if answers >= max(k, 1) else None
