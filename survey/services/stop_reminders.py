"""The link in every reminder by which reminders stop, for as long as the person is here."""

import hmac

from sqlalchemy.orm import Session

from survey.queries import mail_wishes
from survey.services.tokens import derived_token

PURPOSE = "reminders"


def stop_token(secret: bytes, person: int) -> str:
    """Good for one person and this one purpose."""
    return derived_token(secret, PURPOSE, person.to_bytes(8, "big"))


def is_right(secret: bytes, person: int, token: str) -> bool:
    return 0 <= person < 2**63 and hmac.compare_digest(stop_token(secret, person).encode(), token.encode())


def stop_reminders(session: Session, *, secret: bytes, person: int, token: str) -> bool:
    """False for a link that is none of ours. Invitations still come."""
    if not is_right(secret, person, token):
        return False
    mail_wishes.stop_reminders(session, person)
    return True
