"""Who may do what: one table, one function, no by default."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the company. `council` is the works council."""

    ADMIN = "admin"
    HR = "hr"
    CEO = "ceo"
    LEADER = "leader"
    EMPLOYEE = "employee"
    COUNCIL = "council"


class Action(StrEnum):
    """What somebody wants to do, in words that finish "may …"."""

    USE_OWN_ACCOUNT = "use the own account"
    SEE_RESULTS = "see the published results"
    SEE_BRIEF = "see the brief"
    SEE_RELEASE = "see and export every published number of a wave"
    SEE_UNIT = "see the published numbers of a unit"
    SEE_TRENDS = "see trends, watch list and participation of the company"
    SEE_COMMENTS = "read the comments that were published"
    SEE_METHOD = "see questionnaire, menu and thresholds as they are set"
    SEE_PROGRAMME = "see programme and waves"
    RUN_PROGRAMME = "change programme and questionnaire, open a wave, send reminders"
    IMPORT_PEOPLE = "import people"
    HANDLE_PERSONAL_DATA = "see what is stored of a person, answers apart, and erase it"
    PRINT_SLIPS = "print the links of people whom no mail reaches"
    WRITE_REPLY = "write the reply to a wave"
    KEEP_MOMENTS = "put moments on the timeline, correct and withdraw them"
    MODERATE_COMMENTS = "read the comments of a closed wave, withhold some with a reason, publish the others"
    SEE_AUDIT_LOG = "see the audit log"
    MANAGE_ACCOUNTS = "open and close accounts, give and take roles"


ALLOWED: dict[Action, frozenset[Role]] = {
    Action.USE_OWN_ACCOUNT: frozenset(Role),
    Action.SEE_RESULTS: frozenset({Role.HR, Role.CEO, Role.LEADER, Role.EMPLOYEE, Role.COUNCIL}),
    Action.SEE_BRIEF: frozenset({Role.HR, Role.CEO}),
    Action.SEE_RELEASE: frozenset({Role.HR, Role.CEO}),
    Action.SEE_UNIT: frozenset({Role.HR, Role.CEO, Role.LEADER}),
    Action.SEE_TRENDS: frozenset({Role.HR}),
    Action.SEE_COMMENTS: frozenset({Role.HR, Role.CEO}),
    Action.SEE_METHOD: frozenset({Role.ADMIN, Role.HR, Role.COUNCIL}),
    Action.SEE_PROGRAMME: frozenset({Role.ADMIN, Role.HR}),
    Action.RUN_PROGRAMME: frozenset({Role.HR}),
    Action.IMPORT_PEOPLE: frozenset({Role.HR}),
    Action.HANDLE_PERSONAL_DATA: frozenset({Role.HR}),
    Action.PRINT_SLIPS: frozenset({Role.HR}),
    Action.WRITE_REPLY: frozenset({Role.HR, Role.CEO}),
    Action.KEEP_MOMENTS: frozenset({Role.HR}),
    Action.MODERATE_COMMENTS: frozenset({Role.HR}),
    Action.SEE_AUDIT_LOG: frozenset({Role.ADMIN, Role.COUNCIL}),
    Action.MANAGE_ACCOUNTS: frozenset({Role.ADMIN}),
}

WITHIN_OWN_UNIT = frozenset({Action.SEE_UNIT})
"""What a leader may do in the unit they lead and all below it, and nowhere else."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role somebody has; a leader has it in a unit."""

    role: Role
    unit: int | None = None


def may(held: Iterable[Held], action: Action, *, path: tuple[int, ...] = ()) -> bool:
    """Whether one of the roles allows the action; `path` runs from the root to the unit it is about, included."""
    return any(one.role in ALLOWED.get(action, frozenset()) and _reaches(one, action, path) for one in held)


def _reaches(held: Held, action: Action, path: tuple[int, ...]) -> bool:
    return held.role is not Role.LEADER or action not in WITHIN_OWN_UNIT or held.unit in path
