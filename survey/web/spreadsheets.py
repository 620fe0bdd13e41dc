"""Tables for a spreadsheet to open."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response

from survey.importing.people.spreadsheet import safe_text

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Before the first cell it tells spreadsheets that the text is UTF-8."""


def csv_file(name: str, rows: Iterable[Sequence[str]]) -> Response:
    """The rows as a file to be kept; no cell is taken for a formula."""
    text = StringIO(newline="")
    csv.writer(text).writerows([safe_text(cell) for cell in row] for row in rows)
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(MARK + text.getvalue(), mimetype="text/csv", headers=headers)
