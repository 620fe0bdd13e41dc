"""Published numbers of many waves at once."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models.company.releases import Published, Release
from survey.models.company.waves import Wave
from survey.queries.releases import FACTS, ROW, ReleaseFacts, Row

Mean = tuple[int, str, int, float]
"""Unit, measure, people and points of a number about everybody in a unit."""


def of_programme(session: Session, programme: int, *, before: int) -> list[ReleaseFacts]:
    """The newest version of the release of each wave before the one of this number, in the order of the waves."""
    version = select(func.max(Release.version)).where(Release.wave_id == Wave.id).correlate(Wave).scalar_subquery()
    wanted = select(*FACTS).join(Wave, Wave.id == Release.wave_id)
    mine = wanted.where(Wave.programme_id == programme, Wave.number < before, Release.version == version)
    return [ReleaseFacts(*row) for row in session.execute(mine.order_by(Wave.number))]


def means(session: Session, numbers: Collection[int], measures: Collection[str]) -> dict[int, list[Mean]]:
    """By release, what is known of everybody in its units: numbers of a known number of people, and no bounds."""
    found = (
        select(Release.number, Published.unit_id, Published.measure, Published.people, Published.points)
        .join(Release, Release.id == Published.release_id)
        .where(Release.number.in_(numbers), Published.factor == "", Published.measure.in_(measures))
        .where(Published.points.is_not(None), Published.people.is_not(None))
    )
    each: dict[int, list[Mean]] = defaultdict(list)
    for number, unit, measure, people, points in session.execute(found.order_by(Release.number, Published.position)):
        each[number].append((unit, measure, people or 0, points or 0.0))
    return dict(each)


def bands(session: Session, numbers: Collection[int], *, unit: int, factors: Collection[str]) -> dict[int, list[Row]]:
    """By release, what it shows of these factors' bands in a unit."""
    found = (
        select(Release.number, *ROW)
        .join(Release, Release.id == Published.release_id)
        .where(Release.number.in_(numbers), Published.unit_id == unit, Published.factor.in_(factors))
    )
    each: dict[int, list[Row]] = defaultdict(list)
    for number, *row in session.execute(found.order_by(Release.number, Published.position)):
        each[number].append(Row(*row))
    return dict(each)
