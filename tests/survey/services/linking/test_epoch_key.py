"""The life of a key."""

from pathlib import Path

import pytest

from survey.config import Settings
from survey.db import Stores, open_stores
from survey.errors import KeyIsLost
from survey.services.linking.epoch_key import destroy_key, ensure_key, key_of


@pytest.fixture
def vault(sqlite_settings: Settings) -> Stores:
    return open_stores(sqlite_settings)


def test_a_key_is_made_once(vault: Stores) -> None:
    made = ensure_key(vault, 1)

    assert len(made) == 32
    assert ensure_key(vault, 1) == made
    assert key_of(vault, 1) == made


def test_each_epoch_has_a_key_of_its_own(vault: Stores) -> None:
    assert ensure_key(vault, 1) != ensure_key(vault, 2)


def test_a_lost_key_is_said_in_words(vault: Stores) -> None:
    with pytest.raises(KeyIsLost, match="no key for epoch 3"):
        key_of(vault, 3)


def test_a_destroyed_key_is_in_no_file(vault: Stores, tmp_path: Path) -> None:
    key = ensure_key(vault, 1)
    ensure_key(vault, 2)
    before = [file.name for file in tmp_path.iterdir() if file.is_file() and key in file.read_bytes()]
    destroy_key(vault, 1)

    assert before
    assert not [file.name for file in tmp_path.iterdir() if file.is_file() and key in file.read_bytes()]


def test_destroying_a_key_again_does_no_harm(vault: Stores) -> None:
    ensure_key(vault, 1)
    destroy_key(vault, 1)
    destroy_key(vault, 1)

    with pytest.raises(KeyIsLost):
        key_of(vault, 1)
