"""Whose row is it? After the epoch's end a thief of both stores knows no more than the roster tells."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.stats import binomtest

from survey.db import open_stores
from tests.redteam.linkage import Copy, Guesses, candidates_of, guess_by_history, guess_by_order, guess_with_key
from tests.redteam.lived import Epoch, live
from tests.stores import company_settings

if TYPE_CHECKING:
    from survey.config import Settings

RNG = 20260101
K = 5
# Keys are random: of ten thousand runs one may do so well by luck. A leak does better by many powers of ten.
BY_CHANCE = 1e-4


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def epoch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Epoch]:
    folder = tmp_path_factory.mktemp("stolen")
    settings: Settings = company_settings(request, folder, database=request.param)
    stores = open_stores(settings)
    yield live(stores, np.random.default_rng(RNG))
    stores.dispose()


def chance_of_doing_so_well(guesses: Guesses) -> float:
    return float(binomtest(guesses.right, guesses.rows, guesses.chance, alternative="greater").pvalue)


def stolen(copy: Copy | None) -> Copy:
    assert copy
    return copy


def test_with_the_vault_in_hand_every_row_is_named(epoch: Epoch) -> None:
    guesses = guess_with_key(stolen(epoch.before_the_end), epoch.key, epoch.truth)

    assert guesses.right == guesses.rows > 700


def test_before_the_end_the_history_names_far_more_than_chance(epoch: Epoch) -> None:
    guesses = guess_by_history(stolen(epoch.before_the_end), epoch.truth, np.random.default_rng(RNG))

    assert chance_of_doing_so_well(guesses) < 1e-6


def test_after_the_end_the_history_is_worth_nothing(epoch: Epoch) -> None:
    guesses = guess_by_history(stolen(epoch.after_the_end), epoch.truth, np.random.default_rng(RNG))

    assert guesses.rows > 700
    assert chance_of_doing_so_well(guesses) > BY_CHANCE


def test_after_the_end_the_order_on_the_disk_is_worth_nothing(epoch: Epoch) -> None:
    guesses = guess_by_order(stolen(epoch.after_the_end), epoch.arrived, epoch.truth)

    assert chance_of_doing_so_well(guesses) > BY_CHANCE


def test_while_a_wave_is_open_its_marks_name_far_more_than_chance(epoch: Epoch) -> None:
    guesses = guess_by_history(stolen(epoch.open_copy), epoch.truth, np.random.default_rng(RNG))

    assert chance_of_doing_so_well(guesses) < 1e-4


def test_every_row_could_be_that_of_k_people(epoch: Epoch) -> None:
    copy = stolen(epoch.after_the_end)

    assert min(len(candidates_of(copy, row)) for row in copy.rows) >= K


def test_nothing_of_the_key_is_left_in_any_file(epoch: Epoch) -> None:
    folder = Path(str(epoch.running.stores.vault.engine.url.database)).parent

    assert not [file.name for file in folder.iterdir() if file.is_file() and epoch.key in file.read_bytes()]
