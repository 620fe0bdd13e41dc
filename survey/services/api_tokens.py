"""Tokens with which other programs act for an account: within scopes, for a time, until they are revoked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from survey.errors import AloftError, NotPossible
from survey.models.company.tokens import LONGEST_LABEL
from survey.queries import accounts, api_tokens
from survey.queries.api_tokens import Holder, NewToken
from survey.services import audit
from survey.services.accounts import NoSuchAccount
from survey.services.rights import Action, Held, Role
from survey.services.sign_in import SignedIn
from survey.services.tokens import hash_of, random_token

PREFIX = "aloft_"
"""By which programs that look for leaked secrets know one."""
LONGEST_DAYS = 366


class Scope(StrEnum):
    """What a token may be for; the account's roles must allow it as well."""

    PEOPLE_WRITE = "people:write"
    PROGRAMME_READ = "programme:read"
    PARTICIPATION_READ = "participation:read"
    RELEASE_READ = "release:read"
    ALERTS_READ = "alerts:read"
    MOMENTS_READ = "moments:read"
    MOMENTS_WRITE = "moments:write"
    REPLIES_READ = "replies:read"
    REPLIES_WRITE = "replies:write"


ALLOWED_BY = {
    Scope.PEOPLE_WRITE: Action.IMPORT_PEOPLE,
    Scope.PROGRAMME_READ: Action.SEE_PROGRAMME,
    Scope.PARTICIPATION_READ: Action.SEE_TRENDS,
    Scope.RELEASE_READ: Action.SEE_RELEASE,
    Scope.ALERTS_READ: Action.SEE_BRIEF,
    Scope.MOMENTS_READ: Action.KEEP_MOMENTS,
    Scope.MOMENTS_WRITE: Action.KEEP_MOMENTS,
    Scope.REPLIES_READ: Action.WRITE_REPLY,
    Scope.REPLIES_WRITE: Action.WRITE_REPLY,
}
"""What the account must be allowed to do, for each scope."""


class NoSuchToken(AloftError):
    def __init__(self, number: int) -> None:
        super().__init__(f"{number}: got a token that is not there or was revoked; `aloft token list` shows them")


@dataclass(frozen=True, slots=True)
class Wish:
    """A token that somebody wants: for the account of this address, in words of their own, for so many days."""

    address: str
    label: str
    scopes: Collection[Scope]
    days: int


@dataclass(frozen=True, slots=True)
class Made:
    """A new token. Its text is told once, here, and can be told by nobody afterwards."""

    number: int
    text: str
    expires_at: datetime


def make_token(session: Session, wish: Wish, *, now: datetime) -> Made:
    label = " ".join(wish.label.replace("\0", "").split())
    _check(wish, label)
    known = accounts.account_named(session, wish.address.strip().lower())
    if known is None or not known.is_open:
        raise NoSuchAccount(wish.address)
    text, expires_at = PREFIX + random_token(), now + timedelta(days=wish.days)
    scopes = sorted(set(wish.scopes))
    number = api_tokens.add(session, NewToken(hash_of(text), known.id, label, list(scopes), now, expires_at))
    details: dict[str, audit.Detail] = {"account": known.id, "token": number, "scopes": scopes, "days": wish.days}
    audit.record(session, action=audit.Action.TOKEN_MADE, account_id=None, details=details, now=now)
    return Made(number, text, expires_at)


def revoke_token(session: Session, number: int, *, now: datetime) -> None:
    account = api_tokens.revoke(session, number, now=now)
    if account is None:
        raise NoSuchToken(number)
    details: dict[str, audit.Detail] = {"account": account, "token": number}
    audit.record(session, action=audit.Action.TOKEN_REVOKED, account_id=None, details=details, now=now)


def holder_of(session: Session, text: str, *, now: datetime) -> Holder | None:
    """Whose token this is, if it is good now."""
    return api_tokens.holder_of(session, hash_of(text), now=now) if text.startswith(PREFIX) else None


def signed_in_by(session: Session, holder: Holder) -> SignedIn:
    """The account it acts for, with no more than its scopes."""
    return SignedIn(
        account_id=holder.account_id,
        person_id=holder.person_id,
        name=holder.name,
        language=holder.language,
        roles=tuple(Held(Role(role), unit) for role, unit in accounts.roles_of(session, holder.account_id)),
        session_hash=b"",
        is_stale=False,
        scopes=holder.scopes,
    )


def mark_used(session: Session, holder: Holder, *, now: datetime) -> None:
    api_tokens.mark_used(session, holder.token, on=now.astimezone(UTC).date())


def was_used_today(holder: Holder, *, now: datetime) -> bool:
    return holder.used_on == now.astimezone(UTC).date()


def _check(wish: Wish, label: str) -> None:
    if not 1 <= wish.days <= LONGEST_DAYS:
        raise NotPossible(f"--days: got {wish.days}; wanted 1 to {LONGEST_DAYS}")
    if not 1 <= len(label) <= LONGEST_LABEL:
        raise NotPossible(f"label: got {len(label)} characters; wanted 1 to {LONGEST_LABEL}: what the token is for")
    if not wish.scopes:
        raise NotPossible("--scope: got none; wanted at least one")
