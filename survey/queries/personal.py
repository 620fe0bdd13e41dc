"""What the company store holds of one person."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account
from survey.models.company.people import Person
from survey.models.company.programme import Epoch
from survey.models.company.waves import RosterEntry, Wave
from survey.queries.waves import COLUMNS, WaveFacts


def person_id(session: Session, key: str) -> int | None:
    """By the company's own identifier."""
    return session.scalar(select(Person.id).where(Person.key == key))


def linked_waves(session: Session, person: int) -> list[WaveFacts]:
    """Waves of running epochs on whose roster the person stood."""
    rows = session.execute(
        select(*COLUMNS)
        .join(RosterEntry, RosterEntry.wave_id == Wave.id)
        .join(Epoch, Epoch.id == Wave.epoch_id)
        .where(RosterEntry.person_id == person, Epoch.closed_at.is_(None))
        .order_by(Wave.number)
    )
    return [WaveFacts(*row) for row in rows]


def forget(session: Session, person: int) -> None:
    """Delete the person, and with them where they were and to what they were invited; close their account."""
    session.execute(update(Account).where(Account.person_id == person).values(mail=None, person_id=None))
    session.execute(delete(Person).where(Person.id == person))
