"""Rotating and replaced items, careless answers, and what a shift is worth on the answers."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.simulate import Answering, Fall, Questions, World, expected_points, simulate_answers
from analysis.simulate.answers import SimulatedAnswers

ROTATING = World(n_waves=9, response=1, turnover=0, items_per_scale=2, questions=Questions(rotating=9))


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20260101)


def asked(simulated: SimulatedAnswers, n_waves: int) -> np.ndarray:
    """Items by wave, person, scale and place on the sheet, where everybody answers."""
    return simulated.answers.item.reshape(n_waves, -1, 3, 3)


def test_anchors_are_asked_in_every_wave_and_one_rotating_item_beside_them(rng: np.random.Generator) -> None:
    simulated = simulate_answers(ROTATING, rng)
    item = asked(simulated, 9)

    assert simulated.instrument.scale_of_item.tolist() == [0] * 11 + [1] * 11 + [2] * 11
    assert (item[..., :2] == [[0, 1], [11, 12], [22, 23]]).all()
    assert (simulated.instrument.scale_of_item[item] == np.arange(3)[:, None]).all()


def test_a_person_passes_all_rotating_items_in_nine_waves_and_all_packs_in_three(rng: np.random.Generator) -> None:
    rotating = asked(simulate_answers(ROTATING, rng), 9)[..., 2] % 11 - 2
    packs = rotating // 3

    assert (np.sort(rotating, axis=0) == np.arange(9)[:, None, None]).all()
    assert (np.sort(packs[:3], axis=0) == np.arange(3)[:, None, None]).all()
    assert (packs[:3] == packs[3:6]).all()


def test_every_wave_asks_each_rotating_item_of_a_ninth(rng: np.random.Generator) -> None:
    item = asked(simulate_answers(replace(ROTATING, people_per_team=40), rng), 9)[..., 2]
    shares = np.stack([np.bincount(row[:, 1], minlength=22)[13:22] / 2400 for row in item])

    np.testing.assert_allclose(shares, 1 / 9, atol=0.025)


def test_the_cycle_is_drawn_anew_each_epoch(rng: np.random.Generator) -> None:
    world = replace(ROTATING, n_waves=36, epoch_waves=18, linked=False)
    item = asked(simulate_answers(world, rng), 36)[..., 2]

    assert (item[:9] == item[9:18]).all()
    assert (item[9:18] == item[18:27]).mean() == pytest.approx(1 / 9, abs=0.02)


def test_rotating_items_that_make_no_packs_rotate_all_the_same(rng: np.random.Generator) -> None:
    world = replace(ROTATING, n_waves=4, questions=Questions(rotating=4))
    item = asked(simulate_answers(world, rng), 4)[..., 2]

    assert (np.sort(item[:, :, 0], axis=0) == np.arange(2, 6)[:, None]).all()


def test_a_replaced_item_has_a_successor_with_a_new_number(rng: np.random.Generator) -> None:
    simulated = simulate_answers(World(n_waves=10, questions=Questions(replaced_at=0.5)), rng)
    answers = simulated.answers

    assert simulated.instrument.scale_of_item.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, 0]
    assert set(answers.item[answers.wave < 5]) == set(range(9))
    assert set(answers.item[answers.wave >= 5]) == set(range(10)) - {2}


def test_the_successor_lies_lower_by_what_was_asked(rng: np.random.Generator) -> None:
    questions = Questions(replaced_at=0.5, replaced_by=-0.4)
    world = World(n_waves=8, likert=False, mean=50, sd_points=10, questions=questions, turnover=0, wander=0)
    answers = simulate_answers(world, rng).answers
    old, new, beside = (answers.value[answers.item == item] for item in (2, 9, 1))

    assert new.mean() - old.mean() == pytest.approx(-4, abs=0.5)
    assert beside.size == old.size + new.size


def test_the_asked_share_of_people_is_careless_half_of_them_with_one_answer(rng: np.random.Generator) -> None:
    world = World(n_waves=6, response=1, turnover=0, answering=Answering(careless=0.1), people_per_team=40, mean=90)
    value = simulate_answers(world, rng).answers.value.reshape(6, 2400, 9)
    low_at_once = ((value <= 2).any(axis=2) & (value == 5).any(axis=2)).all(axis=0)
    never_another = (value == value[:1, :, :1]).all(axis=(0, 2)) & (value[0, :, 0] < 5)

    assert never_another.mean() == pytest.approx(0.05 * 0.8, abs=0.012)
    assert low_at_once.mean() == pytest.approx(0.05 * (1 - 0.6**9 - 0.8**9 + 0.4**9) ** 6, abs=0.007)


def test_careless_people_do_not_fall(rng: np.random.Generator) -> None:
    world = World(n_waves=4, response=1, turnover=0, answering=Answering(careless=1))
    answers = simulate_answers(world, rng, [Fall(unit=0, onset=2, size=2)]).answers

    assert answers.value.mean() == pytest.approx(3, abs=0.1)
    assert answers.value[answers.wave < 2].mean() == pytest.approx(answers.value[answers.wave >= 2].mean(), abs=0.05)


@pytest.mark.parametrize(
    "world",
    [
        World(),
        World(mean=93.3),
        World(likert=False, mean=85),
        World(answering=Answering(careless=0.2)),
        World(items_per_scale=2, questions=Questions(rotating=9)),
    ],
    ids=["base", "ceiling", "points", "careless", "rotation"],
)
def test_a_fall_is_seen_as_large_as_expected(world: World, rng: np.random.Generator) -> None:
    big = replace(world, n_divisions=30, n_waves=8, turnover=0, company_shock=0)
    answers = simulate_answers(big, rng, [Fall(unit=0, onset=4, size=0.4)]).answers
    first = simulate_answers(big, rng).instrument.scale_of_item[answers.item] == 0
    before, after = (answers.value[first & half].mean() for half in (answers.wave < 4, answers.wave >= 4))

    expected = expected_points(big) - expected_points(big, -0.4)
    assert (before - after) * (25 if world.likert else 1) == pytest.approx(expected, rel=0.07)


def test_careless_answers_are_expected_in_the_middle() -> None:
    careful, half = World(mean=80), World(mean=80, answering=Answering(careless=0.5))

    assert expected_points(half) == pytest.approx((expected_points(careful) + 50) / 2)


def test_a_number_of_items_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="rotating must be at least 0 and packs 1; got -1 and 3"):
        Questions(rotating=-1)


def test_where_nobody_answers_there_are_no_answers(rng: np.random.Generator) -> None:
    answers = simulate_answers(World(n_waves=2, response=0), rng).answers

    assert answers.value.size == 0
