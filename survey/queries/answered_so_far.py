"""The rough share of those asked who have answered an open wave."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey.models.company.waves import AnsweredSoFar


@dataclass(frozen=True, slots=True)
class Share:
    """As of the beginning of a day."""

    noted_on: date
    percent: int


def note(session: Session, *, wave: int, share: Share) -> None:
    """In place of that of the day before."""
    session.merge(AnsweredSoFar(wave_id=wave, noted_on=share.noted_on, percent=share.percent))
    session.flush()


def noted(session: Session, wave: int) -> Share | None:
    row = session.execute(
        select(AnsweredSoFar.noted_on, AnsweredSoFar.percent).where(AnsweredSoFar.wave_id == wave)
    ).one_or_none()
    return None if row is None else Share(*row)


def forget(session: Session, wave: int) -> None:
    session.execute(delete(AnsweredSoFar).where(AnsweredSoFar.wave_id == wave))
