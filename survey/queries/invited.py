"""Who is invited to an open wave."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from survey.models.company.waves import Invitation, RosterEntry
from survey.queries.many import insert_many


@dataclass(frozen=True, slots=True)
class Invited:
    id: bytes
    person: int
    token_hash: bytes


def invite(session: Session, wave: int, invited: Iterable[Invited]) -> None:
    rows = [{"id": one.id, "wave_id": wave, "person_id": one.person, "token_hash": one.token_hash} for one in invited]
    insert_many(session, Invitation, rows)


def count_invited(session: Session, wave: int) -> int:
    return session.scalars(select(func.count()).select_from(Invitation).where(Invitation.wave_id == wave)).one()


def count_by_unit(session: Session, wave: int) -> dict[int, int]:
    """By the unit that the answer of those who are invited says they work in."""
    rows = session.execute(
        select(RosterEntry.answer_unit_id, func.count())
        .join(Invitation, (Invitation.wave_id == RosterEntry.wave_id) & (Invitation.person_id == RosterEntry.person_id))
        .where(RosterEntry.wave_id == wave)
        .group_by(RosterEntry.answer_unit_id)
    )
    return {unit: n for unit, n in rows}  # noqa: C416 -- rows are no tuples of two for the type checker


def invitations(session: Session, wave: int) -> list[Invited]:
    rows = session.execute(
        select(Invitation.id, Invitation.person_id, Invitation.token_hash)
        .where(Invitation.wave_id == wave)
        .order_by(Invitation.person_id)
    )
    return [Invited(id_, person, token_hash) for id_, person, token_hash in rows]


def uninvite_all(session: Session, wave: int) -> None:
    """Take away the invitations, and with them the mails that were made from them."""
    session.execute(delete(Invitation).where(Invitation.wave_id == wave))
