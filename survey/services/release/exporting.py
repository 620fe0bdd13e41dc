"""A release to take along: exactly what is shown, a line per number, rounded as on the pages."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy.orm import Session

from survey.queries.releases import Told
from survey.questionnaires.questionnaire import PRINCIPLES, Kind
from survey.services.release import reading
from survey.services.release.certificate import certificate_of
from survey.services.release.reading import Opened
from survey.services.release.shown import Cell
from survey.services.release.tables import Pair, pair, path_of, tree_order

SCHEMA = "aloft.release/1"


@dataclass(frozen=True, slots=True)
class Number:
    """A line of the export. `shares` are percent of people by answer, from the lowest, with a space between them."""

    wave: int
    unit: str
    factor: str
    band: str
    measure: str
    points: float | None
    low: float | None
    high: float | None
    bound: str
    people: str
    shares: str


NAMES = tuple(field.name for field in fields(Number))


def whole(session: Session, opened: Opened, *, n_releases: int) -> dict[str, Any]:
    """All that this reader sees of a wave, as it goes to other programs."""
    seen, facts = pair(session, opened, None, None), opened.facts
    certificate = certificate_of(facts, n_releases)
    return {
        "schema": SCHEMA,
        "wave": opened.number,
        "version": facts.version,
        "asked": facts.n_asked,
        "answered": facts.n_answered,
        "smallest_group": opened.k,
        "certificate": {
            "verdict": certificate.verdict,
            "method": certificate.method,
            "smallest_group": certificate.k,
            "made_at": certificate.made_at.isoformat(),
            "mark": certificate.mark,
        },
        "findings": [finding(one, seen) for one in reading.told(session, opened)],
        "numbers": [asdict(one) for one in numbers(seen)],
    }


def numbers(seen: Pair) -> Iterator[Number]:
    """Every number that the reader sees, in the tree's order: principles, bands, questions."""
    opened = seen.opened
    high = {opened.root, *opened.divisions}
    for unit in tree_order(opened):
        path = path_of(opened, unit)
        for line in (seen.line(unit), *(seen.bands(unit) if unit in high else ())):
            for principle, cell in zip(PRINCIPLES, line.cells, strict=True):
                if cell is not None:
                    yield _number(opened.number, (path, line.factor, line.band, principle), cell)
        for question in seen.questions(unit) if unit in high else ():
            if question.cell is not None:
                digits = 0 if question.item.kind is Kind.RATED else 1
                yield _number(opened.number, (path, "", "", question.item.code), question.cell, digits)


def finding(told: Told, seen: Pair) -> dict[str, Any]:
    """As in the report of `aloft analyse`, with waves by number."""
    return {
        "list": told.list,
        "unit": path_of(seen.opened, told.unit_id),
        "scale": told.principle,
        "direction": told.direction,
        "shape": told.shape,
        "wave": told.told_in,
        "onset": told.onset,
        "onset_low": told.onset_low,
        "onset_high": told.onset_high,
        "size": told.points,
        "low": told.low,
        "high": told.high,
        "evidence": told.grade,
    }


def _number(wave: int, place: tuple[str, str, str, str], cell: Cell, digits: int = 0) -> Number:
    points, low, high = (rounded(value, digits) for value in (cell.value, cell.low, cell.high))
    return Number(wave, *place, points, low, high, cell.bound, cell.people, " ".join(map(str, cell.shares)))


def rounded(value: float | None, digits: int) -> float | None:
    """Whole points are whole numbers."""
    return None if value is None else round(value, digits) if digits else round(value)
