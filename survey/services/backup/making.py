"""A backup is made: two stores as two files, both as they stood while no wave was closing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import MetaData
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from survey.db import Store, Stores, engine_of
from survey.models.answers import AnswersTable
from survey.models.company import CompanyTable
from survey.queries import releases, waves
from survey.queries.copying import copy_table, tables_of
from survey.schema import standing, upgrade
from survey.services.backup.erased import forget_old
from survey.services.backup.folder import (
    STORES,
    UNFINISHED,
    BadBackup,
    Manifest,
    expire,
    file_of,
    hash_of,
    name_of,
    write_manifest,
)

METADATA: dict[str, MetaData] = {"company": CompanyTable.metadata, "answers": AnswersTable.metadata}
LEFT_OUT = ("web_session", "sign_in_link", "api_token", "waiting_file")
"""What would come back to life: sign-ins and tokens that were ended since, files that waited to be looked at."""
TRIES = 5


@dataclass(frozen=True, slots=True)
class Made:
    """Where the backup lies, how many rows it has, and which older ones were deleted."""

    backup: Path
    n_rows: int
    expired: list[str]


def make_backup(stores: Stores, folder: Path, *, now: datetime) -> Made:
    """Write a backup into the folder, and delete what is too old there."""
    backup = folder / name_of(now)
    part = backup.with_name(backup.name + UNFINISHED)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.mkdir(mode=0o700)
        n_rows = _written_between_closings(stores, part)
        write_manifest(part, _manifest(part, now))
        part.rename(backup)
        forget_old(folder, now=now)
        return Made(backup, n_rows, expire(folder, now=now))
    except (OSError, OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error.orig)
        raise BadBackup(f"{part}: {reason}; this backup is not finished, and older ones are as they were") from error


def _written_between_closings(stores: Stores, part: Path) -> int:
    """Between the two stores a wave may have closed: what the one says then is not what the other holds."""
    for _ in range(TRIES):
        before = _waves_stand(stores)
        n_rows = sum(_copy(name, getattr(stores, name), file_of(part, name)) for name in STORES)
        if before == _waves_stand(stores):
            return n_rows
        for name in STORES:
            file_of(part, name).unlink()
    raise BadBackup("waves opened or closed while the backup was written: say `aloft backup` again")


def _waves_stand(stores: Stores) -> tuple[object, ...]:
    with stores.company.read() as session:
        last = releases.last(session)
        return tuple((one.id, one.state) for one in waves.all_waves(session)), last and last.number


def _copy(name: str, source: Store, file: Path) -> int:
    file.touch(mode=0o600)
    target = Store(engine_of(f"sqlite:///{file}"))
    try:
        upgrade(name, target)
        with source.snapshot() as read, target.write() as written:
            n_rows = sum(copy_table(read, written, one) for one in tables_of(METADATA[name], without=LEFT_OUT))
        _as_one_file(target)
    finally:
        target.engine.dispose()
    return n_rows


def _as_one_file(target: Store) -> None:
    """Nothing stays in a log beside it."""
    with target.engine.execution_options(aloft_no_begin=True).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")


def _manifest(part: Path, now: datetime) -> Manifest:
    company = Store(engine_of(f"sqlite:///{file_of(part, 'company')}"))
    try:
        with company.read() as session:
            number, mark = _last_release(session)
        revisions = {name: standing(name, company).wanted or "" for name in STORES}
        _as_one_file(company)
    finally:
        company.engine.dispose()
    for name in STORES:
        file_of(part, name).chmod(0o600)
    files = {name: hash_of(file_of(part, name)) for name in STORES}
    return Manifest(now.astimezone(UTC).isoformat(), revisions, files, number, mark)


def _last_release(session: Session) -> tuple[int, str]:
    last = releases.last(session)
    return (0, "") if last is None else (last.number, last.entry_hash.hex())
