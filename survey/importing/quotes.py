"""Quotation marks that close before the end of their cell.

The reader of tables drops the last byte of such a cell, and breaks down where that cuts a letter in two.
"""

import csv
import re
from pathlib import Path

from survey.importing.faults import fault

CHUNK = 1 << 24
SUSPICIOUS = re.compile(rb'[^,;\t\n]"[^,;\t\r\n"]')
LONGEST = 3
"""Bytes of what is looked for, of which a chunk may hold the beginning."""


def check_quotes(path: Path, separator: str) -> None:
    """Raises UnreadableSurvey; most files hold nothing suspicious, and are looked through once."""
    if not _is_suspicious(path):
        return
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        try:
            for _ in reader:
                pass
        except csv.Error as error:
            got = f"a cell that goes on behind its quotation marks ({error})"
            raise fault(path, reader.line_num, got, "quotation marks around whole cells") from error


def _is_suspicious(path: Path) -> bool:
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            if SUSPICIOUS.search(tail + piece):
                return True
            tail = piece[-LONGEST:]
    return False
