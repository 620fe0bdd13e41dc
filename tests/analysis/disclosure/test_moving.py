"""The quick ways to see that somebody may have answered otherwise never say more than the linear program."""

import numpy as np
import pytest

from analysis.disclosure.counts import Counts
from analysis.disclosure.detours import may_go_round, roads_of
from analysis.disclosure.kinds import Kinds, kinds_of
from analysis.disclosure.moving import Moves, held_in
from analysis.disclosure.one_person import most_short_of, most_steps
from analysis.disclosure.prove import Choice
from analysis.disclosure.swaps import may_swap
from tests.analysis.disclosure.crowds import crowd

SQUARE = crowd((1, (0,), 6), (1, (1,), 6), (2, (0,), 6), (2, (1,), 6))
COMPANY_BANDS = np.array([[1, 0, 0], [1, 0, 0]], np.int8)


def kinds(counts: Counts, bands: np.ndarray) -> Kinds:
    return kinds_of(counts, Choice(np.ones(counts.tree.n_units, np.bool_), (bands,)), scale=0)


def test_four_groups_of_two_cells_and_two_bands_may_swap() -> None:
    steps = np.full(4, 3)

    assert may_swap(kinds(SQUARE, COMPANY_BANDS), rises=steps, falls=steps, by=steps).all()


def test_nobody_swaps_where_each_division_shows_its_bands() -> None:
    steps = np.full(4, 3)

    assert not may_swap(kinds(SQUARE, np.ones((2, 3), np.int8)), rises=steps, falls=steps, by=steps).any()


@pytest.mark.parametrize("seed", range(6))
def test_who_goes_round_moves_in_the_linear_program_too(seed: int) -> None:
    rng = np.random.default_rng(seed)
    groups = [(1 + at // 3, (at % 3,), 3) for at in range(9) if rng.random() < 0.8]
    some = kinds(crowd(*groups, parent=(-1, 0, 0, 0), n_bands=(3,)), np.array([[1, 0, 0, 0]] * 3, np.int8))
    rises, falls, by = rng.integers(0, 5, (3, some.place.size))

    swaps = may_swap(some, rises=rises, falls=falls, by=by)
    roads = roads_of(some, rises=rises, falls=falls)
    round_ = np.array([may_go_round(roads, kind, int(by[kind])) for kind in range(by.size)])
    left = by > 0
    for place in range(1, 4):
        held_in(some, Moves(rises, falls, by), left, place)

    assert not (swaps & ~round_).any()
    assert (round_ == ~left).all()


def test_one_person_never_makes_up_all_steps_but_one() -> None:
    assert [most_steps(k) for k in (2, 3, 5, 10)] == [1, 1, 3, 8]


def test_a_group_short_of_five_holds_one_person_and_a_step_more() -> None:
    assert most_short_of(5, of_one=12) == 13
