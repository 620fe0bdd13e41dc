"""The life of an epoch's key: made before the first wave opens, read while it runs, destroyed when it ends."""

import secrets

from survey.db import Stores
from survey.errors import KeyIsLost
from survey.queries import vault


def ensure_key(stores: Stores, epoch: int) -> bytes:
    """The epoch's key, made now if there is none."""
    with stores.vault.write() as session:
        key = vault.key_of(session, epoch)
        if key is None:
            key = secrets.token_bytes(32)
            vault.add_key(session, epoch, key)
    return key


def key_of(stores: Stores, epoch: int) -> bytes:
    with stores.vault.read() as session:
        key = vault.key_of(session, epoch)
    if key is None:
        raise KeyIsLost(epoch)
    return key


def destroy_key(stores: Stores, epoch: int) -> None:
    """Delete the key and its traces in the vault's files. Doing it again does no harm."""
    with stores.vault.write() as session:
        vault.delete_key(session, epoch)
    stores.vault.wipe("epoch_key")
