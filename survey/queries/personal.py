"""What the company store holds of one person."""

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account, SignInLink
from survey.models.company.people import Person
from survey.models.company.programme import Epoch
from survey.models.company.waves import RosterEntry, Wave
from survey.queries.provider_links import forget_links
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


def accounts_of(session: Session, person: int) -> list[int]:
    """Their account, and one that was opened with their address before they were in the people file."""
    of_person = select(func.lower(Person.mail)).where(Person.id == person).scalar_subquery()
    found = select(Account.id).where(or_(Account.person_id == person, Account.mail == of_person))
    return list(session.scalars(found.order_by(Account.id)))


def forget(session: Session, person: int) -> None:
    """Delete the person, and with them where they were and to what they were invited; no account knows them then."""
    addresses = {session.scalar(select(func.lower(Person.mail)).where(Person.id == person))}
    accounts = accounts_of(session, person)
    addresses |= set(session.scalars(select(Account.mail).where(Account.id.in_(accounts))))
    session.execute(delete(SignInLink).where(SignInLink.mail.in_(addresses - {None})))
    forget_links(session, accounts)
    session.execute(update(Account).where(Account.id.in_(accounts)).values(mail=None, person_id=None))
    session.execute(delete(Person).where(Person.id == person))
