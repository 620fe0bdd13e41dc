"""Stores of a company that is only attacked: SQLite files in a folder that goes with it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.schema import upgrade_all
from tests.memory import folder_in_memory


@contextmanager
def house() -> Iterator[Stores]:
    with tempfile.TemporaryDirectory(prefix="aloft-redteam-", dir=folder_in_memory()) as name:
        folder = Path(name)
        settings = Settings(
            database_url=f"sqlite:///{folder}/company.db",
            answers_url=f"sqlite:///{folder}/answers.db",
            vault_url=f"sqlite:///{folder}/vault.db",
            secret_file=folder / "secret",
        )
        stores = open_stores(settings)
        upgrade_all(stores)
        yield stores
        stores.dispose()
