"""Whose account an address opens."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import accounts
from survey.services import audit
from survey.services.rights import Role


def account_for(session: Session, address: str, *, now: datetime) -> int | None:
    """The account of the address. A person of today without one gets an employee's."""
    known = accounts.account_of_address(session, address)
    if known is None:
        return _employee_account(session, address)
    if known.account_id is not None and known.person_id is None:
        _join_person(session, known.account_id, address, now)
    return known.account_id


def _employee_account(session: Session, address: str) -> int | None:
    person = accounts.person_of_address(session, address)
    if person is None:
        return None
    account_id = accounts.open_account(session, mail=None, person_id=person.person_id, language=person.language)
    accounts.give_role(session, account_id, role=Role.EMPLOYEE, unit_id=None)
    return account_id


def _join_person(session: Session, account_id: int, address: str, now: datetime) -> None:
    """Let an account that was opened by address be that of the person who now has the address."""
    person_id = accounts.person_without_account(session, address)
    if person_id is None:
        return
    accounts.set_person(session, account_id, person_id=person_id)
    if accounts.give_role(session, account_id, role=Role.EMPLOYEE, unit_id=None):
        details: dict[str, audit.Detail] = {"account": account_id, "role": Role.EMPLOYEE.value}
        audit.record(session, action=audit.Action.ROLE_GIVEN, account_id=None, details=details, now=now)
