"""The pages of the bar, in its order: who sees which, and which one somebody is led to.

The own account stands behind the name.
"""

from dataclasses import dataclass

from survey.services.rights import Action, Held, may


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the bar. It stands there for whoever may do the action."""

    action: Action
    endpoint: str
    label: str


ENTRIES = (
    Entry(Action.SEE_TRENDS, "dashboards.overview", "Overview"),
    Entry(Action.SEE_PROGRAMME, "programme.overview", "Programme"),
    Entry(Action.SEE_RESULTS, "results.newest", "Results"),
    Entry(Action.SEE_PROGRAMME, "programme.plan", "Plan"),
    Entry(Action.SEE_PROGRAMME, "programme.calendar", "Calendar"),
    Entry(Action.IMPORT_PEOPLE, "people.page", "People"),
    Entry(Action.RUN_PROGRAMME, "preview.index", "Preview"),
    Entry(Action.WRITE_REPLY, "programme.replies", "Reply"),
    Entry(Action.SEE_AUDIT_LOG, "audit.page", "Audit log"),
    Entry(Action.USE_OWN_ACCOUNT, "account.own", "Your account"),
)


def entries_for(roles: tuple[Held, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in ENTRIES if may(roles, entry.action))
