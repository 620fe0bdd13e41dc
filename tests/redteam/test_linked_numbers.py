"""What is told from linked answers hardly moves when one of them does: it is of fifty people, and in half points."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import Scores
from survey.queries.releases import Parts
from survey.services.estimates.parts import Linked, parts_of
from tests.survey.services.estimates.made import NORTH, flat, linked, scores

RNG = 20260101
ONE_STEP = 100 / 4 / 3
"""What one step of one answer moves a person's score, who is asked three questions of a principle."""

PEOPLE, JOINED = 60, 12


def split(found: Linked) -> Parts:
    return next(iter(parts_of(flat(2, people=PEOPLE + JOINED), found, units=[NORTH], onsets={}, k=5)))


def moved(found: Linked, row: int, points: float) -> Linked:
    """The same company, in which one person scored so much more or less in one wave."""
    given = found.scores
    value = given.value.copy()
    value[row] = np.clip(value[row] + points, 0, 100)
    return replace(found, scores=Scores(given.wave, given.person, given.unit, given.scale, value))


@pytest.fixture
def company() -> Linked:
    rng = np.random.default_rng(RNG)
    return linked(waves={1: scores(range(PEOPLE), rng), 2: scores(range(8, PEOPLE + JOINED), rng)})


@pytest.mark.parametrize("points", [ONE_STEP, -ONE_STEP])
def test_one_changed_answer_moves_no_part_by_more_than_its_rounding(company: Linked, points: float) -> None:
    before = split(company)
    for row in range(company.scores.value.size):
        after = split(moved(company, row, points))
        for name, part in before.parts.items():
            apart = [abs((one or 0.0) - (other or 0.0)) for one, other in zip(part, after.parts[name], strict=True)]
            assert max(apart) <= 0.5


def test_most_changed_answers_move_nothing_that_is_told(company: Linked) -> None:
    before = split(company)
    same = [split(moved(company, row, ONE_STEP)) == before for row in range(company.scores.value.size)]

    # Whoever sees a size stand still cannot tell that an answer changed, and one that moves may be due to anybody.
    assert np.mean(same) > 0.2
    assert sum(not one for one in same) >= 5
