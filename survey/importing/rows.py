"""Rows under our own names: columns joined, constants added, wide files made long, unwanted rows left out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from survey.importing.faults import Faults, fault
from survey.importing.layout import Layout
from survey.importing.table import Coded, Table

Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Our columns; `origin` is the row of the files behind each row, none where they are the same."""

    columns: Mapping[str, Coded]
    n_rows: int
    origin: Positions | None
    table: Table

    def faults(self) -> Faults:
        return Faults(self._places)

    def _places(self, rows: list[int]) -> list[str]:
        """Places in the order of the rows, which need not be that of the files."""
        found = rows if self.origin is None else [int(self.origin[row]) for row in rows]
        known = dict(zip(sorted(set(found)), self.table.places(sorted(set(found))), strict=True))
        return [known[row] for row in found]

    def keep(self, wanted: NDArray[np.bool_]) -> "Rows":
        """Some of the rows."""
        if wanted.all():
            return self
        rows = np.flatnonzero(wanted)
        columns = {name: column.take(rows) for name, column in self.columns.items()}
        return replace(
            self, columns=columns, n_rows=rows.size, origin=rows if self.origin is None else self.origin[rows]
        )


def arrange(table: Table, layout: Layout) -> Rows:
    """Rows as the layout describes them."""
    found = table.columns
    columns = {name: found[theirs] for name, theirs in layout.columns.items()}
    if layout.unit:
        columns["unit"] = _joined([found[name] for name in layout.unit])
    constants = {name: text for name, text in layout.constants.items() if text or not layout.wide}
    columns |= {name: _constant(text, table.n_rows) for name, text in constants.items()}
    read = Rows(columns, table.n_rows, None, table)
    wanted = _wanted(table, layout)
    if not wanted.any():
        raise fault(table.sources[0].path, None, "no row that holds anything and that the map keeps", "at least one")
    kept = read.keep(wanted)
    return _melted(kept, table, layout, wanted) if layout.wide else kept


def _wanted(table: Table, layout: Layout) -> NDArray[np.bool_]:
    """Rows that hold anything and that the map's filters let through."""
    wanted = np.zeros(table.n_rows, dtype=np.bool_)
    for column in table.columns.values():
        wanted |= column.codes >= 0
    for name, texts in layout.kept.items():
        wanted &= _holds(table.columns[name], texts)
    for name, texts in layout.left_out.items():
        wanted &= ~_holds(table.columns[name], texts)
    return wanted


def _holds(column: Coded, texts: Collection[str]) -> NDArray[np.bool_]:
    """Rows that hold one of the texts; the empty one is nothing at all."""
    return np.append(column.labels.is_in(list(texts)).to_numpy(), "" in texts)[column.codes]


def _constant(text: str, n_rows: int) -> Coded:
    return Coded(np.full(n_rows, 0 if text else -1, dtype=np.int32), pl.Series([text] if text else [], dtype=pl.String))


def _joined(columns: list[Coded]) -> Coded:
    """Labels of several columns as one path; a row that lacks one of them has no path."""
    joined = columns[0]
    for column in columns[1:]:
        width = column.labels.len() + 1
        keys = joined.codes.astype(np.int64) * width + column.codes
        keys[(joined.codes < 0) | (column.codes < 0)] = -1
        distinct, codes = np.unique(keys, return_inverse=True)
        offset = int(distinct[0] < 0)
        held = distinct[offset:]
        labels = [f"{joined.labels[int(key // width)]}/{column.labels[int(key % width)]}" for key in held]
        joined = Coded((codes - offset).astype(np.int32), pl.Series(labels, dtype=pl.String))
    return joined


def _melted(rows: Rows, table: Table, layout: Layout, wanted: NDArray[np.bool_]) -> Rows:
    """A row per item instead of a column per item."""
    n_items, n_rows = len(layout.wide), rows.n_rows
    names = sorted(layout.wide)
    columns = {name: Coded(np.tile(column.codes, n_items), column.labels) for name, column in rows.columns.items()}
    columns["item"] = Coded(np.repeat(np.arange(n_items, dtype=np.int32), n_rows), pl.Series(names))
    values = np.concatenate([table.columns[name].codes[wanted] for name in names])
    columns["value" if layout.shape == "answers" else "mean"] = Coded(values, table.columns[names[0]].labels)
    if layout.shape == "answers" and "person" not in columns:
        columns["person"] = Coded(np.tile(np.arange(n_rows, dtype=np.int32), n_items), _row_names(n_rows))
    origin = np.arange(n_rows) if rows.origin is None else rows.origin
    return Rows(columns, n_rows * n_items, np.tile(origin, n_items), table)


def _row_names(n_rows: int) -> pl.Series:
    """A name for the person of each row, where the file has none."""
    return pl.int_range(n_rows, eager=True).cast(pl.String)
