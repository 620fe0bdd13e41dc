"""Sessions live in the store, so that they can be ended from elsewhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import accounts, web_sessions
from survey.queries.web_sessions import USUAL, Limits, Running
from survey.services import audit
from survey.services.rights import Held, Role
from survey.services.tokens import hash_of, random_token

SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is known when a session was last used; writing at every page would make readers wait for writers."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who asks, as what. A program has `scopes` and may do nothing outside them; a browser has None."""

    account_id: int
    person_id: int | None
    name: str
    language: str
    roles: tuple[Held, ...]
    session_hash: bytes
    is_stale: bool
    scopes: frozenset[str] | None = None


def signed_in(session: Session, *, token: str, now: datetime, limits: Limits = USUAL) -> SignedIn | None:
    """Whose session this is, if it runs: neither idle nor begun for longer than the limits, and the account open."""
    running = web_sessions.running_session(session, hash_of(token), now=now, limits=limits)
    if running is None:
        return None
    roles = accounts.roles_of(session, running.account_id)
    return SignedIn(
        account_id=running.account_id,
        person_id=running.person_id,
        name=running.name,
        language=running.language,
        roles=tuple(Held(Role(role), unit_id) for role, unit_id in roles),
        session_hash=running.token_hash,
        is_stale=now - running.seen_at >= SEEN_EVERY,
    )


def begin_session(session: Session, *, account_id: int, now: datetime, limits: Limits = USUAL) -> str:
    """The token of a new session of the account."""
    web_sessions.forget_ended(session, now=now, limits=limits)
    fresh = random_token()
    web_sessions.begin(session, token_hash=hash_of(fresh), account_id=account_id, now=now)
    # Employees who look at results are not in the log: when they did is nobody's business.
    if {role for role, _ in accounts.roles_of(session, account_id)} - {Role.EMPLOYEE}:
        audit.record(session, action=audit.Action.SIGNED_IN, account_id=account_id, details={}, now=now)
    return fresh


def refresh(session: Session, *, session_hash: bytes, now: datetime) -> None:
    """Remember that the session is in use."""
    web_sessions.mark_seen(session, session_hash, now=now)


def own_sessions(session: Session, *, account_id: int, now: datetime, limits: Limits = USUAL) -> tuple[Running, ...]:
    return web_sessions.running_sessions(session, account_id, now=now, limits=limits)


def end_session(session: Session, *, account_id: int, session_hash: bytes, now: datetime) -> bool:
    """End one session of the account; whether it ran."""
    return web_sessions.end(session, account_id=account_id, token_hash=session_hash, now=now) > 0


def end_all_sessions(session: Session, *, account_id: int, now: datetime, by: int | None) -> int:
    """End them everywhere, on the word of `by` (None: the command line); how many ran."""
    n_ended = web_sessions.end(session, account_id=account_id, now=now)
    if {role for role, _ in accounts.roles_of(session, account_id)} - {Role.EMPLOYEE}:
        details = {"account": account_id, "sessions": n_ended}
        audit.record(session, action=audit.Action.SESSIONS_ENDED, account_id=by, details=details, now=now)
    return n_ended
