"""Whether a wave may be published anew without some people."""

import numpy as np

from analysis.disclosure.build import decide
from analysis.disclosure.correction import may_correct
from tests.analysis.disclosure.sheets import Person, counted, mixed

LEADER, FRONT = 0, 1
PARENT = [-1, 0, 0, 1]
KEPT = [*mixed(3, (LEADER,), 8), *mixed(3, (FRONT,), 8), *mixed(1, (FRONT,), 12), *mixed(2, (FRONT,), 12)]


def may(gone: list[Person]) -> bool:
    whole = counted(PARENT, [*gone, *KEPT], (2,))
    shown = decide(whole.counts, whole.steps, (np.ones((2, 3), np.bool_),), k=5).shown
    assert shown[0].units.all()
    assert shown[0].bands[0].any()
    return may_correct(counted(PARENT, KEPT, (2,)), counted(PARENT, gone, (2,)), shown, k=5)


def test_many_of_each_group_may_go() -> None:
    assert may([*mixed(3, (LEADER,), 6), *mixed(3, (FRONT,), 6), *mixed(1, (FRONT,), 6)])


def test_few_of_one_group_may_not() -> None:
    assert not may([*mixed(3, (LEADER,), 6), *mixed(3, (FRONT,), 6), *mixed(1, (FRONT,), 3)])


def test_people_who_all_chose_the_top_may_not_go_alone() -> None:
    assert not may([(2, (FRONT,), 4)] * 6)


def test_people_may_not_go_whose_answers_units_and_levels_together_would_say() -> None:
    all_at_the_top = [(3, (FRONT,), 4)] * 6

    assert not may([*mixed(3, (LEADER,), 6), *all_at_the_top, *mixed(1, (FRONT,), 6)])
