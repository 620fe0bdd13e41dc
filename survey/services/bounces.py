"""A mail has come back: nothing more is sent to that address, until the people file has another."""

from sqlalchemy.orm import Session

from survey.mail.addresses import Sender
from survey.mail.bounce import read_bounce
from survey.mail.identity import message_id
from survey.queries import mail_wishes

CAME_BACK = "came back as undeliverable"


def take_bounce(session: Session, report: bytes, *, sender: Sender) -> bool:
    """Whether the report tells of a mail of an open wave that will never arrive.

    Reports can be forged. A Message-ID cannot be guessed, and one that was not sent changes nothing.
    """
    bounce = read_bounce(report)
    if bounce is None or not bounce.is_lasting or not bounce.message_id:
        return False
    for mail in mail_wishes.sent_with_invitation(session):
        if message_id(mail.kind, mail.business_key, sender.domain) == bounce.message_id:
            mail_wishes.note_fault(session, mail.invitation, CAME_BACK)
            return True
    return False
