"""A changed item set is no drift: effects of items are told apart from people and time."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from analysis import Answers, monitor
from analysis.drift.result import Result
from analysis.item_effects import item_effects
from analysis.panel import Floats, Ints
from analysis.scoring import score, score_rows
from analysis.simulate import Fall, SimulatedAnswers, World, simulate_answers

WORLD = World(
    n_divisions=3,
    teams_per_division=2,
    people_per_team=20,
    n_waves=24,
    n_scales=1,
    items_per_scale=4,
    item_spread=0.8,
    likert=False,
)
SILENT = {"turnover": 0, "response": 1, "wander": 0, "wobble": 0, "division_shock": 0, "company_shock": 0}
QUIET = replace(WORLD, residual=0.002, **SILENT)
Plan = Callable[[Answers], Ints]


def replaced(answers: Answers) -> Ints:
    return (answers.item != 3) & (answers.wave < 12) | (answers.item != 2) & (answers.wave >= 12)


def dropped(answers: Answers) -> Ints:
    return (answers.item != 2) | (answers.wave < 12)


def rotated(answers: Answers) -> Ints:
    return (answers.item == 0) | (answers.item != 1 + answers.wave % 3)


def all_new(answers: Answers) -> Ints:
    return (answers.item < 2) == (answers.wave < 12)


each_plan = pytest.mark.parametrize("plan", [replaced, dropped, rotated])


def company(plan: Plan, *falls: Fall, world: World = WORLD, linked: bool = True) -> SimulatedAnswers:
    made = simulate_answers(replace(world, linked=linked), np.random.default_rng(20260101), falls)
    rows = np.flatnonzero(plan(made.answers))
    return replace(made, answers=Answers(*(getattr(made.answers, name)[rows] for name in Answers.__slots__)))


def judged(here: SimulatedAnswers) -> Result:
    return monitor(here.answers, here.tree, instrument=here.instrument)


def root_means(result: Result) -> Floats:
    return result.estimates.mean[result.estimates.unit == 0]


@each_plan
@pytest.mark.parametrize("linked", [True, False])
def test_a_planned_change_of_items_is_no_drift(plan: Plan, linked: bool) -> None:  # noqa: FBT001 -- pytest passes by name
    result = judged(company(plan, linked=linked))

    assert result.alarms == result.watch == ()


@each_plan
def test_levels_go_on_where_items_change(plan: Plan) -> None:
    with_all = root_means(judged(company(lambda answers: answers.item >= 0, world=QUIET)))

    with_some = root_means(judged(company(plan, world=QUIET)))

    assert np.ptp(with_some) < 1
    assert np.abs(with_some - with_some[0] - (with_all - with_all[0])).max() < 0.8


def test_the_change_would_show_if_effects_were_not_taken_out() -> None:
    here = company(dropped, world=QUIET)
    bare = [here.answers.value[here.answers.wave == wave].mean() for wave in (11, 12)]

    assert abs(bare[1] - bare[0]) > 2.5


@pytest.mark.parametrize("linked", [True, False])
def test_an_instrument_that_is_all_new_goes_on_at_the_same_level(linked: bool) -> None:  # noqa: FBT001 -- by name
    means = root_means(judged(company(all_new, world=QUIET, linked=linked)))

    assert means[12] == pytest.approx(means[11], abs=0.05)
    assert np.ptp(means) < 1


@each_plan
def test_a_fall_is_found_across_a_change_of_items(plan: Plan) -> None:
    result = judged(company(plan, Fall(unit=1, onset=12, size=1.2)))

    assert [(alarm.unit, alarm.onset_low <= 12 <= alarm.onset_high) for alarm in result.alarms] == [(1, True)]


def test_effects_are_the_items_own_levels_less_those_of_the_first_items() -> None:
    here = company(rotated, world=QUIET)
    first = here.answers.wave == 0
    by_item = [here.answers.value[here.answers.item == item].mean() for item in range(4)]
    asked = np.unique(here.answers.item[first])

    _, sums = score_rows(here.answers, here.instrument, n_waves=24)
    effects = item_effects(sums, here.instrument)

    np.testing.assert_allclose(effects[-1], by_item - np.mean(np.array(by_item)[asked]), atol=0.5)
    np.testing.assert_allclose(effects[:, asked].mean(axis=1), 0, atol=1e-9)


def test_time_plays_no_part_in_an_items_effect() -> None:
    """Item 1 is asked only after everybody has fallen by 30 points, beside item 0."""
    person, late = np.tile(np.arange(30), 2), np.arange(60) >= 30
    value = np.where(late, 40.0, 70.0) + person
    rows = np.flatnonzero(late)
    answers = Answers(
        np.concatenate((late, late[rows])),
        np.concatenate((person, person[rows])),
        np.zeros(90, dtype=int),
        np.repeat([0, 1], [60, 30]),
        np.concatenate((value, value[rows] - 10)),
    )
    here = company(rotated)

    scores = score(answers, here.instrument)

    assert [scores.value[scores.wave == wave].mean() for wave in (0, 1)] == pytest.approx([84.5, 54.5])
