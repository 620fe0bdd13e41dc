"""What a person wants of our mails, and what their mail server said of them."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey.models.company.people import Person
from survey.models.company.waves import Invitation
from survey.models.company.work import OutboxMail

LONGEST_FAULT = 200


@dataclass(frozen=True, slots=True)
class SentMail:
    kind: str
    business_key: str
    invitation: bytes


def sent_with_invitation(session: Session) -> list[SentMail]:
    """Of open waves: with an invitation its mails go."""
    rows = session.execute(
        select(OutboxMail.kind, OutboxMail.business_key, OutboxMail.invitation_id).where(
            OutboxMail.invitation_id.is_not(None), OutboxMail.state == "done"
        )
    )
    return [SentMail(kind, key, invitation) for kind, key, invitation in rows if invitation is not None]


def stop_reminders(session: Session, person: int) -> None:
    session.execute(update(Person).where(Person.id == person).values(wants_reminders=False))


def note_fault(session: Session, invitation: bytes, fault: str) -> None:
    """Nothing is sent to this address until the people file has another."""
    person = select(Invitation.person_id).where(Invitation.id == invitation).scalar_subquery()
    session.execute(update(Person).where(Person.id == person).values(mail_fault=fault[:LONGEST_FAULT]))
