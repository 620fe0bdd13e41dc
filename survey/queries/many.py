"""Many rows at once."""

from sqlalchemy import insert
from sqlalchemy.orm import Session

CHUNK = 5_000
"""Rows of one INSERT."""


def insert_many(session: Session, table: type, rows: list[dict[str, object]]) -> None:
    for first in range(0, len(rows), CHUNK):
        session.execute(insert(table), rows[first : first + CHUNK])
