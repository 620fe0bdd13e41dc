"""Moments of the timeline, as values."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from dashboards.board.values import Event
from survey.models.company.moments import DatedMoment


@dataclass(frozen=True, slots=True)
class MomentFacts:
    """What is told of a moment; `unit_id` is None for the whole company."""

    first_day: date
    until: date | None
    kind: str
    words: str
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A moment as it is kept, with its id."""

    id: int
    moment: MomentFacts
    is_withdrawn: bool


COLUMNS: tuple[Any, ...] = (
    DatedMoment.first_day,
    DatedMoment.until,
    DatedMoment.kind,
    DatedMoment.words,
    DatedMoment.unit_id,
)


def add_moment(session: Session, moment: MomentFacts, *, account: int | None, now: datetime) -> int:
    row = DatedMoment(**asdict(moment), account_id=account, entered_at=now)
    session.add(row)
    session.flush()
    return row.id


def change_moment(session: Session, number: int, moment: MomentFacts) -> None:
    session.execute(update(DatedMoment).where(DatedMoment.id == number).values(**asdict(moment)))


def withdraw_moment(session: Session, number: int, *, now: datetime) -> None:
    session.execute(update(DatedMoment).where(DatedMoment.id == number).values(withdrawn_at=now))


def kept_moment(session: Session, number: int) -> Kept | None:
    found = session.execute(select(*COLUMNS, DatedMoment.withdrawn_at).where(DatedMoment.id == number)).one_or_none()
    return None if found is None else Kept(number, MomentFacts(*found[:-1]), found[-1] is not None)


def kept_moments(session: Session) -> list[Kept]:
    """Those that are shown, the newest day first."""
    rows = session.execute(
        select(DatedMoment.id, *COLUMNS)
        .where(DatedMoment.withdrawn_at.is_(None))
        .order_by(DatedMoment.first_day.desc(), DatedMoment.id.desc())
    )
    return [Kept(number, MomentFacts(*facts), is_withdrawn=False) for number, *facts in rows]


# Made once, as a page of results takes longer to put such statements together than to ask them.
_TOLD = select(*COLUMNS).where(DatedMoment.withdrawn_at.is_(None)).order_by(DatedMoment.first_day, DatedMoment.id)
_TOLD_UNTIL = _TOLD.where(DatedMoment.first_day <= bindparam("until"))


def events(session: Session, *, until: date | None = None) -> list[Event]:
    """The timeline, oldest first, up to a day if one is given."""
    rows = session.execute(_TOLD) if until is None else session.execute(_TOLD_UNTIL, {"until": until})
    return [Event(first_day, last, kind, words, unit) for first_day, last, kind, words, unit in rows]
