"""Bounds are true, and the company's spread says nothing about anybody."""

import numpy as np
import pytest

from analysis.disclosure.build import decide
from analysis.disclosure.numbers import numbers_of, scale_numbers
from survey.services.release.making import _is_varied
from survey.services.release.rows import scale_rows
from tests.analysis.disclosure.sheets import counted


def test_a_bound_is_true_where_one_person_stands_against_all() -> None:
    content, other, elsewhere = [(1, (), 4)] * 4, [(1, (), 0)], [(2, (), 2)] * 12
    wave = counted([-1, 0, 0], [*content, *other, *elsewhere], (), n_items=3)
    decision = decide(wave.counts, wave.steps, (), k=5)
    numbers = numbers_of(scale_numbers(wave, decision.by_counts, decision.shown[0], 0, k=5))
    bounds = [row.at_least for row in scale_rows(numbers, [10, 11, 12], (), k=5, most_answers=3) if row.unit_id == 11]

    # Four of five people at 100 points, one at none; one step more would count for fewer than five as well.
    assert bounds == [70]


@pytest.mark.parametrize(
    ("scores", "may"),
    [
        (np.full(60, 50.0), False),
        (np.r_[np.full(56, 50.0), 10.0, 20.0, 30.0, 40.0], False),
        (np.r_[np.full(55, 50.0), 10.0, 20.0, 30.0, 40.0, 60.0], True),
        (np.linspace(0, 100, 49), False),
        (np.linspace(0, 100, 50), True),
    ],
    ids=["one mind", "four others", "five others", "few people", "enough"],
)
def test_a_spread_is_given_of_many_who_differ(scores: np.ndarray, *, may: bool) -> None:
    assert _is_varied(scores, k=5) is may
