"""Whole tables from one store to another, whichever databases the two are."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Integer, MetaData, Table, func, insert, select, text
from sqlalchemy.orm import Session

CHUNK = 2_000
"""Rows that are in memory at once."""

Line = dict[str, Any]


def tables_of(metadata: MetaData, *, without: Collection[str] = ()) -> list[Table]:
    """Those that others refer to come first."""
    return [table for table in metadata.sorted_tables if table.name not in without]


def copy_table(source: Session, target: Session, table: Table) -> int:
    """Every row of it; how many there were."""
    n_rows = 0
    for rows in _chunks(source, table):
        target.execute(insert(table), rows)
        n_rows += len(rows)
    return n_rows


def is_empty(session: Session, table: Table) -> bool:
    return session.execute(select(table).limit(1)).first() is None


def number_on(session: Session, table: Table) -> None:
    """Let numbers that the database gives go on after the largest there is; SQLite does so by itself."""
    if session.get_bind().dialect.name == "sqlite":
        return
    for column in table.primary_key.columns:
        sequence = session.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        if sequence and isinstance(column.type, Integer):
            largest = session.scalar(select(func.max(column)))
            session.execute(text("SELECT setval(:sequence, :at, :used)"), _at(sequence, largest))


def _at(sequence: str, largest: int | None) -> dict[str, Any]:
    return {"sequence": sequence, "at": largest or 1, "used": largest is not None}


def _chunks(source: Session, table: Table) -> Iterator[list[Line]]:
    if own := _own_references(table):
        ordered = parents_first([dict(row) for row in source.execute(select(table)).mappings()], own)
        yield from (ordered[first : first + CHUNK] for first in range(0, len(ordered), CHUNK))
        return
    found = source.execute(select(table), execution_options={"yield_per": CHUNK})
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


def _own_references(table: Table) -> list[tuple[str, str]]:
    """Columns that name another row of the same table, each with the column it names it by."""
    return sorted((key.parent.name, key.column.name) for key in table.foreign_keys if key.column.table is table)


def parents_first(rows: Sequence[Line], own: Sequence[tuple[str, str]]) -> list[Line]:
    """Each row after those that it names."""
    ordered: list[Line] = []
    named = {column: {None} for _, column in own}
    waiting = list(rows)
    while waiting:
        is_ready = [all(row[name] in named[column] for name, column in own) for row in waiting]
        ready = [row for row, now in zip(waiting, is_ready, strict=True) if now]
        if not ready:
            raise LookupError("rows that name one another in a circle")
        for _, column in own:
            named[column] |= {row[column] for row in ready}
        ordered += ready
        waiting = [row for row, now in zip(waiting, is_ready, strict=True) if not now]
    return ordered
