"""What was found when a wave closed, and the engine's memory of an epoch."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.models.company.programme import Epoch
from survey.models.company.waves import Closing, Wave
from survey.queries.history import carry_of_history


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    n_asked: int
    n_answered: int


def closing(session: Session, wave: int) -> ClosingFacts | None:
    row = session.get(Closing, wave)
    return None if row is None else ClosingFacts(row.n_asked, row.n_answered)


def participation(session: Session) -> dict[int, tuple[int, int]]:
    """How many were asked and how many answered, by the id of each wave that has been counted."""
    rows = session.execute(select(Closing.wave_id, Closing.n_asked, Closing.n_answered))
    return {wave: (asked, answered) for wave, asked, answered in rows}


def add_closing(session: Session, *, wave: int, n_asked: int, n_answered: int) -> None:
    session.add(Closing(wave_id=wave, n_asked=n_asked, n_answered=n_answered))
    session.flush()


def carry_before(session: Session, *, programme: int, epoch_number: int) -> bytes | None:
    """The memory that the last epoch before this one left, or else an imported history, if there is either."""
    left = session.scalar(
        select(Epoch.carry)
        .where(Epoch.programme_id == programme, Epoch.number < epoch_number, Epoch.carry.is_not(None))
        .order_by(Epoch.number.desc())
        .limit(1)
    )
    if left is not None:
        return left
    first_day = session.scalar(select(func.min(Wave.opens_on)).where(Wave.programme_id == programme))
    return None if first_day is None else carry_of_history(session, before=first_day)


def has_carry(session: Session, epoch: int) -> bool:
    return session.scalar(select(Epoch.id).where(Epoch.id == epoch, Epoch.carry.is_not(None))) is not None


def set_carry(session: Session, epoch: int, carry: bytes) -> None:
    session.execute(update(Epoch).where(Epoch.id == epoch).values(carry=carry))


def close_epoch(session: Session, epoch: int, now: datetime) -> None:
    session.execute(update(Epoch).where(Epoch.id == epoch).values(closed_at=now))


def waves_of_earlier_epochs(session: Session, *, programme: int, epoch_number: int) -> list[int]:
    return list(
        session.scalars(
            select(Wave.id)
            .join(Epoch, Epoch.id == Wave.epoch_id)
            .where(Epoch.programme_id == programme, Epoch.number < epoch_number)
        )
    )
