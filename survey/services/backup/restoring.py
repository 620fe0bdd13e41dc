"""A backup comes back into empty stores. The key of its epoch does not: the epoch ends, and it is said."""

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from survey.db import Store, Stores, engine_of
from survey.errors import AloftError
from survey.queries import programme, releases, waves
from survey.queries.copying import copy_table, is_empty, number_on, tables_of
from survey.queries.people import company
from survey.schema import upgrade, upgrade_all
from survey.services import audit
from survey.services.backup.erased import erased_since
from survey.services.backup.folder import STORES, BadBackup, Manifest, file_of, read_manifest
from survey.services.backup.making import LEFT_OUT, METADATA
from survey.services.closing.end_of_epoch import end_epoch
from survey.services.linking.epoch_key import destroy_key
from survey.services.people.personal_data import forget_person
from survey.services.release.chain import check_chain


class NotEmpty(AloftError):
    def __init__(self, name: str) -> None:
        super().__init__(f"the {name} store holds something: wanted empty stores, so that nothing there is lost")


@dataclass(slots=True)
class Restored:
    """What came back, and what it means."""

    manifest: Manifest
    n_rows: int
    ended: list[int] = field(default_factory=list)
    open_waves: list[int] = field(default_factory=list)
    n_erased: int = 0


def restore(stores: Stores, backup: Path, *, now: datetime) -> Restored:
    """Bring it back, check it against what it was, and end what cannot go on."""
    manifest = read_manifest(backup)
    upgrade_all(stores)
    _check_empty(stores)
    with tempfile.TemporaryDirectory() as folder:
        n_rows = sum(_bring_back(stores, backup, name, Path(folder)) for name in STORES)
    done = Restored(manifest, n_rows)
    _check(stores, manifest)
    _end_epochs(stores, done, now=now)
    _erase_again(stores, backup.parent, done, now=now)
    with stores.company.write() as session:
        details: dict[str, audit.Detail] = {"made_at": manifest.made_at, "rows": n_rows}
        audit.record(session, action=audit.Action.RESTORED, account_id=None, details=details, now=now)
    return done


def _check_empty(stores: Stores) -> None:
    for name in STORES:
        with getattr(stores, name).read() as session:
            if not all(is_empty(session, table) for table in tables_of(METADATA[name])):
                raise NotEmpty(name)


def _bring_back(stores: Stores, backup: Path, name: str, folder: Path) -> int:
    """From a copy that is brought up to the tables of today, so that the backup stays what it is."""
    file = Path(shutil.copy(file_of(backup, name), folder))
    source = Store(engine_of(f"sqlite:///{file}"))
    target: Store = getattr(stores, name)
    tables = tables_of(METADATA[name], without=LEFT_OUT)
    try:
        upgrade(name, source)
        with source.read() as read, target.write() as written:
            n_rows = sum(copy_table(read, written, table) for table in tables)
            for table in tables:
                number_on(written, table)
    finally:
        source.engine.dispose()
    return n_rows


def _check(stores: Stores, manifest: Manifest) -> None:
    with stores.company.read() as session:
        last = releases.last(session)
        mark = last.entry_hash.hex() if last else ""
        if company(session) is None or mark != manifest.mark or check_chain(session) or audit.check_chain(session):
            raise BadBackup("what came back is not what was published: empty the stores and take another backup")


def _end_epochs(stores: Stores, done: Restored, *, now: datetime) -> None:
    """Rows of a running epoch would be linked by a key that went with the vault."""
    with stores.company.read() as session:
        epochs = programme.running_epochs(session)
        open_in = {wave.epoch: wave.number for wave in waves.open_waves(session)}
    for epoch in epochs:
        done.ended.append(epoch.number)
        if epoch.id in open_in:
            destroy_key(stores, epoch.id)  # closing the wave ends the rest of it
            done.open_waves.append(open_in[epoch.id])
        else:
            end_epoch(stores, epoch.id, now=now)


def _erase_again(stores: Stores, folder: Path, done: Restored, *, now: datetime) -> None:
    for key in erased_since(folder, done.manifest.moment):
        done.n_erased += forget_person(stores, key, now=now)
