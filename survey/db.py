"""The three stores: how they are reached, and what a transaction in them is."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session

from survey.config import Settings

WAIT_SECONDS = 30
"""How long a writer waits for another one on SQLite."""

IDLE_SECONDS = 10
"""A connection to PostgreSQL that was not used for so long is tested before it is."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}",
)


@dataclass(frozen=True, slots=True)
class Store:
    """One database. The door opens the transaction: `write` commits at its end, `read` cannot change anything."""

    engine: Engine

    @contextmanager
    def write(self) -> Iterator[Session]:
        with Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        with Session(_reading(self.engine)) as session:
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """All of it as it stood at one moment, however long reading takes."""
        with Session(_reading(self.engine).execution_options(**_at_one_moment(self.engine))) as session:
            yield session

    @contextmanager
    def look(self) -> Iterator[Session]:
        """For single statements, each of which sees what is committed: without a transaction, and sooner done."""
        with Session(_without_transactions(self.engine)) as session:
            yield session

    def wipe(self, *tables: str) -> None:
        """Take what was deleted from these tables off the disk, where it stays until the room is needed."""
        if self.engine.dialect.name == "sqlite":
            self._truncate_log()
            return
        with _without_transactions(self.engine).connect() as connection:
            for table in tables:
                connection.exec_driver_sql(f"VACUUM FULL {table}")
            connection.exec_driver_sql("CHECKPOINT")

    def _truncate_log(self) -> None:
        # `secure_delete` overwrote the rows in the pages; older copies of those pages stand in the write-ahead log.
        with _without_transactions(self.engine).connect() as connection:
            busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            raise TimeoutError("the log could not be emptied: another connection held it; to be tried again")


# Made once for each engine: with every visit a new one would be made otherwise, from the same pool.


@lru_cache(maxsize=16)
def _reading(engine: Engine) -> Engine:
    return engine.execution_options(postgresql_readonly=True, aloft_read=True)


def is_reading(session: Session) -> bool:
    """Whether it is one of `Store.read`: it cannot have written what it sees."""
    return bool(session.get_bind().get_execution_options().get("aloft_read"))


def _at_one_moment(engine: Engine) -> dict[str, Any]:
    # A transaction of SQLite sees one moment anyway.
    return {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}


@lru_cache(maxsize=16)
def _without_transactions(engine: Engine) -> Engine:
    if engine.dialect.name == "sqlite":
        return engine.execution_options(aloft_no_begin=True)
    return engine.execution_options(isolation_level="AUTOCOMMIT")


@dataclass(frozen=True, slots=True)
class Stores:
    """All three."""

    company: Store
    answers: Store
    vault: Store

    def dispose(self) -> None:
        for store in (self.company, self.answers, self.vault):
            store.engine.dispose()


def open_stores(settings: Settings) -> Stores:
    return Stores(
        Store(engine_of(settings.database_url)),
        Store(engine_of(settings.answers_url)),
        Store(engine_of(settings.vault_url)),
    )


def engine_of(address: str) -> Engine:
    """An engine on SQLite or PostgreSQL, with the habits that the service relies on."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url)
    raise ValueError(f"{url.get_backend_name()}: got a store that is neither SQLite nor PostgreSQL")


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="READ COMMITTED")
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", _test_if_idle)
    return engine


def _note_use(_connection: object, record: Any) -> None:
    record.info["used"] = time.monotonic()


def _test_if_idle(connection: Any, record: Any, _proxy: object) -> None:
    """A server that was started anew has forgotten us; to ask before each use would cost more than the use."""
    if time.monotonic() - record.info.get("used", time.monotonic()) < IDLE_SECONDS:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except Exception as error:
        raise DisconnectionError from error


def _sqlite(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # The driver's own BEGIN comes too late for savepoints and lets two readers deadlock when both go on to write.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("aloft_no_begin"):
        connection.exec_driver_sql("BEGIN" if options.get("aloft_read") else "BEGIN IMMEDIATE")
