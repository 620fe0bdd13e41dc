"""Who was erased since a backup was made must not come back with it: noted beside the backups, while these are kept."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from survey.services.backup.folder import KEPT_FOR

FILE = "erased.txt"


def note(folder: Path, key: str, *, now: datetime) -> None:
    """A line with the day and the person's key."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(folder, [*_lines(folder, since=now - KEPT_FOR), (now, key)])


def forget_old(folder: Path, *, now: datetime) -> None:
    """Lines that are older than any backup go."""
    if (folder / FILE).exists():
        _write(folder, _lines(folder, since=now - KEPT_FOR))


def _write(folder: Path, lines: Iterable[tuple[datetime, str]]) -> None:
    part = folder / f"{FILE}.part"
    part.touch(mode=0o600)
    part.write_text("".join(f"{at.isoformat()} {one}\n" for at, one in lines), "utf-8")
    part.rename(folder / FILE)


def note_if_kept(folder: Path | None, key: str, *, now: datetime) -> str:
    """What is to be done by hand where it could not be noted; empty where that is nothing."""
    try:
        if folder is not None:
            note(folder, key, now=now)
    except OSError as error:
        return f"It could not be noted beside the backups ({error.strerror}): after a restore, erase them again."
    return ""


def erased_since(folder: Path, moment: datetime) -> list[str]:
    """Keys of people who were erased after this moment."""
    return [key for _, key in _lines(folder, since=moment)]


def _lines(folder: Path, *, since: datetime) -> list[tuple[datetime, str]]:
    file = folder / FILE
    if not file.exists():
        return []
    found = []
    for line in file.read_text("utf-8").splitlines():
        at, _, key = line.partition(" ")
        if datetime.fromisoformat(at) > since:
            found.append((datetime.fromisoformat(at), key))
    return found
