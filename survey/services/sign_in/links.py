"""Links by mail: of use once, for ten minutes, in the browser that asked.

Whether an address is known makes no difference before the mail is rendered, where nobody who asks can look.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from survey.queries import accounts, sign_in_links, work
from survey.queries.sign_in_links import Link
from survey.queries.web_sessions import USUAL, Limits
from survey.queries.work import NewMail
from survey.services.sign_in.known import account_for
from survey.services.sign_in.sessions import begin_session
from survey.services.tokens import derived_token, hash_of

KIND = "sign_in"
"""The kind of the mail in the outbox, and the purpose of the key."""

LASTS = timedelta(minutes=10)
PER_ADDRESS = 5
PER_BROWSER = 20


class Letter(NamedTuple):
    """What the mail with the link is made of."""

    address: str
    token: str
    language: str


def ask_for_link(session: Session, *, address: str, browser: str, secret: bytes, now: datetime) -> None:
    """Note the wish of whoever typed this (normal) address, and put a mail in the outbox, up to the limits."""
    sign_in_links.forget_expired(session, now=now)
    for_address, for_browser = sign_in_links.n_open_links(session, mail=address, browser_hash=hash_of(browser))
    if for_address >= PER_ADDRESS or for_browser >= PER_BROWSER:
        return
    link_id = secrets.token_bytes(16)
    token_hash = hash_of(derived_token(secret, KIND, link_id))
    sign_in_links.add_link(session, Link(link_id, token_hash, address, hash_of(browser), now + LASTS))
    work.put(session, [NewMail(f"{KIND}:{link_id.hex()}", KIND, now, {"link": link_id.hex()})])


def sign_in_letter_data(session: Session, link_id: bytes, secret: bytes, *, now: datetime) -> Letter | None:
    """Address, token and language of the mail; None where the address is unknown or the link is of no more use."""
    link = sign_in_links.link_by_id(session, link_id, now=now)
    if link is None:
        return None
    known = accounts.account_of_address(session, link.mail) or accounts.person_of_address(session, link.mail)
    return Letter(link.mail, derived_token(secret, KIND, link_id), known.language) if known else None


def consume(session: Session, *, token: str, browser: str, now: datetime, limits: Limits = USUAL) -> str | None:
    """Use the link up; the token of a new session, or None where the link does not open anything here and now."""
    link = sign_in_links.link_of_token(session, hash_of(token), now=now)
    if link is None or not hmac.compare_digest(link.browser_hash, hash_of(browser)):
        return None
    if not sign_in_links.use_up(session, link.id, now=now):
        return None
    account_id = account_for(session, link.mail, now=now)
    if account_id is None:
        return None
    return begin_session(session, account_id=account_id, now=now, limits=limits)
