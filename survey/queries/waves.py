"""Waves, their frozen tree and roster, and the invitations of an open one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from survey.models.company.waves import RosterEntry, Wave, WaveUnit
from survey.queries.many import insert_many
from survey.queries.people import Node


@dataclass(frozen=True, slots=True)
class WaveFacts:
    id: int
    programme: int
    epoch: int
    number: int
    state: str
    opens_on: date
    last_day: date
    opens_at: datetime
    closes_at: datetime
    is_last_of_epoch: bool
    k: int
    questionnaire: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """A person on the roster; `answer_unit` is what the stored answer says of where they work."""

    person: int
    unit: int
    answer_unit: int
    tenure: str
    level: str


COLUMNS: tuple[Any, ...] = (
    Wave.id,
    Wave.programme_id,
    Wave.epoch_id,
    Wave.number,
    Wave.state,
    Wave.opens_on,
    Wave.last_day,
    Wave.opens_at,
    Wave.closes_at,
    Wave.is_last_of_epoch,
    Wave.k,
    Wave.questionnaire,
    Wave.closed_at,
)

PLACE: tuple[Any, ...] = (
    RosterEntry.person_id,
    RosterEntry.unit_id,
    RosterEntry.answer_unit_id,
    RosterEntry.tenure,
    RosterEntry.level,
)


def wave(session: Session, number: int) -> WaveFacts:
    """By its id."""
    return WaveFacts(*session.execute(select(*COLUMNS).where(Wave.id == number)).one())


def wave_numbered(session: Session, *, programme: int, number: int) -> WaveFacts | None:
    row = session.execute(select(*COLUMNS).where(Wave.programme_id == programme, Wave.number == number)).one_or_none()
    return None if row is None else WaveFacts(*row)


def newest_numbered(session: Session, number: int) -> WaveFacts | None:
    """The wave of this number in the last programme that has come so far."""
    row = session.execute(select(*COLUMNS).where(Wave.number == number).order_by(Wave.programme_id.desc())).first()
    return None if row is None else WaveFacts(*row)


def waves_of(session: Session, programme: int) -> list[WaveFacts]:
    rows = session.execute(select(*COLUMNS).where(Wave.programme_id == programme).order_by(Wave.number))
    return [WaveFacts(*row) for row in rows]


# Made once, as a page of results takes longer to put such statements together than to ask them.
_ITS_PROGRAMME = select(Wave.programme_id).where(Wave.id == bindparam("wave")).scalar_subquery()
_BESIDE = select(*COLUMNS).where(Wave.programme_id == _ITS_PROGRAMME).order_by(Wave.number)


def waves_beside(session: Session, wave: int) -> list[WaveFacts]:
    """Those of the same programme, that one included."""
    return [WaveFacts(*row) for row in session.execute(_BESIDE, {"wave": wave})]


def all_waves(session: Session) -> list[WaveFacts]:
    """Of every programme there ever was."""
    return [WaveFacts(*row) for row in session.execute(select(*COLUMNS).order_by(Wave.programme_id, Wave.number))]


def waves_of_epoch(session: Session, epoch: int) -> list[WaveFacts]:
    rows = session.execute(select(*COLUMNS).where(Wave.epoch_id == epoch).order_by(Wave.number))
    return [WaveFacts(*row) for row in rows]


def last_number(session: Session, programme: int) -> int:
    """Of the last wave that was opened or refused; 0 before the first."""
    return session.scalar(select(func.max(Wave.number)).where(Wave.programme_id == programme)) or 0


def open_waves(session: Session) -> list[WaveFacts]:
    """Open, or half closed."""
    rows = session.execute(select(*COLUMNS).where(Wave.state.in_(("open", "closing"))).order_by(Wave.id))
    return [WaveFacts(*row) for row in rows]


def add_wave(session: Session, *, state: str, **columns: object) -> int:
    row = Wave(state=state, **columns)
    session.add(row)
    session.flush()
    return row.id


def set_state(session: Session, wave: int, state: str, *, closed_at: datetime | None = None) -> None:
    session.execute(update(Wave).where(Wave.id == wave).values(state=state, closed_at=closed_at))


def freeze_tree(session: Session, wave: int, tree: Mapping[int, Node]) -> None:
    rows = [
        {"wave_id": wave, "unit_id": unit, "parent_id": node.parent, "name": node.name} for unit, node in tree.items()
    ]
    session.execute(insert(WaveUnit), rows)


def frozen_tree(session: Session, wave: int) -> dict[int, Node]:
    rows = session.execute(
        select(WaveUnit.unit_id, WaveUnit.parent_id, WaveUnit.name)
        .where(WaveUnit.wave_id == wave)
        .order_by(WaveUnit.unit_id)
    )
    return {unit: Node(parent, name) for unit, parent, name in rows}


def freeze_roster(session: Session, wave: int, roster: Iterable[Place]) -> None:
    rows = [
        {
            "wave_id": wave,
            "person_id": one.person,
            "unit_id": one.unit,
            "answer_unit_id": one.answer_unit,
            "tenure": one.tenure,
            "level": one.level,
        }
        for one in roster
    ]
    insert_many(session, RosterEntry, rows)


def roster(session: Session, wave: int) -> list[Place]:
    return [Place(*row) for row in session.execute(select(*PLACE).where(RosterEntry.wave_id == wave))]
