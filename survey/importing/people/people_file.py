"""A people file from bytes to rows."""

from collections.abc import Mapping

from survey.importing.people.columns import match_columns
from survey.importing.people.person_row import PeopleRows, read_people
from survey.importing.people.table import read_table


def read_people_file(content: bytes, name: str, mapping: Mapping[str, str] | None = None) -> PeopleRows:
    """Read a CSV or XLSX file; `mapping` is ours → theirs. Raises UnreadablePeople if it is no people file at all."""
    table = read_table(content, name)
    return read_people(table, match_columns(table, mapping))
