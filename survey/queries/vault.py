"""The vault: one key per running epoch."""

from functools import cache

from sqlalchemy import Select, bindparam, delete, select
from sqlalchemy.orm import Session

from survey.models.vault import EpochKey


def key_of(session: Session, epoch: int) -> bytes | None:
    row = session.execute(_key(), {"epoch": epoch}).one_or_none()
    return None if row is None else row[0]


@cache
def _key() -> Select[bytes]:
    """Put together once: asked with every visit."""
    keys = EpochKey.__table__
    return select(keys.c.key).where(keys.c.epoch == bindparam("epoch"))


def epochs_with_keys(session: Session) -> set[int]:
    return set(session.scalars(select(EpochKey.epoch)))


def add_key(session: Session, epoch: int, key: bytes) -> None:
    session.add(EpochKey(epoch=epoch, key=key))
    session.flush()


def delete_key(session: Session, epoch: int) -> None:
    session.execute(delete(EpochKey).where(EpochKey.epoch == epoch))
