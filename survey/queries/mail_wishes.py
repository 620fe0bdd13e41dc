"""What a person wants of our mails, and what their mail server said of them."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey.models.company.people import Person
from survey.models.company.waves import Invitation

LONGEST_FAULT = 200


def stop_reminders(session: Session, person: int) -> None:
    session.execute(update(Person).where(Person.id == person).values(wants_reminders=False))


def note_fault(session: Session, invitation: bytes, fault: str) -> None:
    """Nothing is sent to this address until the people file has another."""
    person = select(Invitation.person_id).where(Invitation.id == invitation).scalar_subquery()
    session.execute(update(Person).where(Person.id == person).values(mail_fault=fault[:LONGEST_FAULT]))
