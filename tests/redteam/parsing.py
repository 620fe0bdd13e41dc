"""From a page or a file to its numbers."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO, StringIO

from python_calamine import CalamineWorkbook
from werkzeug.test import TestResponse

NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:\.\d+)?")
LEAF = re.compile(r"Page \d+ of (\d+)")
Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table on a page: in which section, row and column it stands, and what it says."""

    path: str
    section: str
    row: str
    column: str
    text: str

    @property
    def numbers(self) -> tuple[float, ...]:
        return tuple(float(found.replace("−", "-")) for found in NUMBER.findall(self.text))


def cells_of(path: str, answer: TestResponse) -> Iterator[Cell]:
    """Every cell of every table; a row is called by its first cell."""
    reading = _Tables()
    reading.feed(answer.text)
    for section, columns, row in reading.rows:
        for column, text in zip(columns[1:], row[1:], strict=False):
            yield Cell(path, section, row[0], column, text)


def lines_of(answer: TestResponse) -> Iterator[Line]:
    """The lines of a file by the names of its columns, every value as text."""
    if answer.mimetype == "text/csv":
        yield from csv.DictReader(StringIO(answer.text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")))
    elif answer.mimetype == "application/json":
        parsed = json.loads(answer.text)
        for line in parsed if isinstance(parsed, list) else parsed.get("numbers", ()):
            yield {name: "" if value is None else str(value) for name, value in line.items()}
    elif "spreadsheetml" in answer.mimetype:
        head, *rows = CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
        for row in rows:
            yield {str(name): _as_text(value) for name, value in zip(head, row, strict=True)}


def leaves_of(text: str) -> int:
    """How many pages a table has."""
    found = LEAF.search(text)
    return int(found[1]) if found else 1


def _as_text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, list[str], list[str]]] = []
        self._section, self._columns = "", list[str]()
        self._row: list[str] | None = None
        self._is_head = self._is_cell = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "h2":
            self._section = given.get("id") or ""
        elif tag == "thead":
            self._is_head = True
        elif tag == "tr":
            self._row = []
        elif tag in {"td", "th"} and self._row is not None:
            self._row.append("")
            self._is_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._is_cell = False
        elif tag == "tr" and self._row is not None:
            words = [" ".join(cell.split()) for cell in self._row]
            if self._is_head:
                self._columns = words
            else:
                self.rows.append((self._section, self._columns, words))
            self._row = None
        elif tag == "thead":
            self._is_head = False

    def handle_data(self, data: str) -> None:
        if self._is_cell and self._row:
            self._row[-1] += f"{data} "
