"""A told change becomes the new normal, for its unit and for those above and below it."""

import numpy as np

from analysis.drift.covariance import UNKNOWN
from analysis.drift.people import Series
from analysis.drift.rebase import Base, restarts, unknown_loads
from analysis.drift.shapes import shapes
from analysis.tree import Tree

TREE = Tree([-1, 0, 0, 1, 1, 2])
SEATS = np.array([3, 4, 5])
MONTHS = np.arange(10.0)
GRID = shapes(MONTHS, 1.0)


def strangers() -> Series:
    """Units of people who are new in every wave: each responds in full to every step."""
    steps = np.broadcast_to(np.tril(np.ones((10, 10))), (3, 10, 10)).copy()
    flat = np.zeros((3, 10))
    return Series(flat, np.ones((3, 10)), steps, flat, flat, np.zeros((4, 10)))


def loads(*bases: Base) -> np.ndarray:
    return unknown_loads(strangers(), SEATS, TREE, bases=list(bases), shapes=GRID) / np.sqrt(UNKNOWN)


def test_without_a_told_change_the_level_alone_is_unknown() -> None:
    np.testing.assert_array_equal(loads(), np.ones((3, 1, 10)))


def test_a_told_step_makes_the_level_after_it_unknown_and_a_short_ramp() -> None:
    load = loads(Base(unit=1, scale=0, told=7, onset=4, shape=0))

    np.testing.assert_array_equal(load[0, 1], MONTHS >= 4)
    np.testing.assert_allclose(load[0, 2], np.clip((MONTHS - 3) / 6, 0, 1))


def test_a_told_ramp_may_go_on() -> None:
    load = loads(Base(unit=1, scale=0, told=7, onset=4, shape=2))

    np.testing.assert_allclose(load[1, 2], np.clip((MONTHS - 3) / 12, 0, 1))


def test_a_change_of_a_unit_reaches_the_seats_below_it_only() -> None:
    load = loads(Base(unit=1, scale=0, told=7, onset=4, shape=0))

    assert load[:2, 1].any(axis=1).all()
    assert not load[2, 1:].any()


def test_onsets_count_anew_for_the_unit_and_those_below_it() -> None:
    after = restarts(TREE, 2, [Base(1, 0, 7, 4, 0), Base(3, 0, 9, 8, 0), Base(0, 1, 5, 2, 0)])

    assert after.tolist() == [[-1, 7, -1, 9, 7, -1], [5] * 6]


def test_the_last_told_change_counts_whatever_the_order() -> None:
    after = restarts(TREE, 1, [Base(1, 0, 9, 4, 0), Base(0, 0, 5, 2, 0)])

    assert after.tolist() == [[5, 9, 5, 9, 9, 5]]
