"""Where the stores lie: apart from each other, on a disk that takes what is written."""

import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from survey.config import Settings
from survey.services.doctor.finding import Finding, broken, fine, warning

SETTING = {"company": "ALOFT_DATABASE_URL", "answers": "ALOFT_ANSWERS_URL", "vault": "ALOFT_VAULT_URL"}
LITTLE = 500 * 1024**2
TOO_LITTLE = 20 * 1024**2


class UnknownPlace(ValueError):
    """A setting that names no database we know."""


def addresses(settings: Settings) -> dict[str, URL]:
    texts = {"company": settings.database_url, "answers": settings.answers_url, "vault": settings.vault_url}
    return {name: _address(name, text) for name, text in texts.items()}


def _address(name: str, text: str) -> URL:
    """The setting may hold a password, so that it is not repeated."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UnknownPlace(f"{SETTING[name]} holds no address of a database.") from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise UnknownPlace(f"{SETTING[name]}: got {url.get_backend_name()}, which is neither SQLite nor PostgreSQL.")
    return url


def apart(found: dict[str, URL]) -> Iterator[Finding]:
    """Stores in one database cannot work; a vault in the cluster of another store works, and protects less."""
    shared = [pair for pair in combinations(found, 2) if _database(found[pair[0]]) == _database(found[pair[1]])]
    for one, other in shared:
        yield broken(f"{one} and {other} are the same database.", mend=f"give {SETTING[other]} a database of its own")
    near = [name for name in ("company", "answers") if _cluster(found["vault"]) == _cluster(found[name])]
    if near and not shared:
        yield warning(
            f"The vault is in the same cluster as {' and '.join(near)}: a backup of the cluster holds the key as well, "
            "and with it answers can be linked to people.",
            mend="put the vault in a cluster of its own without archiving, or in an SQLite file",
        )
    if not near and not shared:
        yield fine("The three stores lie apart.")


def disks(found: dict[str, URL]) -> Iterator[Finding]:
    """Room on the disk of each SQLite file."""
    folders = {_folder(url): name for name, url in found.items() if _is_file(url)}
    for folder, name in folders.items():
        free = shutil.disk_usage(folder).free if folder.is_dir() else None
        if free is not None and free < LITTLE:
            told = broken if free < TOO_LITTLE else warning
            yield told(
                f"{folder} has {free // 1024**2} MB left, and {name} grows there.", mend="make room, or move the stores"
            )


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _folder(url: URL) -> Path:
    return Path(url.database or ".").resolve().parent


def _database(url: URL) -> tuple[str, ...]:
    if _is_file(url):
        return ("file", str(Path(url.database or "").resolve()))
    return (*_cluster(url), str(url.database))


def _cluster(url: URL) -> tuple[str, ...]:
    if _is_file(url):
        return ("file", str(Path(url.database or "").resolve()))
    host = url.host or url.query.get("host", "localhost")
    return ("server", str(host), str(url.port or url.query.get("port", 5432)))
