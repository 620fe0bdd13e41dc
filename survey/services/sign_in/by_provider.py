"""Whose account somebody opens who signed in at the provider.

The address leads to an account once, while the provider vouches for it; from then on the account belongs to the
provider's own name for the person, which never changes and is never given to another, as an address may be.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from survey.queries import accounts, provider_links
from survey.queries import audit as log
from survey.queries.web_sessions import USUAL, Limits
from survey.services.provider.identity import Identity
from survey.services.sign_in.claimed_roles import apply_roles
from survey.services.sign_in.known import account_for
from survey.services.sign_in.sessions import begin_session


class Refusal(StrEnum):
    """Why somebody is not let in whom the provider knows."""

    NO_ADDRESS = "no verified address"
    UNKNOWN = "unknown address"
    GONE = "account closed or person gone"
    SOMEBODY_ELSE = "the address belongs to the account of another subject"


def open_by_provider(session: Session, identity: Identity, *, now: datetime, limits: Limits = USUAL) -> str | Refusal:
    """The token of a new session, or why there is none. Roles that claims decide on are given and taken first."""
    # Two browsers of one person at once would both find no link, and one of them would fail.
    log.wait_for_turn(session)
    found = account_of(session, identity, now=now)
    if isinstance(found, Refusal):
        return found
    apply_roles(session, found, identity.claimed, now=now)
    return begin_session(session, account_id=found, now=now, limits=limits)


def account_of(session: Session, identity: Identity, *, now: datetime) -> int | Refusal:
    """The account of the subject; of a subject that is new here, the account of its address."""
    linked = provider_links.linked_account(session, issuer=identity.issuer, subject=identity.subject)
    if linked is not None:
        return linked.account_id if linked.may_sign_in else Refusal.GONE
    if identity.address is None:
        return Refusal.NO_ADDRESS
    known = accounts.account_of_address(session, identity.address)
    if known and known.account_id and provider_links.has_link(session, known.account_id, issuer=identity.issuer):
        return Refusal.SOMEBODY_ELSE
    account_id = account_for(session, identity.address, now=now)
    if account_id is None:
        return Refusal.UNKNOWN
    provider_links.add_link(session, account_id, issuer=identity.issuer, subject=identity.subject)
    return account_id
