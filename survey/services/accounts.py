"""Open and close accounts, give and take roles."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.errors import AloftError
from survey.queries import accounts, provider_links
from survey.queries.accounts import Listed
from survey.queries.people import company
from survey.queries.unit_path import unit_named
from survey.services import audit
from survey.services.rights import Held, Role
from survey.services.sign_in import end_all_sessions


class NoSuchAccount(AloftError):
    def __init__(self, address: str) -> None:
        super().__init__(f"{address}: got an address without an account; `aloft account list` shows those there are")


class WrongUnit(AloftError):
    """A leader leads a unit, and nobody else does."""


def role_in(session: Session, role: Role, unit: str | None) -> Held:
    """The role, in the unit of this path of names if it is a leader's."""
    if (role is Role.LEADER) != (unit is not None):
        raise WrongUnit(f"got {role} {'without' if unit is None else 'with'} --unit; wanted --unit for leaders alone")
    if unit is None:
        return Held(role)
    found = unit_named(session, tuple(unit.split("/")))
    if found is None:
        raise WrongUnit(f"--unit: got {unit!r}; wanted the path of a unit there is, such as Company/Division/Team")
    return Held(role, found)


def open_account(session: Session, *, address: str, held: Held, now: datetime) -> int:
    """An account with this role. One that was closed is open again, one that is open gets the role."""
    known = accounts.account_named(session, address)
    account_id = known.id if known else _new(session, address)
    if known is None or not known.is_open:
        accounts.set_closed(session, account_id, at=None)
        _note(session, audit.Action.ACCOUNT_OPENED, {"account": account_id}, now)
    _give(session, account_id, held, now)
    return account_id


def close_account(session: Session, *, address: str, now: datetime) -> int:
    """Close the account, and end where it is signed in; its number."""
    known = _known(session, address)
    end_all_sessions(session, account_id=known.id, now=now, by=None)
    accounts.set_closed(session, known.id, at=now)
    _note(session, audit.Action.ACCOUNT_CLOSED, {"account": known.id}, now)
    return known.id


def give_role(session: Session, *, address: str, held: Held, now: datetime) -> bool:
    """Whether the account did not have it before."""
    return _give(session, _known(session, address).id, held, now)


def take_role(session: Session, *, address: str, held: Held, now: datetime) -> bool:
    """Whether the account had it."""
    account_id = _known(session, address).id
    was_there = accounts.take_role(session, account_id, role=held.role, unit_id=held.unit)
    if was_there:
        _note(session, audit.Action.ROLE_TAKEN, _of(account_id, held), now)
    return was_there


def unlink_account(session: Session, *, address: str, now: datetime) -> bool:
    """Forget who the account is at the provider, and end where it is signed in; whether it was somebody there."""
    account_id = _known(session, address).id
    was_linked = provider_links.forget_links(session, [account_id]) > 0
    if was_linked:
        end_all_sessions(session, account_id=account_id, now=now, by=None)
        _note(session, audit.Action.PROVIDER_LINK_FORGOTTEN, {"account": account_id}, now)
    return was_linked


def _new(session: Session, address: str) -> int:
    """Of the person who has the address, whose account then follows the people file; else of the address alone."""
    person = accounts.person_of_address(session, address)
    facts = company(session)
    language = person.language if person else facts.language if facts else "en"
    person_id = person.person_id if person else None
    account_id = accounts.open_account(
        session, mail=None if person else address, person_id=person_id, language=language
    )
    if person:
        accounts.give_role(session, account_id, role=Role.EMPLOYEE, unit_id=None)
    return account_id


def _known(session: Session, address: str) -> Listed:
    known = accounts.account_named(session, address)
    if known is None:
        raise NoSuchAccount(address)
    return known


def _give(session: Session, account_id: int, held: Held, now: datetime) -> bool:
    is_new = accounts.give_role(session, account_id, role=held.role, unit_id=held.unit)
    if is_new:
        _note(session, audit.Action.ROLE_GIVEN, _of(account_id, held), now)
    return is_new


def _of(account_id: int, held: Held) -> dict[str, audit.Detail]:
    return {"account": account_id, "role": held.role.value, **({} if held.unit is None else {"unit": held.unit})}


def _note(session: Session, action: audit.Action, details: dict[str, audit.Detail], now: datetime) -> None:
    audit.record(session, action=action, account_id=None, details=details, now=now)
