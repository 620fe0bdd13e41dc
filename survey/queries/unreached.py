"""Who is invited to a wave and gets no mail."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from survey.models.company.people import Person
from survey.models.company.waves import Invitation, RosterEntry


@dataclass(frozen=True, slots=True)
class Unreached:
    """`mail_fault` is why mail came back; empty for whoever has no address."""

    invitation: bytes
    key: str
    name: str
    language: str
    unit: int
    mail_fault: str


def unreached(session: Session, wave: int) -> list[Unreached]:
    """Everybody without an address, or with one that mail came back from, whether they have answered or not."""
    of_roster = (RosterEntry.wave_id == Invitation.wave_id) & (RosterEntry.person_id == Invitation.person_id)
    rows = session.execute(
        select(Invitation.id, Person.key, Person.name, Person.language, RosterEntry.unit_id, Person.mail_fault)
        .select_from(Invitation)
        .join(Person, Person.id == Invitation.person_id)
        .join(RosterEntry, of_roster)
        .where(Invitation.wave_id == wave, or_(func.coalesce(Person.mail, "") == "", Person.mail_fault != ""))
        .order_by(Person.name, Person.id)
    )
    return [Unreached(*row) for row in rows]
