"""Browsers that are signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import Account, WebSession
from survey.models.company.people import Person
from survey.queries.accounts import MAY_SIGN_IN


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lasts without a visit, and at the longest."""

    idle: timedelta
    longest: timedelta


USUAL = Limits(idle=timedelta(hours=12), longest=timedelta(days=14))


@dataclass(frozen=True, slots=True)
class Running:
    """A session that runs, and whose it is."""

    token_hash: bytes
    account_id: int
    person_id: int | None
    language: str
    name: str
    begun_at: datetime
    seen_at: datetime


def running_session(session: Session, token_hash: bytes, *, now: datetime, limits: Limits = USUAL) -> Running | None:
    return next(iter(_running(session, WebSession.token_hash == token_hash, now, limits)), None)


def running_sessions(
    session: Session, account_id: int, *, now: datetime, limits: Limits = USUAL
) -> tuple[Running, ...]:
    """The newest first."""
    return _running(session, WebSession.account_id == account_id, now, limits)


def begin(session: Session, *, token_hash: bytes, account_id: int, now: datetime) -> None:
    session.execute(insert(WebSession).values(token_hash=token_hash, account_id=account_id, begun_at=now, seen_at=now))


def mark_seen(session: Session, token_hash: bytes, *, now: datetime) -> None:
    session.execute(update(WebSession).where(WebSession.token_hash == token_hash).values(seen_at=now))


def end(session: Session, *, account_id: int, now: datetime, token_hash: bytes | None = None) -> int:
    """End one session of the account, or all; how many there were."""
    wanted = [WebSession.account_id == account_id, WebSession.ended_at.is_(None)]
    if token_hash is not None:
        wanted.append(WebSession.token_hash == token_hash)
    ended = session.execute(update(WebSession).where(*wanted).values(ended_at=now).returning(WebSession.token_hash))
    return len(ended.all())


def forget_ended(session: Session, *, now: datetime, limits: Limits = USUAL) -> None:
    over = or_(
        WebSession.ended_at.is_not(None),
        WebSession.begun_at <= now - limits.longest,
        WebSession.seen_at <= now - limits.idle,
    )
    session.execute(delete(WebSession).where(over))


def _running(session: Session, wanted: ColumnElement[bool], now: datetime, limits: Limits) -> tuple[Running, ...]:
    found = session.execute(
        select(
            WebSession.token_hash,
            Account.id,
            Account.person_id,
            Account.language,
            func.coalesce(Person.name, Account.mail, ""),
            WebSession.begun_at,
            WebSession.seen_at,
        )
        .join(Account, Account.id == WebSession.account_id)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(
            wanted,
            MAY_SIGN_IN,
            WebSession.ended_at.is_(None),
            WebSession.begun_at > now - limits.longest,
            WebSession.seen_at > now - limits.idle,
        )
        .order_by(WebSession.begun_at.desc(), WebSession.token_hash)
    )
    return tuple(Running(*row) for row in found)
