"""Tokens of programs, as values."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account
from survey.models.company.people import Person
from survey.models.company.tokens import ApiToken
from survey.queries.accounts import ADDRESS, MAY_SIGN_IN


@dataclass(frozen=True, slots=True)
class NewToken:
    token_hash: bytes
    account_id: int
    label: str
    scopes: list[str]
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """A token that is good, and the account it acts for."""

    token: int
    scopes: frozenset[str]
    used_on: date | None
    account_id: int
    person_id: int | None
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A token as the list of tokens shows it."""

    id: int
    address: str | None
    label: str
    scopes: tuple[str, ...]
    expires_at: datetime
    is_revoked: bool
    used_on: date | None


def add(session: Session, new: NewToken) -> int:
    row = ApiToken(
        token_hash=new.token_hash,
        account_id=new.account_id,
        label=new.label,
        scopes=new.scopes,
        made_at=new.made_at,
        expires_at=new.expires_at,
    )
    session.add(row)
    session.flush()
    return row.id


def holder_of(session: Session, token_hash: bytes, *, now: datetime) -> Holder | None:
    """None for a token that is unknown, over or revoked, and where the account may not sign in."""
    is_good = (ApiToken.token_hash == token_hash, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now)
    name = func.coalesce(Person.name, Account.mail, "")
    found = session.execute(
        select(ApiToken.id, ApiToken.scopes, ApiToken.used_on, Account.id, Account.person_id, Account.language, name)
        .join(Account, Account.id == ApiToken.account_id)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(*is_good, MAY_SIGN_IN)
    ).one_or_none()
    if found is None:
        return None
    token, scopes, used_on, account, person, language, shown = found
    return Holder(token, frozenset(scopes), used_on, account, person, language, shown)


def mark_used(session: Session, token: int, *, on: date) -> None:
    session.execute(update(ApiToken).where(ApiToken.id == token).values(used_on=on))


def revoke(session: Session, token: int, *, now: datetime) -> int | None:
    """The account it acted for; None where there is no such token, or it was revoked before."""
    still = (ApiToken.id == token, ApiToken.revoked_at.is_(None))
    return session.scalar(update(ApiToken).where(*still).values(revoked_at=now).returning(ApiToken.account_id))


def kept_tokens(session: Session) -> list[Kept]:
    """All there ever were, the newest first."""
    rows = session.execute(
        select(
            ApiToken.id,
            ADDRESS,
            ApiToken.label,
            ApiToken.scopes,
            ApiToken.expires_at,
            ApiToken.revoked_at.is_not(None),
            ApiToken.used_on,
        )
        .join(Account, Account.id == ApiToken.account_id)
        .outerjoin(Person, Person.id == Account.person_id)
        .order_by(ApiToken.id.desc())
    )
    return [
        Kept(number, address, label, tuple(scopes), expires_at, is_revoked, used_on)
        for number, address, label, scopes, expires_at, is_revoked, used_on in rows
    ]
