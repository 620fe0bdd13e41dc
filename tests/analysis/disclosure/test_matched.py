"""What is added about a wave when the next closes."""

import numpy as np
import pytest

from analysis.disclosure.build import decide
from analysis.disclosure.matched import added_factor
from tests.analysis.disclosure.sheets import Person, counted, mixed

LEADER, FRONT = 0, 1
STAYED, LEFT = 0, 1
MENU = (np.ones((2, 1), np.bool_),)


def added(people: list[Person]) -> list[list[bool]]:
    """Whether those who stayed and those who left are shown beside the levels of a company without divisions."""
    first = counted([-1], [(unit, bands[:1], steps) for unit, bands, steps in people], (2,))
    shown = decide(first.counts, first.steps, MENU, k=5).shown
    assert shown[0].bands[0].all()
    found: list[list[bool]] = added_factor(counted([-1], people, (2, 2)), shown, k=5)[0].tolist()
    return found


def both_levels(n: int) -> list[Person]:
    return [one for level in (LEADER, FRONT) for left in (STAYED, LEFT) for one in mixed(0, (level, left), n)]


def test_those_who_stayed_and_left_are_shown_where_they_are_enough() -> None:
    assert added(both_levels(8)) == [[True], [True]]


def test_nothing_is_shown_where_few_left() -> None:
    assert added([*mixed(0, (LEADER, STAYED), 20), *mixed(0, (FRONT, STAYED), 20), *mixed(0, (FRONT, LEFT), 3)]) == [
        [False],
        [False],
    ]


def test_nothing_is_shown_where_levels_and_leavers_together_say_what_some_chose() -> None:
    all_at_the_top = [(0, (FRONT, LEFT), 4)] * 6

    assert added([*mixed(0, (LEADER, LEFT), 8), *all_at_the_top, *mixed(0, (FRONT, STAYED), 10)]) == [[False], [False]]


def test_counts_of_another_wave_are_refused() -> None:
    shown = decide(*_of(both_levels(8)), MENU, k=5).shown

    with pytest.raises(RuntimeError, match="not proved with its counts"):
        added_factor(counted([-1], mixed(0, (LEADER, LEFT), 3) + mixed(0, (FRONT, LEFT), 20), (2, 2)), shown, k=5)


def _of(people: list[Person]) -> tuple[object, object]:
    first = counted([-1], [(unit, bands[:1], steps) for unit, bands, steps in people], (2,))
    return first.counts, first.steps
