"""People who agree do not make their mean exact."""

import numpy as np
import pytest

from analysis import Scores, Tree
from analysis.precision import estimate_levels


def test_where_all_answers_are_equal_the_error_cannot_be_said() -> None:
    value = [200 / 3] * 6

    estimates = estimate_levels(Scores([0] * 6, range(6), [1, 1, 1, 2, 2, 2], [0] * 6, value), Tree([-1, 0, 0]))

    assert np.isnan(estimates.se).all()
    assert estimates.mean == pytest.approx([200 / 3] * 3, abs=1e-12)


def test_two_people_who_agree_are_as_uncertain_as_others() -> None:
    value = [70.0, 70.0, 50.0, 90.0]

    estimates = estimate_levels(Scores([0] * 4, range(4), [1, 1, 2, 2], [0] * 4, value), Tree([-1, 0, 0]))

    # Squares of 0 and 800 on one degree of freedom each: 400 between people, 200 of a mean of two.
    assert estimates.se[1:] == pytest.approx([np.sqrt(200), np.sqrt(400)])
