"""A changed item set is no drift."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.importing.chaining import Chained, scale_summaries
from survey.importing.item_summaries import ItemSummaries

ITEM_EFFECTS = np.array([-12.0, -3.0, 5.0, 10.0])
EVERYTHING = np.ones((6, 4, 4), dtype=bool)


def means_of(asked: np.ndarray, level: np.ndarray, n: int = 0) -> Chained:
    """Scale means of additive item means; `asked` by wave, unit and item, `level` by wave and unit."""
    wave, unit, item = np.nonzero(asked)
    mean = level[wave, unit] + ITEM_EFFECTS[item]
    rows = ItemSummaries(wave, unit, item, np.full(wave.size, n), mean, np.full(wave.size, 20.0))
    return scale_summaries(rows, np.zeros(4, dtype=int))


def table_of(found: Chained, shape: tuple[int, int]) -> np.ndarray:
    table = np.full(shape, np.nan)
    table[found.panel.wave, found.panel.unit] = found.panel.mean
    return table


@pytest.fixture
def level() -> np.ndarray:
    return 50 + np.random.default_rng(20260101).normal(0, 5, (6, 4))


def test_with_all_items_the_mean_is_the_plain_mean(level: np.ndarray) -> None:
    assert table_of(means_of(EVERYTHING, level), level.shape) == pytest.approx(level)


@given(st.lists(st.booleans(), min_size=96, max_size=96))
def test_whatever_is_suppressed_later_the_level_stays(flags: list[bool]) -> None:
    level = 50 + np.random.default_rng(20260101).normal(0, 5, (6, 4))
    asked = np.array(flags).reshape(EVERYTHING.shape)
    asked[0] = True
    there = asked.any(axis=2)

    found = table_of(means_of(asked, level, n=40), level.shape)

    assert found[there] == pytest.approx(level[there])
    assert np.isnan(found[~there]).all()


def test_an_item_that_is_dropped_moves_nothing(level: np.ndarray) -> None:
    asked = EVERYTHING.copy()
    asked[3:, :, 0] = False

    assert table_of(means_of(asked, level), level.shape) == pytest.approx(level)


def test_an_item_that_is_replaced_moves_nothing(level: np.ndarray) -> None:
    asked = EVERYTHING.copy()
    asked[:3, :, 0], asked[3:, :, 1] = False, False

    assert np.diff(table_of(means_of(asked, level), level.shape), axis=0) == pytest.approx(np.diff(level, axis=0))


def test_where_no_item_stays_the_break_is_told(level: np.ndarray) -> None:
    asked = EVERYTHING.copy()
    asked[:3, :, 2:], asked[3:, :, :2] = False, False
    found = means_of(asked, level)
    table = table_of(found, level.shape)

    assert found.breaks == ((0, 3),)
    assert table[3].mean() == pytest.approx(table[2].mean())


def test_later_waves_change_nothing(level: np.ndarray) -> None:
    asked = np.random.default_rng(20260101).random(EVERYTHING.shape) < 0.7
    whole, part = means_of(asked, level, n=25), means_of(asked[:4], level[:4], n=25)

    assert (part.panel.mean == whole.panel.mean[: part.panel.mean.size]).all()


def test_the_spread_of_a_mean_of_items_is_less_than_that_of_one(level: np.ndarray) -> None:
    found = means_of(EVERYTHING, level)

    assert found.panel.sd == pytest.approx(20 * np.sqrt(0.4 + 0.6 / 4))
