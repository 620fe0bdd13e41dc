"""Which account somebody is who signs in at the provider."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account, ProviderLink
from survey.models.company.people import Person
from survey.queries.accounts import MAY_SIGN_IN


@dataclass(frozen=True, slots=True)
class Linked:
    """The account that belongs to a subject, and whether it may be signed in to."""

    account_id: int
    may_sign_in: bool


def linked_account(session: Session, *, issuer: str, subject: str) -> Linked | None:
    found = session.execute(
        select(ProviderLink.account_id, MAY_SIGN_IN)
        .join(Account, Account.id == ProviderLink.account_id)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(ProviderLink.issuer == issuer, ProviderLink.subject == subject)
    ).first()
    return Linked(found[0], bool(found[1])) if found else None


def has_link(session: Session, account_id: int, *, issuer: str) -> bool:
    """Whether the account is somebody at this provider already."""
    wanted = select(ProviderLink.subject).where(ProviderLink.account_id == account_id, ProviderLink.issuer == issuer)
    return session.execute(wanted).first() is not None


def add_link(session: Session, account_id: int, *, issuer: str, subject: str) -> None:
    session.execute(insert(ProviderLink).values(issuer=issuer, subject=subject, account_id=account_id))


def links_of(session: Session, account_id: int) -> tuple[tuple[str, str], ...]:
    """Issuer and subject."""
    wanted = select(ProviderLink.issuer, ProviderLink.subject).where(ProviderLink.account_id == account_id)
    return tuple((issuer, subject) for issuer, subject in session.execute(wanted.order_by(ProviderLink.issuer)))


def forget_links(session: Session, accounts: Collection[int]) -> int:
    """Let the accounts be nobody at any provider; how many links there were."""
    gone = session.execute(
        delete(ProviderLink).where(ProviderLink.account_id.in_(accounts)).returning(ProviderLink.subject)
    )
    return len(gone.all())
