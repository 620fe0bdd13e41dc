"""Where the made-up company lives, and whether it still does."""

import json
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.queries import waves
from survey.services import living

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path("instance/demo")
MADE_OF = "made-of.json"


def settings_in(folder: Path, *, port: int) -> Settings:
    """Whatever the environment says: the demo reaches no store and no mail server but its own."""
    return Settings(
        database_url=f"sqlite:///{folder}/company.db",
        answers_url=f"sqlite:///{folder}/answers.db",
        vault_url=f"sqlite:///{folder}/vault.db",
        base_url=f"http://127.0.0.1:{port}",
        secret_key=None,
        secret_file=folder / "secret",
        mail_from="Meridian pulse <pulse@meridian.example>",
        mail_host="",
        mail_folder=folder / "mails",
        mail_per_hour=1_000_000,
    )


def is_current(folder: Path, *, now: datetime) -> bool:
    """Whether a company is there that today's code would make, with a wave that is open."""
    try:
        made_of = json.loads((folder / MADE_OF).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    if made_of != recipe():
        return False
    with opened(settings_in(folder, port=0)) as stores, stores.company.read() as session:
        return any(wave.closes_at > now for wave in waves.open_waves(session))


@contextmanager
def opened(settings: Settings) -> "Iterator[Stores]":
    stores = open_stores(settings)
    try:
        yield stores
    finally:
        stores.dispose()


def recipe() -> dict[str, str]:
    """What the company is made of: the code that tells its story, and the tables it stands in."""
    sources = sorted(Path(next(iter(living.__path__))).glob("*.py"))
    migrations = sorted((Path(__file__).parents[3] / "migrations").glob("*/versions/*.py"))
    digest = sha256(b"".join(file.read_bytes() for file in [*sources, *migrations]))
    return {"sources": digest.hexdigest()}
