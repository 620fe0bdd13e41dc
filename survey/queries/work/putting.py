"""Put work into its queue."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey.models.company.work import Job, OutboxMail
from survey.queries.work.rows import NewJob

CHUNK = 5_000


def put(session: Session, works: Iterable[NewJob]) -> int:
    """Insert jobs and mails; what has a key that is known stays as it is. Returns how many were new."""
    # All in one order: two that put the same keys at once would wait for each other otherwise.
    ordered = sorted(works, key=lambda one: (one.table.__tablename__, one.business_key))
    return sum(_put(session, table, list(part)) for table, part in groupby(ordered, key=lambda one: one.table))


def _put(session: Session, table: type[Job] | type[OutboxMail], works: Sequence[NewJob]) -> int:
    statement = _insert_new(session, table)
    connection = session.connection()
    chunks = (works[begin : begin + CHUNK] for begin in range(0, len(works), CHUNK))
    return sum(connection.execute(statement, [one.columns() for one in chunk]).rowcount for chunk in chunks)


def _insert_new(session: Session, table: type[Job] | type[OutboxMail]) -> Insert:
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing(index_elements=["business_key"])
    return postgresql.insert(table).on_conflict_do_nothing(index_elements=["business_key"])
