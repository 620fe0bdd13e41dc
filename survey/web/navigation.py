"""The pages of the bar, in its order: who sees which, and which one somebody is led to.

The first line is for reading results. Running the programme has a line of its own, on its own pages. The own account
stands behind the name.
"""

from dataclasses import dataclass

from survey.services.rights import Action, Held, may

PROGRAMME = "programme.overview"


def text(words: str) -> str:
    """Marks what is translated where it is shown, for those who read in their own language."""
    return words


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the bar. It stands there for whoever may do the action.

    Attributes
    ----------
    under : str
        The endpoint of the page in whose line it stands; in the first line for whoever has no such page.
    """

    action: Action
    endpoint: str
    label: str
    under: str = ""


ENTRIES = (
    Entry(Action.SEE_TRENDS, "dashboards.overview", "Overview"),
    Entry(Action.SEE_TRENDS, "dashboards.participation", "Participation"),
    Entry(Action.SEE_TRENDS, "dashboards.instrument", "Instrument"),
    Entry(Action.SEE_BRIEF, "brief.page", text("Brief")),
    Entry(Action.SEE_RESULTS, "results.newest", text("Results")),
    Entry(Action.SEE_COMMENTS, "dashboards.comments", text("Comments")),
    Entry(Action.SEE_PROGRAMME, PROGRAMME, "Programme"),
    Entry(Action.SEE_PROGRAMME, "programme.plan", "Plan", PROGRAMME),
    Entry(Action.SEE_PROGRAMME, "programme.calendar", "Calendar", PROGRAMME),
    Entry(Action.KEEP_MOMENTS, "moments.page", "Moments", PROGRAMME),
    Entry(Action.IMPORT_PEOPLE, "people.page", "People", PROGRAMME),
    Entry(Action.RUN_PROGRAMME, "preview.index", "Preview", PROGRAMME),
    Entry(Action.WRITE_REPLY, "programme.replies", text("Reply"), PROGRAMME),
    Entry(Action.SEE_AUDIT_LOG, "audit.page", "Audit log"),
    Entry(Action.USE_OWN_ACCOUNT, "account.own", "Your account"),
)


def entries_for(roles: tuple[Held, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in ENTRIES if may(roles, entry.action))


@dataclass(frozen=True, slots=True)
class Lines:
    """The first line of the bar, the page in it that the current one belongs to, and what else belongs to that."""

    first: list[Entry]
    above: str | None
    below: list[Entry]


def lines_of(entries: tuple[Entry, ...], current: str | None) -> Lines:
    there = {entry.endpoint: entry for entry in entries}
    at = there.get(current or "")
    above = at.under if at and at.under in there else current
    first = [entry for entry in entries if entry.under not in there]
    return Lines(first, above, [entry for entry in entries if entry.under and entry.under == above])
