"""The answers store has no column that could hold a time, a serial number or a person."""

import re

import pytest
from sqlalchemy import Column, DateTime, Interval, Table, Time, inspect
from sqlalchemy.types import Date

from survey.db import Stores
from survey.models.answers import AnswersTable

TABLES = list(AnswersTable.metadata.sorted_tables)
COLUMNS = [column for table in TABLES for column in table.columns]
TIMES = (DateTime, Date, Time, Interval)
TELLING = re.compile(r"_at$|_on$|time|date|person|name|mail|account|user|agent|address|device|order|serial|number")


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_no_column_holds_a_time_or_points_to_somebody(column: Column[object]) -> None:
    assert not isinstance(column.type, TIMES)
    assert not TELLING.search(column.name)
    assert not column.foreign_keys


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_no_table_counts_its_rows(table: Table) -> None:
    assert all(column.autoincrement in (False, "auto") for column in table.primary_key)
    assert not [column for column in table.columns if column.server_default is not None]


def test_the_store_itself_keeps_no_sequence(stores: Stores) -> None:
    found = inspect(stores.answers.engine)
    sequences = found.get_sequence_names() if stores.answers.engine.dialect.name == "postgresql" else []

    assert not sequences
    assert "sqlite_sequence" not in found.get_table_names()


def test_rows_lie_by_their_random_id_on_sqlite() -> None:
    keyed = [table.name for table in TABLES if not table.dialect_options["sqlite"]["with_rowid"]]

    assert {"response", "comment"} <= set(keyed)
