"""The imported history, of which there is one or none."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models.company.history import ImportedHistory

THE_ONE = 1


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    files: list[str]
    content_hash: bytes
    n_rows: int
    n_waves: int
    begins_on: date
    ends_on: date
    imported_at: datetime


def history(session: Session) -> HistoryFacts | None:
    row = session.get(ImportedHistory, THE_ONE)
    return None if row is None else HistoryFacts(*(getattr(row, name) for name in HistoryFacts.__slots__))


def add(session: Session, facts: HistoryFacts, carry: bytes) -> None:
    session.add(ImportedHistory(id=THE_ONE, carry=carry, **asdict(facts)))
    session.flush()


def carry_of_history(session: Session, *, before: date) -> bytes | None:
    """What the engine goes on with, if the history ended before this day."""
    return session.scalar(select(ImportedHistory.carry).where(ImportedHistory.ends_on < before))
