"""Releases as values: the one place from which results are read, and to which they are written once."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models.company.releases import Estimate, Finding, Published, Release, Split
from survey.queries.many import insert_many

if TYPE_CHECKING:
    from survey.models.company.table import CompanyTable


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
    health: dict[str, Any] | None = None


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
    now: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """The estimate of a unit on a principle; see the table."""

    unit_id: int
    principle: str
    asked: int | None
    level: float
    low: float
    high: float
    since: int | None = None
    change: float | None = None
    change_low: float | None = None
    change_high: float | None = None
    unseen_3: float | None = None
    unseen_6: float | None = None
    unseen_12: float | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """Mix or mind of a change; see the table."""

    unit_id: int
    principle: str
    since: int
    change: float
    parts: dict[str, list[float | None]]


@dataclass(frozen=True, slots=True)
class Body:
    """All that belongs to a release, in its order."""

    rows: Sequence[Row]
    told: Sequence[Told] = ()
    levels: Sequence[Level] = ()
    parts: Sequence[Parts] = ()


FACTS: tuple[Any, ...] = tuple(getattr(Release, name) for name in ReleaseFacts.__slots__)
ROW: tuple[Any, ...] = tuple(getattr(Published, name) for name in Row.__slots__)
TOLD: tuple[Any, ...] = tuple(getattr(Finding, name) for name in Told.__slots__)
LEVEL: tuple[Any, ...] = tuple(getattr(Estimate, name) for name in Level.__slots__)
PARTS: tuple[Any, ...] = tuple(getattr(Split, name) for name in Parts.__slots__)


def add(session: Session, facts: ReleaseFacts, whole: Body) -> None:
    """Write a release with all that belongs to it."""
    release = Release(**asdict(facts))
    session.add(release)
    session.flush()
    contents: tuple[tuple[type[CompanyTable], Sequence[Row | Told | Level | Parts]], ...] = (
        (Published, whole.rows),
        (Finding, whole.told),
        (Estimate, whole.levels),
        (Split, whole.parts),
    )
    for table, lines in contents:
        rows = [{"release_id": release.id, "position": at, **asdict(line)} for at, line in enumerate(lines)]
        insert_many(session, table, rows)


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


def rows(session: Session, number: int, units: Collection[int] | None = None) -> list[Row]:
    """What a release shows, of these units or of all, in its order."""
    found = select(*ROW).join(Release, Release.id == Published.release_id).where(Release.number == number)
    if units is not None:
        found = found.where(Published.unit_id.in_(units))
    # SQLite walks through all of a release where that gives it the order, rather than to the few rows that are wanted.
    return [Row(*row) for row in session.execute(found.order_by(Published.position + 0))]


def told(session: Session, number: int) -> list[Told]:
    """What was found, in its order."""
    found = select(*TOLD).join(Release, Release.id == Finding.release_id).where(Release.number == number)
    return [Told(*row) for row in session.execute(found.order_by(Finding.position))]


def levels(session: Session, number: int, units: Collection[int] | None = None) -> list[Level]:
    """The estimates of a release, of these units or of all, in its order."""
    found = select(*LEVEL).join(Release, Release.id == Estimate.release_id).where(Release.number == number)
    if units is not None:
        found = found.where(Estimate.unit_id.in_(units))
    return [Level(*row) for row in session.execute(found.order_by(Estimate.position + 0))]


def parts(session: Session, number: int, units: Collection[int] | None = None) -> list[Parts]:
    """What changes are made of, of these units or of all, in its order."""
    found = select(*PARTS).join(Release, Release.id == Split.release_id).where(Release.number == number)
    if units is not None:
        found = found.where(Split.unit_id.in_(units))
    return [Parts(*row) for row in session.execute(found.order_by(Split.position))]


def body(session: Session, number: int) -> Body:
    """All that belongs to a release."""
    return Body(rows(session, number), told(session, number), levels(session, number), parts(session, number))
