"""Kinds of nothing: not shown, unknown, too little, none found. Each says which it is."""

from dashboards.board.values import Cell
from dashboards.wording.numbers import in_words, opened

FEWEST_WAVES = 6
"""Of fewer waves the engine raises no alarm: until then the overview is another page. A test holds this against it."""


def not_shown(k: int) -> str:
    return f"not shown: protects a group of fewer than {k}"


def not_shown_sentence(k: int) -> str:
    """Of a unit of which nothing is shown."""
    return (
        f"Showing it would reveal a group of fewer than {k} people, here or in another unit. "
        "This says nothing about how people answered, and little about how many did."
    )


def no_change(cell: Cell, n_waves: int, k: int) -> str:
    """Why a cell has no change."""
    if n_waves == 1:
        return "unknown until wave 2"
    if cell.level is None:
        return "not judged: answers nearly all alike"
    if cell.people is not None and cell.people < 2 * k:
        return f"not judged: fewer than {2 * k} answers"
    return "too few waves to compare"


def units_not_shown(number: int, kind: str) -> str:
    """How many are missing from a table; never which of them is the small one."""
    if number == 0:
        return f"All {kind}s are shown."
    return f"{number} {kind} is not shown." if number == 1 else f"{number} {kind}s are not shown."


def why(number: int, kind: str, k: int) -> list[str]:
    """Why units are not shown, in paragraphs."""
    if number == 0:
        return []
    first = (
        f"Results appear only for groups of at least {k} answers. If one small group were hidden alone, its result "
        f"could be worked out by subtracting the others. So a second is hidden with it."
    )
    which = f"We do not say which {kind} is the small one, here, in exports or in alerts."
    return [first, which, "Their answers still count, in the units above them."]


def why_title(number: int, kind: str) -> str:
    if number == 1:
        return f"Why one {kind} is not shown"
    return f"Why {in_words(number)} {kind}s are not shown"


def of_the_many(shown: int, hidden: int, kind: str) -> str:
    """The count under boxes: "353 teams are shown; 47 are hatched and not shown."."""
    first = f"{shown:,} {kind}{' is' if shown == 1 else 's are'} shown"
    if hidden == 0:
        return f"{first}."
    return f"{first}; {hidden:,} {'is' if hidden == 1 else 'are'} hatched and not shown."


def nothing_for(name: str, when: str) -> str:
    return opened(f"nothing can be shown for {name} in {when}")
