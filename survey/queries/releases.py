"""Releases as values: the one place from which results are read, and to which they are written once."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models.company.releases import Finding, Published, Release
from survey.models.company.waves import Wave
from survey.queries.many import insert_many


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """A release without its numbers."""

    number: int
    wave_id: int | None
    version: int
    kind: str
    label: str
    measured_on: date
    k: int
    n_asked: int | None
    n_answered: int | None
    spread: dict[str, float]
    certificate: dict[str, Any]
    made_at: datetime
    previous_hash: bytes
    entry_hash: bytes


@dataclass(frozen=True, slots=True)
class Row:
    """One published number; see the table."""

    unit_id: int
    factor: str
    band: str
    measure: str
    people: int | None
    answers: int | None
    points: float | None
    at_least: int | None = None
    at_most: int | None = None
    counts: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One finding; see the table."""

    list: str
    unit_id: int
    principle: str
    direction: str
    shape: str
    told_in: int
    onset: int
    onset_low: int
    onset_high: int
    points: float | None
    low: float | None
    high: float | None
    grade: str


FACTS: tuple[Any, ...] = tuple(getattr(Release, name) for name in ReleaseFacts.__slots__)
ROW: tuple[Any, ...] = tuple(getattr(Published, name) for name in Row.__slots__)
TOLD: tuple[Any, ...] = tuple(getattr(Finding, name) for name in Told.__slots__)


def add(session: Session, facts: ReleaseFacts, rows: Iterable[Row], told: Iterable[Told]) -> None:
    """Write a release with all that belongs to it."""
    release = Release(**asdict(facts))
    session.add(release)
    session.flush()
    numbers = [{"release_id": release.id, "position": at, **asdict(row)} for at, row in enumerate(rows)]
    found = [{"release_id": release.id, "position": at, **asdict(one)} for at, one in enumerate(told)]
    insert_many(session, Published, numbers)
    insert_many(session, Finding, found)


def last(session: Session) -> ReleaseFacts | None:
    """The end of the chain."""
    row = session.execute(select(*FACTS).order_by(Release.number.desc()).limit(1)).one_or_none()
    return None if row is None else ReleaseFacts(*row)


def chain(session: Session) -> list[ReleaseFacts]:
    """All releases, as they were made."""
    return [ReleaseFacts(*row) for row in session.execute(select(*FACTS).order_by(Release.number))]


def of_wave(session: Session, wave: int) -> ReleaseFacts | None:
    """The newest version of a wave's release."""
    found = select(*FACTS).where(Release.wave_id == wave).order_by(Release.version.desc()).limit(1)
    row = session.execute(found).one_or_none()
    return None if row is None else ReleaseFacts(*row)


def newest(session: Session) -> list[ReleaseFacts]:
    """The newest version of each wave's release and all imported ones, by the day they tell of."""
    newest_version = (
        select(func.max(Release.version)).where(Release.wave_id == Wave.id).correlate(Wave).scalar_subquery()
    )
    of_waves = select(Release.number).join(Wave, Wave.id == Release.wave_id).where(Release.version == newest_version)
    wanted = select(*FACTS).where(Release.wave_id.is_(None) | Release.number.in_(of_waves))
    return [ReleaseFacts(*row) for row in session.execute(wanted.order_by(Release.measured_on, Release.number))]


def rows(session: Session, number: int, *, units: Collection[int] | None = None) -> list[Row]:
    """What a release shows, of these units or of all, in its order."""
    found = select(*ROW).join(Release, Release.id == Published.release_id).where(Release.number == number)
    if units is not None:
        found = found.where(Published.unit_id.in_(units))
    return [Row(*row) for row in session.execute(found.order_by(Published.position))]


def told(session: Session, number: int) -> list[Told]:
    """What was found, in its order."""
    found = select(*TOLD).join(Release, Release.id == Finding.release_id).where(Release.number == number)
    return [Told(*row) for row in session.execute(found.order_by(Finding.position))]
