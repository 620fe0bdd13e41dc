"""How much levels move by themselves, and whether intervals that follow from it hold what they promise."""

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.motion import LEAST, USUAL, usual_motion
from analysis.simulate import World, simulate_scores, summarise
from analysis.simulate.company import draw_company
from analysis.trend import EXCHANGE, Motion, trends

Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]
SPREAD = 20.0


def company(rng: np.random.Generator, motion: Motion, people: Floats, n_waves: int) -> tuple[Floats, Floats]:
    """True levels of units of these sizes by month, and what is published of them."""
    sampling = SPREAD**2 / people[:, None]
    step = np.sqrt((motion.wander + EXCHANGE * sampling) / 12)
    level = 60 + (step * rng.normal(size=(people.size, n_waves))).cumsum(axis=1)
    return level, level + np.sqrt(motion.shock + sampling) * rng.normal(size=level.shape)


def estimated(values: Floats, people: Floats) -> Motion:
    n_waves = values.shape[1]
    n = np.repeat(people[:, None], n_waves, axis=1)
    return usual_motion(values, n, np.full(n_waves, SPREAD), np.arange(n_waves) / 12)


def test_while_there_is_one_wave_motion_is_the_usual_one() -> None:
    assert usual_motion([[60.0], [50.0]], [[25], [25]], [SPREAD], [0.0]) == USUAL


@pytest.mark.parametrize("motion", [Motion(wander=1.0, shock=0.2), Motion(wander=9.0, shock=0.1)])
def test_many_waves_tell_how_much_levels_wander(motion: Motion) -> None:
    rng = np.random.default_rng(20260101)
    people = np.full(12, 4000.0)
    found = estimated(company(rng, motion, people, 36)[1], people)

    assert 0.6 * motion.wander < found.wander < 1.6 * motion.wander


def test_a_calm_is_not_taken_as_the_end_of_all_movement() -> None:
    found = estimated(np.full((7, 36), 60.0), np.full(7, 80.0))

    assert found == Motion(wander=LEAST * USUAL.wander, shock=LEAST * USUAL.shock)


def test_one_unit_that_falls_does_not_make_all_of_them_unsure() -> None:
    rng = np.random.default_rng(20260101)
    people = np.full(8, 100.0)
    values = company(rng, USUAL, people, 24)[1]
    quiet = estimated(values, people)
    values[3, 12:] -= 20

    assert estimated(values, people).wander < 2.5 * quiet.wander


@pytest.mark.parametrize("n_waves", [3, 14, 36])
def test_nine_in_ten_intervals_hold_the_level_and_its_change(n_waves: int) -> None:
    rng = np.random.default_rng(20260101)
    people = np.array([420, *[70] * 6, *[12] * 30], dtype=float)
    held: list[tuple[Marks, Marks]] = []
    for _ in range(60):
        level, values = company(rng, USUAL, people, n_waves)
        n = np.repeat(people[:, None], n_waves, axis=1)
        found = trends(values, n, np.full(n_waves, SPREAD), np.arange(n_waves) / 12, estimated(values[:7], people[:7]))
        change, truth = found.change(max(0, n_waves - 13)), level[:, -1] - level[:, max(0, n_waves - 13)]
        within = (found.low[:, -1] <= level[:, -1]) & (level[:, -1] <= found.high[:, -1])
        held.append((within, (change.low <= truth) & (truth <= change.high)))

    assert 0.86 < np.mean([one for one, _ in held]) < 0.94
    assert 0.86 < np.mean([one for _, one in held]) < 0.94


def teams_covered(world: World, seed: int) -> Marks:
    """Which teams' levels lie within their intervals in the last wave."""
    made = simulate_scores(world, np.random.default_rng(seed))
    table = summarise(made.scores, made.tree)
    rows = table.scale == 0
    values, n = np.full((2, made.tree.n_units, world.n_waves), np.nan)
    values[table.unit[rows], table.wave[rows]] = table.mean[rows]
    n[table.unit[rows], table.wave[rows]] = table.n[rows]
    found = trends(values, n, np.full(world.n_waves, SPREAD), made.times, USUAL)
    truth = draw_company(world, np.random.default_rng(seed), ()).census()[-1, :, 0] * world.sd_points + world.mean
    told = np.isfinite(found.level[:, -1])
    return np.asarray((found.low[told, -1] <= truth[told]) & (truth[told] <= found.high[told, -1]))


def test_teams_whose_people_answer_again_and_again_are_covered_too() -> None:
    world = World(wander=0.0, person=0.45, n_waves=24)

    # The truth here holds the shocks of the last wave, which are no part of a level.
    assert 0.86 < np.mean([teams_covered(world, seed).mean() for seed in range(8)]) < 0.96
