"""Alerts as values: each is written once, and changed only where something becomes of it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from survey.models.company.alerts import Alert


@dataclass(frozen=True, slots=True)
class NewAlert:
    """An alert before it has a number; see the table."""

    programme_id: int
    unit_id: int
    principle: str
    told_in: int
    kind: str
    about_id: int | None
    release_number: int
    first: dict[str, Any]
    known: dict[str, Any]
    state: str
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class AlertFacts:
    """An alert; see the table."""

    id: int
    programme_id: int
    unit_id: int
    principle: str
    told_in: int
    kind: str
    about_id: int | None
    release_number: int
    first: dict[str, Any]
    known: dict[str, Any]
    state: str
    raised_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: int | None
    note: str
    recovered_in: int | None
    repeated_at: datetime | None

    @property
    def stands(self) -> bool:
        """False where a correction has taken away what it tells of."""
        return bool(self.known.get("stands", True))


FACTS: tuple[Any, ...] = tuple(getattr(Alert, name) for name in AlertFacts.__slots__)


def add(session: Session, new: NewAlert) -> AlertFacts:
    row = Alert(**asdict(new), note="")
    session.add(row)
    session.flush()
    return alert(session, row.id)


def alert(session: Session, number: int) -> AlertFacts:
    """By its id."""
    return AlertFacts(*session.execute(select(*FACTS).where(Alert.id == number)).one())


def find(session: Session, number: int) -> AlertFacts | None:
    """The same, or None where there is none of that id."""
    row = session.execute(select(*FACTS).where(Alert.id == number)).one_or_none()
    return None if row is None else AlertFacts(*row)


# Made once, as a page of results takes longer to put such statements together than to ask them.
_OF_PROGRAMME = select(*FACTS).where(Alert.programme_id == bindparam("programme")).order_by(Alert.id)


def of_programme(session: Session, programme: int) -> list[AlertFacts]:
    """All of a programme, in the order in which they were raised."""
    return [AlertFacts(*row) for row in session.execute(_OF_PROGRAMME, {"programme": programme})]


def open_since(session: Session, *, before: datetime) -> list[AlertFacts]:
    """Of falls, raised before this moment, that nobody has acknowledged and that were not repeated."""
    waiting = (Alert.state == "open", Alert.repeated_at.is_(None), Alert.raised_at <= before)
    rows = session.execute(select(*FACTS).where(*waiting, Alert.kind != "recovery").order_by(Alert.id))
    return [AlertFacts(*row) for row in rows]


def raised_since(session: Session, moment: datetime) -> list[AlertFacts]:
    """In the order in which they were raised."""
    rows = session.execute(select(*FACTS).where(Alert.raised_at >= moment).order_by(Alert.id))
    return [AlertFacts(*row) for row in rows]


def n_open(session: Session) -> int:
    """Of falls, that nobody has acknowledged."""
    waiting = (Alert.state == "open", Alert.kind != "recovery")
    return session.scalar(select(func.count()).select_from(Alert).where(*waiting)) or 0


def set_known(session: Session, number: int, known: dict[str, Any]) -> None:
    session.execute(update(Alert).where(Alert.id == number).values(known=known))


def set_recovered(session: Session, number: int, *, wave: int) -> None:
    session.execute(update(Alert).where(Alert.id == number).values(state="recovered", recovered_in=wave))


def set_repeated(session: Session, number: int, *, at: datetime) -> bool:
    """False where it was repeated already, or is open no more."""
    still = (Alert.id == number, Alert.state == "open", Alert.repeated_at.is_(None))
    return session.execute(update(Alert).where(*still).values(repeated_at=at).returning(Alert.id)).first() is not None


def acknowledge(session: Session, number: int, *, account: int | None, note: str, at: datetime) -> bool:
    """False where somebody has done so before."""
    values = {"acknowledged_at": at, "acknowledged_by": account, "note": note}
    fresh = (Alert.id == number, Alert.acknowledged_at.is_(None))
    found = session.execute(update(Alert).where(*fresh).values(values).returning(Alert.state)).scalar_one_or_none()
    if found == "open":
        session.execute(update(Alert).where(Alert.id == number).values(state="acknowledged"))
    return found is not None
