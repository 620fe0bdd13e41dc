"""Rows of a CSV file, whichever delimiter a spreadsheet chose."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from survey.importing.people.faults import shown, unreadable

DELIMITERS = ",;\t|"
_SAID = re.compile(r"sep=(.)[ \t]*\r?(?:\n|$)", re.IGNORECASE)
_UNCLOSED = "unexpected end of data"


def read_delimited(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on."""
    said = _SAID.match(text)
    if said:
        yield from _records(text[said.end() :], said[1], name, first_line=2)
    else:
        yield from _records(text, _delimiter(text), name, first_line=1)


def _delimiter(text: str) -> str:
    """The one that cuts the header into the most cells."""
    return max(DELIMITERS, key=lambda delimiter: _width(text, delimiter))


def _width(text: str, delimiter: str) -> int:
    """Cells of the first record that is not blank; a quoted one may hold delimiters, and ends of lines."""
    records = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return len(next((cells for cells in records if any(cell.strip() for cell in cells)), []))
    except csv.Error:
        return 0


def _records(text: str, delimiter: str, name: str, *, first_line: int) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 0
    try:
        for cells in lines:
            yield begins + first_line, cells
            begins = lines.line_num
    except csv.Error as error:
        line = begins + first_line
        if _UNCLOSED in str(error):
            raise unreadable(name, line, "a quotation mark that is never closed", "quotation marks in pairs") from error
        wanted = f"cells between “{shown(delimiter)}”, quoted where they hold one"
        raise unreadable(name, line, f"a row that cannot be cut into cells ({error})", wanted) from error
