"""The vault: one key per running epoch."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from survey.models.vault import EpochKey


def key_of(session: Session, epoch: int) -> bytes | None:
    return session.scalar(select(EpochKey.key).where(EpochKey.epoch == epoch))


def epochs_with_keys(session: Session) -> set[int]:
    return set(session.scalars(select(EpochKey.epoch)))


def add_key(session: Session, epoch: int, key: bytes) -> None:
    session.add(EpochKey(epoch=epoch, key=key))
    session.flush()


def delete_key(session: Session, epoch: int) -> None:
    session.execute(delete(EpochKey).where(EpochKey.epoch == epoch))
