"""The folder of backups: what is called how in it, what each backup says of itself, and when one is deleted."""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from survey.errors import AloftError
from survey.schema import is_known

KEPT_FOR = timedelta(days=35)
"""After that a backup of answers is deleted."""
STAMP = "aloft-%Y-%m-%dT%H-%M-%SZ"
UNFINISHED = ".part"
WRITTEN_WITHIN = timedelta(days=1)
"""What is older and not finished was broken off; another one may be at work on what is not."""
MANIFEST = "manifest.json"
STORES = ("company", "answers")
"""The vault is left out: with it, answers could be linked to people as long as the backup lies somewhere."""


class BadBackup(AloftError):
    """A folder that is no backup, or not what it was."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: the version of each store's tables, the hash of each file, the last release's mark."""

    made_at: str
    revisions: dict[str, str]
    files: dict[str, str]
    releases: int
    mark: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


def file_of(backup: Path, store: str) -> Path:
    return backup / f"{store}.db"


def name_of(now: datetime) -> str:
    return now.astimezone(UTC).strftime(STAMP)


def backups_in(folder: Path) -> list[Path]:
    """The oldest first; what was broken off is none."""
    return sorted(one for one in folder.glob("aloft-*") if (one / MANIFEST).is_file() and moment_of(one) is not None)


def newest_or(folder: Path, name: str | None) -> Path:
    """The backup of this name, or the newest."""
    if name is not None:
        return folder / name
    found = backups_in(folder)
    if not found:
        raise BadBackup(f"{folder}: got no backup; wanted one that `aloft backup` made")
    return found[-1]


def moment_of(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.name.removesuffix(UNFINISHED), STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def expire(folder: Path, *, now: datetime) -> list[str]:
    """Delete backups that are too old, and what was broken off; their names."""
    gone = []
    for one in sorted(folder.glob("aloft-*")):
        moment = moment_of(one)
        lasts = WRITTEN_WITHIN if one.name.endswith(UNFINISHED) else KEPT_FOR
        if moment is not None and moment <= now - lasts:
            shutil.rmtree(one)
            gone.append(one.name)
    return gone


def write_manifest(backup: Path, manifest: Manifest) -> None:
    (backup / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")


def read_manifest(backup: Path) -> Manifest:
    """Raises `BadBackup` where a file is missing or another one than was written."""
    try:
        manifest = Manifest(**json.loads((backup / MANIFEST).read_text("utf-8")))
    except FileNotFoundError:
        raise BadBackup(f"{backup}: got no {MANIFEST}; wanted a folder that `aloft backup` made") from None
    except (ValueError, TypeError):
        raise BadBackup(f"{backup / MANIFEST}: cannot be read; take another backup") from None
    for store in STORES:
        file = file_of(backup, store)
        if not is_known(store, manifest.revisions.get(store, "")):
            raise BadBackup(f"{backup}: was made by a newer version of this program; wanted that version to restore it")
        if not file.is_file() or hash_of(file) != manifest.files.get(store):
            raise BadBackup(f"{file}: is not there, or not what was written; take another backup")
    return manifest


def hash_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
