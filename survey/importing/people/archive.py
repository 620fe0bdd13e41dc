"""What a workbook would unpack to, counted before it is read."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from survey.importing.people.faults import unreadable

MOST_UNPACKED = 600_000_000
MOST_CELLS = 30_000_000
MOST_PARTS = 5_000
_PIECE = 1 << 20
_OVERLAP = 64
_PLACE = re.compile(rb"[\s\"']r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_WANTED = "an .xlsx workbook that opens in Excel"


def look_over(content: bytes, name: str) -> None:
    """Refuse what is no workbook, unpacks to too much, or spans more cells than memory holds.

    The sizes a file states of itself may be lies, and a reader that makes room for every cell between the first
    and the last would make room for one lonely cell in the last corner: so the parts are unpacked here in pieces,
    none of them kept.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _look_over(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise unreadable(name, None, "a damaged workbook", _WANTED) from error


def _look_over(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise unreadable(name, None, "an archive that is no .xlsx workbook", "CSV or .xlsx")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large(name)
    left = MOST_UNPACKED
    for part in parts:
        unpacked, cells = _measure(archive, part, left)
        left -= unpacked
        if left < 0:
            raise _too_large(name)
        if cells > MOST_CELLS:
            raise unreadable(name, None, f"a sheet that spans {cells:,} cells", f"at most {MOST_CELLS:,}")


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> tuple[int, int]:
    """Bytes of a part when unpacked, up to just above `left`; cells between the sheet's first and its last."""
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile(f"compression {part.compress_type}")
    part.file_size = left + 1  # what it says of itself would be where reading stops
    unpacked, row, column, tail = 0, 0, 0, b""
    for piece in _pieces(archive, part):
        unpacked += len(piece)
        for letters, digits in _PLACE.findall(tail + piece):
            row, column = max(row, int(digits)), max(column, _number(letters))
        tail = piece[-_OVERLAP:]
    return unpacked, row * column


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _number(letters: bytes) -> int:
    """The number of a column, 1 for A."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large(name: str) -> Exception:
    return unreadable(name, None, "a workbook that unpacks to too much", f"at most {MOST_UNPACKED:,} bytes")
