"""Columns of one or several files as numbers: each distinct text once, and a code per row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from survey.importing.faults import fault
from survey.importing.quotes import check_quotes
from survey.importing.sources import UNREADABLE, Source, explain, lines_of_rows, open_source

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: `labels` ascending, without surrounding blanks; `codes` into them, −1 where there is none."""

    codes: Codes
    labels: pl.Series

    def text(self, row: int) -> str:
        code = int(self.codes[row])
        return str(self.labels[code]) if code >= 0 else ""

    def take(self, rows: NDArray[np.int64]) -> "Coded":
        """Some of the rows, with the labels that stand in them."""
        codes = self.codes[rows]
        used = np.bincount(codes[codes >= 0], minlength=self.labels.len()) > 0
        number = np.where(used, np.cumsum(used) - 1, -1).astype(np.int32)
        return Coded(np.append(number, np.int32(-1))[codes], self.labels.filter(pl.Series(used)))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of all files together, in their order."""

    sources: tuple[Source, ...]
    first_row: tuple[int, ...]
    n_rows: int
    columns: dict[str, Coded]

    def places(self, rows: list[int]) -> list[str]:
        """File and line of rows that ascend."""
        return [place for file, within in self._by_file(rows) for place in _places(self.sources[file], within)]

    def _by_file(self, rows: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        starts = np.asarray(self.first_row)
        for file, group in groupby(rows, key=lambda row: int(np.searchsorted(starts, row, side="right")) - 1):
            yield file, [row - self.first_row[file] for row in group]


def _places(source: Source, rows: list[int]) -> list[str]:
    return [f"{source.path}:{line}" for line in lines_of_rows(source, rows)]


def open_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    return tuple(open_source(path) for path in paths)


def read_table(sources: Sequence[Source], names: Sequence[str], together: Sequence[str] = ()) -> Table:
    """Read the named columns of every file; those in `together` share one list of labels (a wide file's items)."""
    shared = pl.Categories.random()
    categories = {name: shared if name in together else pl.Categories.random() for name in names}
    frames = [_read(source, categories) for source in sources]
    sizes = [frame.height for frame in frames]
    whole = pl.concat(frames)
    del frames
    if not whole.height:
        raise fault(sources[0].path, 1, "a header without rows", "rows below it")
    columns = {name: _coded(whole.drop_in_place(name), categories[name]) for name in names}
    starts = tuple(int(start) for start in np.cumsum([0, *sizes[:-1]]))
    return Table(tuple(sources), starts, sum(sizes), columns)


def _read(source: Source, categories: dict[str, pl.Categories]) -> pl.DataFrame:
    _check_header(source, categories)
    if source.separator:
        check_quotes(source.path, source.separator)
    kinds = {name: pl.Categorical(of) for name, of in categories.items()}
    try:
        return source.scan(kinds).collect(engine="streaming")
    except UNREADABLE as error:
        raise explain(source, error) from error


def _check_header(source: Source, names: dict[str, pl.Categories]) -> None:
    absent = [name for name in names if name not in source.header]
    if absent:
        got = ", ".join(source.header[:12]) + (", …" if len(source.header) > 12 else "")
        raise fault(source.path, 1, f"the columns {got}", f"a column {absent[0]!r}")


def _coded(column: pl.Series, categories: pl.Categories) -> Coded:
    """Codes in the order of the labels, so that they do not depend on the order of rows or on threads."""
    texts = categories.to_series().str.strip_chars()
    labels = texts.filter(texts != "").unique().sort()
    rank = np.full(texts.len() + 1, -1, dtype=np.int32)
    numbers = texts.to_frame("text").join(
        labels.to_frame("text").with_row_index("rank"), on="text", how="left", maintain_order="left"
    )
    rank[:-1] = numbers["rank"].cast(pl.Int32).fill_null(-1).to_numpy()
    return Coded(rank[column.to_physical().fill_null(texts.len()).to_numpy()], labels)
