"""A row of the people file as what it says of a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from survey.importing.people.cells import CellReader
from survey.importing.people.columns import Columns
from survey.importing.people.dates import DateColumn
from survey.importing.people.faults import Fault, shown
from survey.importing.people.table import PeopleTable
from survey.importing.people.texts import even
from survey.importing.people.unit_path import UnitPath


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row says; none or empty where it says nothing, or nothing that can be used."""

    line: int
    key: str
    name: str = ""
    mail: str | None = None
    unit_path: UnitPath | None = None
    manager_key: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    level: str | None = None
    country: str | None = None
    language: str | None = None
    time_zone: str | None = None

    def has_left(self, on: date) -> bool:
        return self.left_on is not None and self.left_on <= on


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """Every row of a file, those with faults too; `columns` says what the file has, and calls it."""

    rows: tuple[PersonRow, ...]
    columns: Columns
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()

    def title(self, ours: str) -> str:
        return self.columns.title.get(ours, ours)


def read_people(table: PeopleTable, columns: Columns) -> PeopleRows:
    """Read every row, and note every cell that cannot be used."""
    reader = _Reader(table, columns)
    faults: list[Fault] = [*table.faults]
    rows = tuple(reader.row(line, cells, faults) for line, cells in table.rows)
    notes = (*table.notes, *columns.notes)
    return PeopleRows(rows, columns, tuple(sorted(faults, key=lambda fault: fault.line)), notes)


class _Reader:
    def __init__(self, table: PeopleTable, columns: Columns) -> None:
        self._columns = columns
        self._cells = CellReader(
            {
                ours: DateColumn(even(cells[place]) for _, cells in table.rows)
                for ours, place in columns.place.items()
                if ours in {"hired_on", "left_on"}
            }
        )

    def row(self, line: int, cells: Sequence[str], faults: list[Fault]) -> PersonRow:
        values: dict[str, Any] = {}
        texts = {ours: even(cells[place]) for ours, place in self._columns.place.items()}
        for ours, text in texts.items():
            if text:
                value, wrong = self._cells.read(ours, text)
                if wrong:
                    faults.append(self._fault(line, ours, text, wrong))
                else:
                    values[ours] = value
        faults += [self._fault(line, ours, texts.get(ours, ""), wrong) for ours, wrong in _lacking(texts, values)]
        return _person_row(line, texts, values)

    def _fault(self, line: int, ours: str, text: str, wrong: str) -> Fault:
        return Fault(line, self._columns.title.get(ours, ours), shown(text), wrong)


def _lacking(texts: Mapping[str, str], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not texts["id"]:
        yield "id", "No id. Wanted: the person's key in the company's own system."
    hired, left = values.get("hired_on"), values.get("left_on")
    if isinstance(hired, date) and isinstance(left, date) and left < hired:
        yield "left_on", f"Before the first day, {hired.isoformat()}. Wanted: a later day."


def _person_row(line: int, texts: Mapping[str, str], values: Mapping[str, Any]) -> PersonRow:
    fields = {ours: value for ours, value in values.items() if ours not in {"id", "unit", "manager"}}
    path, above = values.get("unit"), values.get("manager", "")
    return PersonRow(line, texts["id"], unit_path=path, manager_key=above, **fields)
