"""The same company as answers, summaries, unlinked, and in epochs."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.panel import Scores
from analysis.simulate import Fall, World, simulate_answers, simulate_scores, summarise, unlink

BIG = World(n_divisions=4, teams_per_division=50, people_per_team=20, n_waves=4, response=1, turnover=0)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20260101)


def test_persons_keep_their_numbers_within_an_epoch_only(rng: np.random.Generator) -> None:
    simulated = simulate_scores(World(response=1, turnover=0, n_waves=4, epoch_waves=2, n_scales=1), rng)
    person = simulated.scores.person.reshape(4, -1)

    assert simulated.epochs is not None
    assert simulated.epochs.tolist() == [0, 0, 1, 1]
    assert (person[0] == person[1]).all()
    assert (person[1] == person[2]).mean() < 0.02


def test_unlinked_worlds_have_no_person_numbers() -> None:
    linked, unlinked = (
        simulate_scores(World(n_waves=2, linked=is_linked), np.random.default_rng(20260101)).scores
        for is_linked in (True, False)
    )

    assert (unlinked.person == -1).all()
    np.testing.assert_array_equal(unlink(linked).value, unlinked.value)
    assert (unlink(linked).person == -1).all()


def test_summaries_are_those_of_the_scores(rng: np.random.Generator) -> None:
    simulated = simulate_scores(World(n_waves=3), rng)
    summaries, scores = summarise(simulated.scores, simulated.tree), simulated.scores
    row = 100
    cell = scores.value[
        (scores.wave == summaries.wave[row])
        & (scores.unit == summaries.unit[row])
        & (scores.scale == summaries.scale[row])
    ]

    assert summaries.n.sum() == scores.value.size
    expected = (cell.size, pytest.approx(cell.mean()), pytest.approx(cell.std(ddof=1)))
    assert (summaries.n[row], summaries.mean[row], summaries.sd[row]) == expected


def test_one_person_has_no_standard_deviation() -> None:
    world = World(n_divisions=1, teams_per_division=1)

    summaries = summarise(Scores([0], [0], [2], [0], [50.0]), world.tree())

    assert summaries.n.tolist() == [1]
    assert np.isnan(summaries.sd).all()


def test_answers_are_made_item_by_item_on_five_points(rng: np.random.Generator) -> None:
    simulated = simulate_answers(World(n_waves=2, response=1), rng)
    answers = simulated.answers

    assert simulated.instrument.scale_of_item.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert answers.value.size == 2 * 600 * 9
    assert np.unique(answers.value).tolist() == [1, 2, 3, 4, 5]


def test_scores_of_answers_have_the_asked_mean_and_spread(rng: np.random.Generator) -> None:
    answers = simulate_answers(replace(BIG, likert=False, mean=50), rng).answers
    scores = answers.value.reshape(-1, 3, 3).mean(axis=2)

    assert scores.mean() == pytest.approx(50, abs=1.5)
    assert scores.var() == pytest.approx(400, rel=0.07)
    assert np.corrcoef(scores.T)[0, 1] == pytest.approx(0.7, abs=0.04)


def test_rounding_to_five_points_keeps_a_fall_within_a_tenth(rng: np.random.Generator) -> None:
    simulated = simulate_answers(
        replace(BIG, n_waves=2, division_shock=0, company_shock=0), rng, [Fall(unit=0, onset=1, size=0.4)]
    )
    answers = simulated.answers
    of_scale = simulated.instrument.scale_of_item[answers.item] == 0
    before, after = (answers.value[of_scale & (answers.wave == wave)].mean() * 25 for wave in (0, 1))

    assert before - after == pytest.approx(8, rel=0.1)
