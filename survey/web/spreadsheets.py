"""Tables for a spreadsheet to open."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from flask import Response

from survey.importing.people.spreadsheet import safe_text

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Before the first cell it tells spreadsheets that the text is UTF-8."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file(name: str, rows: Iterable[Sequence[str]]) -> Response:
    """The rows as a file to be kept; no cell is taken for a formula."""
    text = StringIO(newline="")
    csv.writer(text).writerows([safe_text(cell) for cell in row] for row in rows)
    return Response(MARK + text.getvalue(), mimetype="text/csv", headers=kept_as(name))


def xlsx_file(name: str, rows: Iterable[Sequence[str | float | None]]) -> Response:
    """The same with numbers as numbers. Texts stand there as texts, also after somebody saves the sheet as CSV."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- weight

    file = BytesIO()
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, safe_text(cell))
                elif cell is not None:
                    sheet.write_number(at, column, cell)
    return Response(file.getvalue(), mimetype=XLSX, headers=kept_as(name))


def kept_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename={name}"}
