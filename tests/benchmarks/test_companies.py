"""What is counted of one simulated company."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.drift.result import Alarm
from analysis.simulate import Fall, World, expected_points
from analysis.simulate.zoo import WORLDS, ZooWorld, make
from benchmarks.detection.described import describe, worth
from benchmarks.detection.fallen import are_kin, shares_half
from benchmarks.detection.worlds import RANDOM_WORLDS, SEED, first_waves, judge, rng_of, world_of

WORLD = World(n_divisions=2, teams_per_division=2, n_waves=30)
TINY = ZooWorld(world=WORLD, description="40 people")
CHAIN = replace(WORLD, parent=(-1, 0, 1, 1, 0), team_sizes=(10, 10, 5))
"""Unit 1 has 20 of 25 people; 2, 3 and 4 are teams."""

ALARM = Alarm(
    wave=12, unit=0, scale=0, direction="down", shape="step", onset=10, onset_low=9, onset_high=11,
    size=4.0, low=3.0, high=5.0, log_evidence=8.0,
)  # fmt: skip


def test_a_number_gives_the_child_that_spawning_gives() -> None:
    child = np.random.SeedSequence(SEED).spawn(4)[3]

    assert rng_of(3).random() == np.random.default_rng(child).random()


def test_random_worlds_are_the_same_every_time() -> None:
    assert [world_of(name).description for name in RANDOM_WORLDS] == [
        world_of(name).description for name in RANDOM_WORLDS
    ]
    assert len({world_of(name).description for name in RANDOM_WORLDS}) > 15


@pytest.mark.parametrize("form", ["scores", "answers", "unlinked", "summaries"])
def test_the_first_waves_are_what_was_known_then(form: str) -> None:
    made = make(replace(TINY, form=form), rng_of(0), n_waves=12)
    short = first_waves(made, 8)

    assert short.data.wave.max() == 7
    assert short.times.size == 8
    assert np.array_equal(judge(short).log_evidence, judge(made).log_evidence[:8])


@pytest.mark.parametrize(
    ("one", "other", "kin", "half"),
    [(0, 1, True, True), (2, 1, True, True), (0, 2, True, False), (2, 3, False, False), (4, 4, True, True)],
)
def test_units_are_right_if_they_share_half_of_their_people(one: int, other: int, *, kin: bool, half: bool) -> None:
    tree = CHAIN.tree()

    assert are_kin(tree, one, other) is are_kin(tree, other, one) is kin
    assert shares_half(tree, CHAIN.seats(tree), one, other) is half


def test_a_fall_is_worth_what_rounding_leaves_of_it() -> None:
    world = WORLDS["ceiling"].world
    fall = Fall(unit=0, onset=12, size=0.4)

    course = worth(WORLDS["ceiling"], 0, [fall], onset=12, n_waves=24)

    assert (course[:12] == 0).all()
    assert course[12:] == pytest.approx(expected_points(world) - expected_points(world, -0.4), rel=0.1)


def test_what_came_before_the_onset_is_no_part_of_a_falls_worth() -> None:
    rise, fall = Fall(unit=0, onset=5, size=-0.3), Fall(unit=0, onset=20, size=0.3)

    course = worth(TINY, 0, [rise, fall], onset=20, n_waves=30)

    assert course[19] == 0
    assert course[20] == pytest.approx(6, abs=1)


def test_an_alarm_is_right_where_its_intervals_hold_the_truth() -> None:
    right = describe(ALARM, Fall(unit=0, onset=11, size=0.2), 4.9)
    wrong = describe(ALARM, Fall(unit=0, onset=8, size=0.2, over_months=6), 5.1)

    assert (right.size_covered, right.onset_covered, right.shape_right) == (True, True, True)
    assert (wrong.size_covered, wrong.onset_covered, wrong.shape_right) == (False, False, False)
