"""Two rows for one person, and one mail address for two persons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from survey.importing.people.faults import Fault, listed, shown
from survey.importing.people.person_row import PeopleRows

MOST_LINES = 3

Holder = tuple[int, str]  # the line, 0 for a person who is not in the file; and the key


def repeated_ids(people: PeopleRows) -> list[Fault]:
    """A fault for every row whose id another row has."""
    lines = defaultdict(list)
    for row in people.rows:
        if row.key:
            lines[row.key].append(row.line)
    return [
        Fault(line, people.title("id"), shown(key), f"Also on {_elsewhere(line, of_key)}. Wanted: one row per person.")
        for key, of_key in lines.items()
        if len(of_key) > 1
        for line in of_key
    ]


def shared_mails(holders: Iterable[tuple[Holder, str]], title: str) -> list[Fault]:
    """A fault for every row whose person would share a mail address, in any case, with another person."""
    by_mail: Mapping[str, list[tuple[Holder, str]]] = defaultdict(list)
    for holder, mail in holders:
        by_mail[mail.casefold()].append((holder, mail))
    return [
        Fault(line, title, shown(mail), f"Also the address of {_others(key, several)}. Wanted: one person per address.")
        for several in by_mail.values()
        if len({key for (_, key), _ in several}) > 1
        for (line, key), mail in several
        if line
    ]


def _elsewhere(line: int, lines: list[int]) -> str:
    """The other lines; of very many the first few."""
    others = [f"line {other:,}" for other in lines[: MOST_LINES + 1] if other != line]
    return _with_rest(others, len(lines) - 1)


def _others(key: str, several: list[tuple[Holder, str]]) -> str:
    first = [holder for holder, _ in several[: MOST_LINES + 2] if holder[1] != key] or [several[-1][0]]
    named = [f"{shown(other)} ({f'line {line:,}' if line else 'not in the file'})" for line, other in first]
    return _with_rest(named, len(several) - 1)


def _with_rest(named: list[str], count: int) -> str:
    shown_names = named[:MOST_LINES]
    more = count - len(shown_names)
    return listed(shown_names, MOST_LINES) + (f" and {more:,} more" if more > 0 else "")
