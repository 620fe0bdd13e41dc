import numpy as np
import pytest

from analysis import Scores, Summaries, Tree
from analysis.precision import estimate_levels, estimate_summary_levels

COLUMNS = ("wave", "unit", "scale", "n", "mean", "se", "low", "high", "shrunk")


def test_a_published_total_stands_for_its_unit() -> None:
    summaries = Summaries([0, 0, 0], [0, 1, 2], [0, 0, 0], [60, 30, 10], [70.0, 60, 80], [20.0, 20, 20])

    estimates = estimate_summary_levels(summaries, Tree([-1, 0, 0]))

    assert estimates.mean.tolist() == [70.0, 60.0, 80.0]
    assert estimates.n.tolist() == [60, 30, 10]
    assert estimates.se == pytest.approx(20 / np.sqrt([60, 30, 10]), abs=1e-12)


def test_a_published_rest_is_added_to_the_children() -> None:
    summaries = Summaries([0, 0, 0], [0, 1, 2], [0, 0, 0], [10, 30, 10], [40.0, 60, 80], [20.0, 20, 20])

    estimates = estimate_summary_levels(summaries, Tree([-1, 0, 0]))

    assert estimates.n[0] == 50
    assert estimates.mean[0] == pytest.approx((400 + 1800 + 800) / 50, abs=1e-12)


def test_people_at_the_unit_itself_are_always_added() -> None:
    summaries = Summaries([0, 0], [0, 1], [0, 0], [60, 30], [70.0, 60], [20.0, 20])

    estimates = estimate_summary_levels(summaries, Tree([-1, 0]), totals=False)

    assert estimates.n.tolist() == [90, 30]
    assert estimates.mean[0] == pytest.approx(200 / 3)


@pytest.mark.parametrize("totals", [True, False])
def test_a_unit_of_unknown_number_keeps_its_mean(totals: bool) -> None:  # noqa: FBT001 -- from parametrize
    summaries = Summaries([0, 0], [1, 2], [0, 0], [0, 0], [40.0, 60], [np.nan] * 2)

    assert estimate_summary_levels(summaries, Tree([-1, 0, 0]), totals=totals).mean.tolist() == [50, 40, 60]


def test_units_without_a_row_are_put_together_through_all_levels() -> None:
    tree = Tree([-1, 0, 0, 1, 1, 2])
    summaries = Summaries([0] * 3, [3, 4, 5], [0] * 3, [10, 30, 60], [50.0, 70, 80], [15.0] * 3)

    estimates = estimate_summary_levels(summaries, tree)

    assert estimates.mean == pytest.approx([74, 65, 80, 50, 70, 80], abs=1e-12)
    assert estimates.n.tolist() == [100, 40, 60, 10, 30, 60]
    assert np.isfinite(estimates.se).all()


def test_unknown_numbers_give_a_plain_average_without_an_error() -> None:
    summaries = Summaries([0, 0, 1], [1, 2, 1], [0] * 3, [0, 40, 40], [50.0, 80, 60], [np.nan] * 3)

    estimates = estimate_summary_levels(summaries, Tree([-1, 0, 0]))

    assert estimates.mean.tolist() == [65, 50, 80, 60, 60]
    assert estimates.n.tolist() == [0, 0, 40, 40, 40]
    assert np.isnan(estimates.se).all()
    assert estimates.shrunk.tolist() == estimates.mean.tolist()


def test_an_unknown_spread_is_taken_from_the_waves_so_far() -> None:
    summaries = Summaries([0, 1, 2], [0, 0, 0], [0] * 3, [25, 25, 25], [50.0] * 3, [np.nan, 10, np.nan])

    estimates = estimate_summary_levels(summaries, Tree([-1]))

    assert estimates.se == pytest.approx([np.nan, 2.0, 2.0], nan_ok=True)


def test_answers_and_their_summaries_agree() -> None:
    tree = Tree([-1, 0, 0, 1, 1, 1, 2, 2, 2])
    rng = np.random.default_rng(20260101)
    unit = np.repeat(np.arange(3, 9), 8)
    value = np.clip(rng.normal(60, 15, 48), 0, 100)
    by_team = value.reshape(6, 8)
    of_answers = estimate_levels(Scores(0 * unit, np.arange(48), unit, 0 * unit, value), tree)

    of_summaries = estimate_summary_levels(
        Summaries([0] * 6, range(3, 9), [0] * 6, [8] * 6, by_team.mean(axis=1), by_team.std(axis=1, ddof=1)), tree
    )

    for name in COLUMNS:
        assert getattr(of_summaries, name) == pytest.approx(getattr(of_answers, name), abs=1e-9)


def test_a_unit_with_two_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="unit 0 has two rows in wave 0"):
        estimate_summary_levels(Summaries([0, 0], [0, 0], [0, 0], [5, 5], [50.0, 50], [1.0, 1]), Tree([-1]))
