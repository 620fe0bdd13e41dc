from collections.abc import Callable

import numpy as np
import pytest

from analysis import InsufficientData
from analysis.agreement import rwg_j, uniform_variance

CLIMATE = ["AF06", "AF07", "AP12", "AP17", "AP33", "AP34", "AS14", "AS15", "AS16", "AS17", "AS28"]


def test_bhr2000_agrees_as_published(real_columns: Callable[[str], dict[str, np.ndarray]]) -> None:
    columns = real_columns("army_multilevel/bhr2000_items.csv")
    items = np.column_stack([columns[name] for name in CLIMATE])

    agreement = rwg_j(items, columns["GRP"], null_variance=uniform_variance(5))

    # R 4.2, multilevel 2.8; seven and eight digits are given.
    assert agreement.rwg.mean() == pytest.approx(0.8876115, abs=5e-8)
    assert agreement.rwg[agreement.group == 1] == pytest.approx([0.90098149], abs=5e-9)


def test_equal_answers_agree_in_full() -> None:
    agreement = rwg_j([[4, 5], [4, 5], [2, 3]], [0, 0, 0], null_variance=2)

    assert rwg_j([[4, 5], [4, 5]], [0, 0], null_variance=2).rwg.tolist() == [1]
    assert 0 < agreement.rwg[0] < 1


def test_answers_wider_than_chance_do_not_agree() -> None:
    assert rwg_j([[1, 1], [5, 5]], [0, 0], null_variance=2).rwg.tolist() == [0]


def test_random_answers_do_not_agree() -> None:
    rng = np.random.default_rng(20260101)
    items = rng.integers(1, 6, (20_000, 4))

    agreement = rwg_j(items, np.zeros(20_000, int), null_variance=uniform_variance(5))

    assert agreement.rwg[0] == pytest.approx(0, abs=0.06)


def test_one_person_says_nothing_about_agreement() -> None:
    agreement = rwg_j([[4, 5], [4, 4], [3, 4]], [3, 8, 8], null_variance=2)

    assert agreement.group.tolist() == [3, 8]
    assert np.isnan(agreement.rwg).tolist() == [True, False]


def test_a_person_with_a_missing_answer_is_left_out() -> None:
    with_gap = rwg_j([[4, 5], [4, 4], [np.nan, 1]], [0, 0, 0], null_variance=2)

    assert with_gap.n.tolist() == [2]
    assert with_gap.rwg == pytest.approx(rwg_j([[4, 5], [4, 4]], [0, 0], null_variance=2).rwg)


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        rwg_j([[4, 5]], [0], null_variance=0)
    with pytest.raises(ValueError, match="shape"):
        rwg_j([4, 5], [0, 0], null_variance=2)
    with pytest.raises(ValueError, match="two options"):
        uniform_variance(1)
    with pytest.raises(InsufficientData):
        rwg_j([[np.nan, 5]], [0], null_variance=2)
