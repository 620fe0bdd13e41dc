"""The cells of a people file as texts, with the line each row begins on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from survey.importing.people.delimited import read_delimited
from survey.importing.people.encoding import decode
from survey.importing.people.faults import Fault, quoted, shown, unreadable
from survey.importing.people.workbook import OLD_OFFICE, ZIP, read_workbook

MOST_BYTES = 50_000_000
MOST_ROWS = 1_000_000
MOST_COLUMNS = 500

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """`rows` hold a line number and as many cells as `header`; `notes` say how the file was understood."""

    name: str
    header_line: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_table(content: bytes, name: str) -> PeopleTable:
    """Read a CSV or XLSX file; what it is is told by its content, not by its name."""
    if len(content) > MOST_BYTES:
        raise unreadable(name, None, f"{len(content):,} bytes", f"at most {MOST_BYTES:,}")
    if content.startswith(OLD_OFFICE):
        wanted = "CSV, or .xlsx without a password"
        raise unreadable(name, None, "an Excel file with a password, or an old .xls", wanted)
    if content.startswith(ZIP):
        rows, notes = read_workbook(content, name)
    else:
        text, notes = decode(content, name)
        rows = read_delimited(text, name)
    return _table(rows, name, notes)


def _table(rows: Iterable[Row], name: str, notes: tuple[str, ...]) -> PeopleTable:
    """The first row that is not blank is the header."""
    filled = ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))
    line, names = next(filled, (0, []))
    if not line:
        raise unreadable(name, None, "an empty file", "a header, and a row per person below it")
    header = _trimmed(names)
    if len(header) > MOST_COLUMNS:
        raise unreadable(name, line, f"{len(header):,} columns", f"at most {MOST_COLUMNS}")
    faults: list[Fault] = []
    kept = tuple(_cut(filled, name, len(header), faults))
    if not kept:
        got = f"a header without rows ({quoted(', '.join(header))})"
        raise unreadable(name, line, got, "a row per person below it")
    return PeopleTable(name, line, header, kept, notes, tuple(faults))


def _trimmed(names: list[str]) -> tuple[str, ...]:
    """The names without the empty ones a spreadsheet leaves at the end."""
    texts = [" ".join(text.split()) for text in names]
    width = max(place for place, text in enumerate(texts, start=1) if text)
    return tuple(texts[:width])


def _cut(rows: Iterable[Row], name: str, width: int, faults: list[Fault]) -> Iterator[Row]:
    """Rows as wide as the header; blank cells at the end may be left out, or be too many."""
    for count, (line, cells) in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise unreadable(name, line, f"more than {MOST_ROWS:,} rows", f"at most {MOST_ROWS:,}")
        beyond = next((cell for cell in cells[width:] if cell.strip()), None)
        if beyond is not None:
            faults.append(Fault(line, "", shown(beyond), f"A cell beyond the header. Wanted: {width} cells."))
        yield line, cells[:width] + [""] * (width - len(cells))
