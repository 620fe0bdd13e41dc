from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.instrument_change import ItemMeans, instrument_changes


def means_of(table: np.ndarray) -> ItemMeans:
    """From shape (n_waves, n_units, n_items); nan where an item was not asked."""
    wave, unit, item = np.nonzero(np.isfinite(table))
    return ItemMeans(wave, unit, item, table[wave, unit, item])


def test_my_manager_of_the_civil_service_did_not_rise(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("csps_uk_civil_service/org_year_measure.csv")
    theme = np.char.startswith(columns["measure"], "mgr.") | (columns["measure"] == "000.my_manager")
    asked = theme & ~np.isin(columns["org_uid"], ["CSBNCH", "CSMEAN"]) & (columns["year"] >= 2021)
    names, item = np.unique(columns["measure"][asked], return_inverse=True)
    unit = np.unique(columns["org_uid"][asked], return_inverse=True)[1]
    means = ItemMeans(columns["year"][asked] - 2021, unit, item, columns["value"][asked])

    (recomputed,) = instrument_changes(means, np.where(names == "000.my_manager", -1, 0))
    (change,) = instrument_changes(means, np.where(names == "000.my_manager", -1, 0), published_item=[0])

    assert [names[item] for item in change.items_removed] == ["mgr.poor_performance"]
    assert (change.wave, change.items_added) == (1, ())
    # Known: +2.9 and −1.1 from the published medians, which hold 4 organisations more in 2022.
    assert change.size_as_published == pytest.approx(2.9, abs=0.2)
    assert change.size_on_common_items == pytest.approx(-1.1, abs=0.2)
    assert recomputed.size_as_published == pytest.approx(change.size_as_published, abs=0.02)


@given(st.floats(-20, 20), st.integers(1, 4))
def test_a_dropped_item_changes_nothing_on_the_common_ones(move: float, n_units: int) -> None:
    rng = np.random.default_rng(20260101)
    table = np.tile(rng.uniform(30, 70, (n_units, 4)), (2, 1, 1))
    table[1] += move
    table[1, :, 3] = np.nan

    (change,) = instrument_changes(means_of(table), [0, 0, 0, 0])

    assert change.items_removed == (3,)
    assert change.size_on_common_items == pytest.approx(move, abs=1e-9)


def test_an_item_replaced_is_one_change() -> None:
    table = np.full((3, 2, 3), 60.0)
    table[:2, :, 2], table[2:, :, 1] = np.nan, np.nan
    table[2:, :, 2] = 30

    (change,) = instrument_changes(means_of(table), [0, 0, 0])

    assert (change.wave, change.items_added, change.items_removed) == (2, (2,), (1,))
    assert (change.size_as_published, change.size_on_common_items) == (-15, 0)


def test_the_same_items_are_no_change() -> None:
    assert instrument_changes(means_of(np.full((4, 3, 5), 50.0)), [0, 0, 1, 1, -1]) == ()


def test_packs_drawn_at_random_are_no_change() -> None:
    rng = np.random.default_rng(20260101)
    table = np.where(rng.random((6, 40, 5)) < 0.5, 60.0, np.nan)

    assert instrument_changes(means_of(table), [0] * 5) == ()


def test_items_that_take_turns_are_no_change() -> None:
    table = np.full((8, 2, 4), 60.0)
    table[::2, :, 2] = np.nan
    table[1::2, :, 3] = np.nan

    assert instrument_changes(means_of(table), [0] * 4) == ()


def test_a_wave_without_the_scale_is_passed_over() -> None:
    table = np.full((4, 2, 3), 60.0)
    table[1, :, :2] = np.nan
    table[2:, :, 1] = np.nan

    (change,) = instrument_changes(means_of(table), [0, 0, 1])

    assert (change.wave, change.scale, change.items_removed) == (2, 0, (1,))


def test_no_common_item_leaves_nothing_to_compare() -> None:
    table = np.full((2, 1, 2), 60.0)
    table[0, :, 1], table[1, :, 0] = np.nan, np.nan

    (change,) = instrument_changes(means_of(table), [0, 0])

    assert np.isnan(change.size_on_common_items)
    assert change.size_as_published == 0


def test_units_that_lack_an_item_are_left_out() -> None:
    table = np.full((2, 3, 2), 60.0)
    table[1, :, 1] = np.nan
    table[0, 2, 0] = np.nan

    assert instrument_changes(means_of(table), [0, 0])[0].n_units == 2


def test_an_item_without_a_scale_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="item 1 has no entry"):
        instrument_changes(means_of(np.full((2, 1, 2), 50.0)), [0])


def test_an_item_that_came_back_once_does_not_take_turns() -> None:
    table = np.full((6, 2, 3), 60.0)
    table[[0, 3], :, 2] = np.nan

    changes = instrument_changes(means_of(table), [0, 0, 0])

    assert [(change.wave, change.items_added, change.items_removed) for change in changes] == [
        (1, (2,), ()),
        (3, (), (2,)),
        (4, (2,), ()),
    ]
