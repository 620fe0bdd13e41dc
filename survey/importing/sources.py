"""One file: CSV or Parquet, its separator and its header."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from survey.importing.faults import UnreadableSurvey, fault

SEPARATORS = ",;\t"
CHUNK = 1 << 24
UNREADABLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)
"""The last but one is how the reader of tables breaks down over some damaged files; no `except Exception` holds it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was found; `separator` is empty for Parquet."""

    path: Path
    separator: str
    header: tuple[str, ...]

    def scan(self, kinds: Mapping[str, pl.Categorical]) -> pl.LazyFrame:
        """The columns asked for, not read yet, under the names of the header."""
        if not self.separator:
            return pl.scan_parquet(self.path, glob=False).select(
                pl.col(name).cast(pl.String).cast(kind) for name, kind in kinds.items()
            )
        schema = {name: kinds.get(name, pl.String()) for name in self.header}
        rows = pl.scan_csv(
            self.path,
            separator=self.separator,
            has_header=False,
            skip_rows=1,
            schema=schema,
            missing_columns="insert",
            glob=False,
        )
        return rows.select(list(kinds))


def open_source(path: Path) -> Source:
    """Look at the beginning of a file."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
            if start == b"PAR1":
                return _parquet(path)
            if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
                raise fault(path, 1, "bytes that are not UTF-8 (UTF-16, it seems)", "a file in UTF-8")
            header = (start + file.readline(1 << 20)) if b"\n" not in start else start.split(b"\n")[0]
    except OSError as error:
        raise fault(path, None, f"no file that can be read ({error.strerror})", "a CSV or Parquet file") from error
    return _csv(path, header)


def _parquet(path: Path) -> Source:
    try:
        header = tuple(pl.read_parquet_schema(path))
    except UNREADABLE as error:
        raise fault(path, None, "a Parquet file that is damaged", "a whole one") from error
    return Source(path, "", header)


def _csv(path: Path, first_line: bytes) -> Source:
    try:
        text = first_line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise fault(path, 1, f"bytes that are not UTF-8 ({_bytes(first_line, error)})", "a file in UTF-8") from error
    if not text.strip():
        raise fault(path, 1, "an empty file" if not path.stat().st_size else "an empty line", "a header and rows")
    separator = max(SEPARATORS, key=lambda mark: len(_cells(path, text, mark)))
    header = tuple(name.strip() for name in _cells(path, text, separator))
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise fault(path, 1, f"the column {twice[0]!r} twice", "each column once")
    return Source(path, separator, _without_blanks(header))


def _cells(path: Path, text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=separator))
    except csv.Error as error:
        got = f"a header that cannot be cut into cells ({error})"
        raise fault(path, 1, got, "names of columns, and lines that end as usual") from error


def _without_blanks(header: Sequence[str]) -> tuple[str, ...]:
    """Columns without a name (a row index, say) get one that nobody asks for."""
    return tuple(name or f"(column {i + 1})" for i, name in enumerate(header))


def lines_of_rows(source: Source, rows: Sequence[int]) -> list[int]:
    """Line of each data row (from 0, ascending); quoted fields may hold line ends."""
    if not source.separator:
        return [row + 1 for row in rows]
    lines, wanted = [], iter(rows)
    row = next(wanted, None)
    for number, line in enumerate(_line_of_each(source), start=-1):
        while row == number:
            lines.append(line)
            row = next(wanted, None)
        if row is None:
            break
    # Where two readers cut a file differently, about there.
    return [*lines, *(row + 2 for row in rows[len(lines) :])]


def _line_of_each(source: Source) -> Iterator[int]:
    """Of each record, the header first, as far as it can be cut."""
    with source.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.reader(file, delimiter=source.separator)
        before = 0
        with suppress(csv.Error):
            for _ in reader:
                yield before + 1
                before = reader.line_num


def explain(source: Source, error: BaseException) -> UnreadableSurvey:
    """Say in one line, with its place, why a file could not be read."""
    if not source.separator:
        return fault(source.path, None, "a Parquet file that is damaged", "a whole one")
    known = _not_utf8(source.path) or _wrong_width(source) or _odd_quotes(source.path)
    return known or fault(source.path, None, str(error).split("\n")[0], "a CSV file")


def _not_utf8(path: Path) -> UnreadableSurvey | None:
    line = 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK) + file.readline():
            try:
                chunk.decode()
            except UnicodeDecodeError as error:
                line += chunk[: error.start].count(b"\n")
                return fault(path, line, f"bytes that are not UTF-8 ({_bytes(chunk, error)})", "a file in UTF-8")
            line += chunk.count(b"\n")
    return None


def _wrong_width(source: Source) -> UnreadableSurvey | None:
    width = len(source.header)
    with source.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=source.separator)
        line = 1
        with suppress(csv.Error):
            for fields in reader:
                if len(fields) > width:
                    return fault(source.path, line, f"{len(fields)} fields", f"{width}, as in the header")
                line = reader.line_num + 1
    return None


def _odd_quotes(path: Path) -> UnreadableSurvey | None:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if line.count('"') % 2:
                return fault(path, number, "a quotation mark without its partner", "each opened and closed")
    return None


def _bytes(data: bytes, error: UnicodeDecodeError) -> str:
    start = data.rfind(b"\n", 0, error.start) + 1
    near = data[max(start, error.start - 20) : error.end + 10]
    return near.decode("utf-8", "backslashreplace").splitlines()[0]
