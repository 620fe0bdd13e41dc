"""Who reports to whom, as the rows of a file say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from survey.importing.people.faults import Fault, shown
from survey.importing.people.nearest import Nearest, nearest_sentence
from survey.importing.people.person_row import PeopleRows, PersonRow
from survey.importing.people.unit_path import MOST_NAME

UNKNOWN = "No such person in the file."


@dataclass(slots=True)
class ReportingLines:
    """`above` is the manager's key by the person's; those at the top, and those with an unknown manager, have none."""

    rows: dict[str, PersonRow]
    above: dict[str, str] = field(default_factory=dict)
    tops: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def reporting_lines(people: PeopleRows) -> ReportingLines:
    """Managers by their id, or by their mail address; who is their own manager stands at the top."""
    lines = ReportingLines({})
    for row in people.rows:
        if row.key:
            lines.rows.setdefault(row.key, row)
    title = people.title("manager")
    unread = {fault.line for fault in people.faults if fault.column == title}
    by_mail = keys_by_mail({key: row.mail for key, row in lines.rows.items()})
    nearest = Nearest(lines.rows)
    for key, row in lines.rows.items():
        manager = found_key(row.manager_key, lines.rows, by_mail)
        if manager and manager != key:
            lines.above[key] = manager
        elif manager or not row.manager_key:
            lines.tops += [key] if row.line not in unread else []
        else:
            wanted = nearest_sentence(UNKNOWN, nearest.to(row.manager_key))
            lines.faults.append(Fault(row.line, title, shown(row.manager_key), wanted))
    return lines


def keys_by_mail(mail_of: Mapping[str, str | None]) -> dict[str, str]:
    return {mail.casefold(): key for key, mail in mail_of.items() if mail}


def found_key(text: str, keys: Mapping[str, object], by_mail: Mapping[str, str]) -> str:
    """The key of the person a cell means; empty if there is none."""
    return text if text in keys else by_mail.get(text.casefold(), "")


def team_of(name: str) -> str:
    """The unit a person leads."""
    return f"Team of {name}"[:MOST_NAME]
