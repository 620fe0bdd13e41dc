"""Roles that the provider's claims decide on: given and taken at each sign-in. All others are given by hand."""

from datetime import datetime

from sqlalchemy.orm import Session

from survey.queries import accounts
from survey.services import audit
from survey.services.provider.identity import Claimed
from survey.services.rights import Role


def apply_roles(session: Session, account_id: int, claimed: Claimed, *, now: datetime) -> None:
    """Let the account have those of the decided roles that it holds by its claims, and none of the others."""
    for role in sorted(claimed.decided):
        if role in claimed.held:
            if accounts.give_role(session, account_id, role=role, unit_id=None):
                _note(session, audit.Action.ROLE_GIVEN, account_id, role, now=now)
        elif not _is_last_admin(session, account_id, role) and accounts.take_role(
            session, account_id, role=role, unit_id=None
        ):
            _note(session, audit.Action.ROLE_TAKEN, account_id, role, now=now)


def _is_last_admin(session: Session, account_id: int, role: Role) -> bool:
    """Then the role stays: a group that was renamed at the provider would leave nobody to open accounts."""
    if role is not Role.ADMIN or (Role.ADMIN.value, None) not in accounts.roles_of(session, account_id):
        return False
    return accounts.n_admins(session) == 1


def _note(session: Session, action: audit.Action, account_id: int, role: Role, *, now: datetime) -> None:
    details: dict[str, audit.Detail] = {"account": account_id, "role": role.value, "by": "claim of the provider"}
    audit.record(session, action=action, account_id=None, details=details, now=now)
