"""Sign-in links that were asked for. What is past its time is forgotten with the next one asked for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from survey.models.company.accounts import SignInLink


@dataclass(frozen=True, slots=True)
class Link:
    """A link: whose address was typed, and in which browser."""

    id: bytes
    token_hash: bytes
    mail: str
    browser_hash: bytes
    expires_at: datetime


def add_link(session: Session, link: Link) -> None:
    session.execute(
        insert(SignInLink).values(
            id=link.id,
            token_hash=link.token_hash,
            mail=link.mail,
            browser_hash=link.browser_hash,
            expires_at=link.expires_at,
        )
    )


def n_open_links(session: Session, *, mail: str, browser_hash: bytes) -> tuple[int, int]:
    """Links that wait, for the address and for the browser."""
    unused = SignInLink.used_at.is_(None)
    for_mail = select(func.count()).select_from(SignInLink).where(unused, SignInLink.mail == mail)
    for_browser = select(func.count()).select_from(SignInLink).where(unused, SignInLink.browser_hash == browser_hash)
    return session.scalar(for_mail) or 0, session.scalar(for_browser) or 0


def link_by_id(session: Session, link_id: bytes, *, now: datetime) -> Link | None:
    return _open_link(session, SignInLink.id == link_id, now)


def link_of_token(session: Session, token_hash: bytes, *, now: datetime) -> Link | None:
    return _open_link(session, SignInLink.token_hash == token_hash, now)


def use_up(session: Session, link_id: bytes, *, now: datetime) -> bool:
    """Whether nobody was faster."""
    used = session.execute(
        update(SignInLink)
        .where(SignInLink.id == link_id, SignInLink.used_at.is_(None))
        .values(used_at=now)
        .returning(SignInLink.id)
    )
    return used.first() is not None


def forget_expired(session: Session, *, now: datetime) -> None:
    session.execute(delete(SignInLink).where(SignInLink.expires_at <= now))


def _open_link(session: Session, wanted: ColumnElement[bool], now: datetime) -> Link | None:
    found = session.execute(
        select(
            SignInLink.id, SignInLink.token_hash, SignInLink.mail, SignInLink.browser_hash, SignInLink.expires_at
        ).where(wanted, SignInLink.used_at.is_(None), SignInLink.expires_at > now)
    ).first()
    return Link(*found) if found else None
