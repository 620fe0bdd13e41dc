"""Rows of an XLSX workbook, looked over before anything is unpacked for good."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from survey.importing.people.archive import look_over
from survey.importing.people.faults import listed, quoted, unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WANTED = "an .xlsx workbook that opens in Excel"

Cell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(content: bytes, name: str) -> tuple[Iterator[tuple[int, list[str]]], tuple[str, ...]]:
    """The rows of the first sheet that can be seen, and a note if there are others."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- weight

    look_over(content, name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        seen = _seen(book)
        if not seen:
            raise unreadable(name, None, "a workbook without a sheet that can be seen", _WANTED)
        rows = book.get_sheet_by_name(seen[0]).iter_rows()
    except CalamineError as error:
        raise unreadable(name, None, "a workbook that cannot be read", _WANTED) from error
    texts = ((line, [_text(cell) for cell in row]) for line, row in enumerate(rows, start=1))
    return texts, _notes(seen)


def _seen(book: "CalamineWorkbook") -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 -- weight

    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _notes(sheets: list[str]) -> tuple[str, ...]:
    if len(sheets) == 1:
        return ()
    others = listed([quoted(sheet) for sheet in sheets[1:]], 3)
    return (f"The sheet {quoted(sheets[0])} was read; {others} not.",)


def _text(cell: Cell) -> str:
    """A number as it is typed, a date as ISO writes it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
