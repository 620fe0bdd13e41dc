"""The three stores: how they are reached, and what a transaction in them is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL, Connection
from sqlalchemy.orm import Session

from survey.config import Settings

WAIT_SECONDS = 30
"""How long a writer waits for another one on SQLite."""

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
        with Session(self.engine.execution_options(postgresql_readonly=True, aloft_read=True)) as session:
            yield session

    def wipe(self, *tables: str) -> None:
        """Take what was deleted from these tables off the disk, where it stays until the room is needed."""
        if self.engine.dialect.name == "sqlite":
            self._truncate_log()
            return
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in tables:
                connection.exec_driver_sql(f"VACUUM FULL {table}")
            connection.exec_driver_sql("CHECKPOINT")

    def _truncate_log(self) -> None:
        # `secure_delete` overwrote the rows in the pages; older copies of those pages stand in the write-ahead log.
        with self.engine.connect().execution_options(aloft_no_begin=True) as connection:
            busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            raise TimeoutError("the log could not be emptied: another connection held it; to be tried again")


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
        return create_engine(
            url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, isolation_level="READ COMMITTED"
        )
    raise ValueError(f"{url.get_backend_name()}: got a store that is neither SQLite nor PostgreSQL")


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
