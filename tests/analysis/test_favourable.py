import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Answers, Instrument, Tree
from analysis.favourable import FavourableShares, favourable_shares

FIVE = Instrument([0], [1], [5], [False])


def of_one_unit(values: list[float], instrument: Instrument = FIVE) -> FavourableShares:
    n = len(values)
    return favourable_shares(Answers([0] * n, range(n), [0] * n, [0] * n, values), instrument, Tree([-1]))


def test_the_top_two_of_five_are_favourable() -> None:
    assert of_one_unit([1.0, 2, 3, 4, 5]).share.tolist() == [0.4]


def test_the_low_end_of_a_reversed_item_is_favourable() -> None:
    assert of_one_unit([1.0, 2, 3, 4, 5, 5], Instrument([0], [1], [5], [True])).share == pytest.approx([2 / 6])


def test_the_top_of_other_scales_starts_at_three_quarters() -> None:
    assert of_one_unit([5.0, 6, 7], Instrument([0], [1], [7], [False])).share == pytest.approx([2 / 3])
    assert of_one_unit([0.0, 1], Instrument([0], [0], [1], [False])).share.tolist() == [0.5]


@settings(deadline=None)  # statsmodels is imported inside
@given(st.integers(1, 60), st.data())
def test_one_team_has_wilsons_interval(n: int, data: st.DataObject) -> None:
    from statsmodels.stats.proportion import proportion_confint

    k = data.draw(st.integers(0, n))

    shares = of_one_unit([5.0] * k + [1.0] * (n - k))

    interval = proportion_confint(k, n, alpha=0.1, method="wilson")
    assert (shares.low[0], shares.high[0]) == pytest.approx(interval, abs=1e-9)


def test_teams_that_differ_widen_the_interval_above_them() -> None:
    unit = np.repeat(np.arange(1, 11), 10)
    apart = np.where(unit % 2 == 0, 5.0, 1.0)
    mixed = np.where(np.arange(100) % 2 == 0, 5.0, 1.0)
    tree = Tree([-1] + [0] * 10)

    wide, narrow = (
        favourable_shares(Answers(0 * unit, np.arange(100), unit, 0 * unit, value), FIVE, tree)
        for value in (apart, mixed)
    )

    assert wide.share[0] == narrow.share[0] == 0.5
    assert wide.high[0] - wide.low[0] > 2 * (narrow.high[0] - narrow.low[0])
