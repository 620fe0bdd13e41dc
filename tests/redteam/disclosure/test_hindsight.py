"""What is missing tells no more than what is shown: every way to answer is tried in tiny companies."""

import numpy as np
import pytest

from analysis.disclosure.bands import HIDDEN
from analysis.disclosure.build import Decision, decide
from analysis.disclosure.counts import Counts
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.prove import Choice
from tests.redteam.disclosure.hindsight import TOP, Tiny, everything, told, told_to_one

FLAT = (-1, 0, 0)
ONE_MIXED_DIVISION = Tiny(FLAT, ((1, (0,), 4), (1, (1,), 4), (2, (1,), 4)), (2,))
"""Leaders and others; only together with the company's bands do the divisions tell of the others."""
LARGER = {
    "square": Tiny(FLAT, ((1, (0,), 4), (1, (1,), 4), (2, (0,), 4), (2, (1,), 4)), (2,)),
    "teams": Tiny((-1, 0, 0, 1, 1), ((3, (0,), 4), (3, (1,), 4), (4, (1,), 5), (2, (1,), 5)), (2,)),
    "two factors": Tiny((-1,), ((0, (0, 0), 4), (0, (0, 1), 4), (0, (1, 0), 4), (0, (1, 1), 4)), (2, 2)),
    "crossed": Tiny(FLAT, ((1, (0, 0), 4), (1, (0, 1), 4), (1, (1, 0), 4), (2, (1, 1), 5)), (2, 2)),
    "three bands": Tiny(FLAT, ((1, (0,), 4), (1, (1,), 4), (1, (2,), 4), (2, (2,), 5)), (3,)),
    "three divisions": Tiny((-1, 0, 0, 0), ((1, (0,), 4), (1, (1,), 4), (2, (1,), 4), (3, (1,), 4)), (2,)),
}


def only_where_held(counts: Counts, steps: Steps) -> Decision:
    """A rule that hides the leaders exactly where the others of the first division all chose an end."""
    middle = Steps(counts.people.copy(), counts.people.copy())
    decision = decide(counts, middle, tuple(np.ones((2, 3), np.bool_) for _ in counts.n_bands), k=4)
    if steps.low[1, 0] in {0, TOP * counts.people[1, 0]}:
        bands = np.full_like(decision.shown[0].bands[0], HIDDEN)
        shown = (Choice(decision.shown[0].units, (bands,)),)
        return Decision(decision.by_counts, shown, decision.n_kept, decision.n_large_enough)
    return decision


def test_a_rule_that_hides_only_what_is_held_is_found_out() -> None:
    found = told(ONE_MIXED_DIVISION, only_where_held)

    assert any(group == 1 for _, group in found)


def test_what_is_missing_tells_nobody_s_answers() -> None:
    assert not told(ONE_MIXED_DIVISION)


def test_what_is_missing_tells_nothing_to_somebody_who_knows_their_own_answer() -> None:
    assert not told_to_one(ONE_MIXED_DIVISION, everything)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LARGER))
def test_what_is_missing_in_larger_companies_tells_nobody_s_answers(name: str) -> None:
    assert not told(LARGER[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LARGER))
def test_it_tells_nothing_to_somebody_who_knows_their_own_answer(name: str) -> None:
    assert not told_to_one(LARGER[name])
