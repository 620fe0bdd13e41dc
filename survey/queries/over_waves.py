"""What releases of many waves say of some units: one question to the store, however many waves there are."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from survey.models.company.releases import Finding, Published, Release
from survey.models.company.waves import WaveUnit
from survey.queries.releases import ROW, TOLD, Row, Told


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which numbers are wanted. No name of a factor stands for people of every band."""

    units: Collection[int]
    measures: Collection[str]
    factors: Collection[str] = ("",)


def numbers(session: Session, releases: Collection[int], wanted: Wanted) -> list[tuple[int, Row]]:
    """What releases of these numbers show, each number with that of its release, the oldest first."""
    found = (
        select(Release.number, *ROW)
        .join(Published, Published.release_id == Release.id)
        .where(
            Release.number.in_(releases),
            Published.unit_id.in_(wanted.units),
            Published.factor.in_(wanted.factors),
            Published.measure.in_(wanted.measures),
        )
        .order_by(Release.number + 0, Published.position + 0)  # see `releases.rows`
    )
    return [(number, Row(*row)) for number, *row in session.execute(found)]


def findings(session: Session, releases: Collection[int], whole: int) -> list[tuple[int, Told]]:
    """Alarms of these releases, each with the number of its release, the oldest first; all that one, `whole`, tells."""
    found = (
        select(Release.number, *TOLD)
        .join(Finding, Finding.release_id == Release.id)
        .where(Release.number.in_(releases), or_(Finding.list == "alarm", Release.number == whole))
        .order_by(Release.number, Finding.position)
    )
    return [(number, Told(*row)) for number, *row in session.execute(found)]


def high_places(session: Session, waves: Collection[int], units: Collection[int]) -> set[tuple[int, int]]:
    """Of these units in these waves, by id: where each was the company or a division, as the tree was then."""
    above = aliased(WaveUnit)
    found = (
        select(WaveUnit.wave_id, WaveUnit.unit_id)
        .outerjoin(above, and_(above.wave_id == WaveUnit.wave_id, above.unit_id == WaveUnit.parent_id))
        .where(WaveUnit.wave_id.in_(waves), WaveUnit.unit_id.in_(units))
        .where(or_(WaveUnit.parent_id.is_(None), and_(above.unit_id.is_not(None), above.parent_id.is_(None))))
    )
    return {(wave, unit) for wave, unit in session.execute(found)}
