"""The schema of each store: bring it up to date, and say where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from survey.db import Store, Stores
from survey.errors import SchemaIsOld

FOLDER = Path(__file__).parents[1] / "migrations"
NAMES = ("company", "answers", "vault")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the schema of a store stands: None where nothing was ever made."""

    name: str
    found: str | None
    wanted: str | None

    @property
    def is_current(self) -> bool:
        return self.found == self.wanted


def upgrade_all(stores: Stores) -> None:
    """Make what is missing in every store. Does nothing where nothing is."""
    for name in NAMES:
        upgrade(name, getattr(stores, name))


def upgrade(name: str, store: Store, *, to: str = "head") -> None:
    with _config(name, store) as config:
        command.upgrade(config, to)


def downgrade(name: str, store: Store, *, to: str = "base") -> None:
    with _config(name, store) as config:
        command.downgrade(config, to)


def standing(name: str, store: Store) -> Standing:
    with store.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return Standing(name, found, _scripts(name).get_current_head())


def is_known(name: str, revision: str) -> bool:
    """Whether this program has come to that version of the tables, or is past it."""
    return any(one.revision == revision for one in _scripts(name).walk_revisions())


def check_current(stores: Stores) -> None:
    """Raise where a store is not at its newest schema."""
    old = [name for name in NAMES if not standing(name, getattr(stores, name)).is_current]
    if old:
        raise SchemaIsOld(old)


def _scripts(name: str) -> ScriptDirectory:
    return ScriptDirectory(str(FOLDER / name))


@contextmanager
def _config(name: str, store: Store) -> Iterator[Config]:
    """One transaction around all versions: either all of them took effect or none."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER / name))
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        yield config
