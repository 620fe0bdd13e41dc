"""What a told change is made of: the parts sum to it, and each part is what was done."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Answers, Instrument, Scores, Tree
from analysis.attribution import Attribution, attribute
from analysis.drift.result import Alarm
from analysis.errors import InsufficientData
from analysis.simulate import Fall, World, simulate_answers, simulate_scores

TREE = Tree([-1, 0, 0, 1, 1, 2, 2])
ALARM = Alarm(
    wave=9, unit=1, scale=0, direction="down", shape="step", onset=6, onset_low=6, onset_high=7,
    size=8.0, low=4.0, high=12.0, log_evidence=9.0,
)  # fmt: skip
WORLD = World(n_divisions=2, teams_per_division=4, people_per_team=12, n_waves=10, n_scales=3)


def scores_of(rng: np.random.Generator, n_rows: int = 400) -> Scores:
    """People who come, go and move as they like; one row per person, wave and scale."""
    keys = np.unique(rng.integers(0, (10, 40, 2), (n_rows, 3)), axis=0)
    unit = rng.integers(3, 7, (10, 40))[keys[:, 0], keys[:, 1]]
    return Scores(keys[:, 0], keys[:, 1], unit, keys[:, 2], rng.uniform(0, 100, keys.shape[0]))


def parts_of(found: Attribution) -> list[float]:
    split = found.mix_or_mind
    return [getattr(split, name).size for name in ("within", "joiners", "leavers", "reweighting", "hidden")]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), boundary=st.integers(0, 9))
def test_parts_and_children_sum_to_the_change_of_the_mean(seed: int, boundary: int) -> None:
    scores = scores_of(np.random.default_rng([20260101, seed]))
    epochs = (np.arange(10) >= boundary).astype(int)

    found = attribute(ALARM, scores, TREE, epochs=epochs)

    (own,) = (change for change in found.scales if change.number == ALARM.scale)
    assert sum(parts_of(found)) == pytest.approx(own.size, abs=1e-12)
    assert sum(child.size for child in found.children) == pytest.approx(own.size, abs=1e-12)


def test_rows_may_come_in_any_order() -> None:
    rng = np.random.default_rng(20260101)
    scores = scores_of(rng)
    order = rng.permutation(scores.wave.size)
    shuffled = Scores(*(getattr(scores, name)[order] for name in Scores.__slots__))

    assert repr(attribute(ALARM, shuffled, TREE)) == repr(attribute(ALARM, scores, TREE))


def test_an_epoch_boundary_hides_minds_and_mix() -> None:
    found = attribute(ALARM, scores_of(np.random.default_rng(20260101)), TREE, epochs=[0] * 6 + [1] * 4)

    assert found.before.tolist() == [0, 1, 2, 3, 4, 5]
    assert (found.mix_or_mind.within.size, found.mix_or_mind.n_stayed) == (0, 0)


def test_numbers_given_anew_in_an_epoch_do_not_alter_an_interval() -> None:
    scores = scores_of(np.random.default_rng(20260101))
    anew = dataclasses.replace(scores, person=np.where(scores.wave >= 6, scores.person + 1000, scores.person))

    one, other = (attribute(ALARM, each, TREE, epochs=[0] * 6 + [1] * 4) for each in (scores, anew))

    assert repr(one.scales) == repr(other.scales)


def test_both_sides_stay_in_the_epoch_of_the_alarm_where_they_can() -> None:
    found = attribute(ALARM, scores_of(np.random.default_rng(20260101)), TREE, epochs=[0] * 3 + [1] * 7)

    assert (found.before.tolist(), found.after.tolist()) == ([3, 4, 5], [6, 7, 8, 9])
    assert found.mix_or_mind.n_stayed > 0


def test_a_fall_of_minds_in_one_scale_and_one_team_is_told_as_such() -> None:
    made = simulate_scores(WORLD, np.random.default_rng(20260101), [Fall(unit=3, onset=6, size=1.2, scales=(1,))])

    found = attribute(dataclasses.replace(ALARM, scale=1), made.scores, made.tree)

    assert found.mix_or_mind.within.size == pytest.approx(-6, abs=2.5)
    assert max(found.children, key=lambda child: -child.size).number == 3
    assert [change.high < 0 for change in found.scales] == [False, True, False]


def test_items_and_facets_are_compared_each_for_itself() -> None:
    made = simulate_answers(dataclasses.replace(WORLD, n_scales=1), np.random.default_rng(20260101))
    chosen = (made.answers.item == 2) & (made.answers.wave >= 6)
    value = np.where(chosen, np.maximum(made.answers.value - 1, 1), made.answers.value)
    answers = Answers(made.answers.wave, made.answers.person, made.answers.unit, made.answers.item, value)

    found = attribute(ALARM, answers, made.tree, instrument=made.instrument, facet_of_item=[0, 0, 1])

    assert [change.high < -10 for change in found.items] == [False, False, True]
    assert [change.high < -10 for change in found.facets] == [False, True]


def test_other_questions_are_no_change() -> None:
    """From wave 6 on a harder question stands in for an easy one."""
    made = simulate_answers(dataclasses.replace(WORLD, n_scales=1), np.random.default_rng(20260101))
    late = made.answers.wave >= 6
    item = np.where(late & (made.answers.item == 0), 3, made.answers.item)
    value = np.where(item == 3, np.maximum(made.answers.value - 1, 1), made.answers.value)
    answers = Answers(made.answers.wave, made.answers.person, made.answers.unit, item, value)
    instrument = Instrument([0] * 4, [1.0] * 4, [5.0] * 4, [False] * 4)

    found = attribute(ALARM, answers, made.tree, instrument=instrument)

    assert abs(found.mix_or_mind.change) < 4
    assert [change.n_before > 0 for change in found.items] == [True, True, True, False]


def test_what_cannot_be_compared_is_refused() -> None:
    scores = scores_of(np.random.default_rng(20260101))
    answers = Answers([0, 1], [1, 1], [3, 3], [0, 0], [3.0, 4.0])

    with pytest.raises(InsufficientData, match="began in wave 0; waves before and after it are wanted"):
        attribute(dataclasses.replace(ALARM, onset=0, onset_low=0), scores, TREE)
    with pytest.raises(ValueError, match="answers need an instrument"):
        attribute(ALARM, answers, TREE)


def held(rng: np.random.Generator, *, minds: bool) -> tuple[float, float, float]:
    """Within-person part, joiners and leavers, each in standard errors; of 60 people a third is replaced."""
    unit, level = np.tile([3, 4], 30), rng.normal(60, 10, (2, 60))
    stays = rng.random(60) < 0.67
    later = np.where(stays, level[0], level[1] - (0.0 if minds else 12.0))
    value = np.concatenate([level[0] + rng.normal(0, 8, (6, 60)), later + rng.normal(0, 8, (4, 60)) - 6.0 * minds])
    person = np.where((np.arange(10)[:, None] < 6) | stays, np.arange(60), 60 + np.arange(60))
    wave, units = np.repeat(np.arange(10), 60), np.tile(unit, 10)
    scores = Scores(wave, person.ravel(), units, np.zeros(600, dtype=int), np.clip(value, 0, 100).ravel())
    split = attribute(ALARM, scores, TREE).mix_or_mind
    within, joiners, leavers = (part.size / part.se for part in (split.within, split.joiners, split.leavers))
    return within, joiners, leavers


@pytest.mark.slow
def test_what_did_not_happen_is_within_its_error_of_none_in_about_95_of_100() -> None:
    rng = np.random.default_rng(20260101)
    within = [held(rng, minds=False)[0] for _ in range(1000)]
    mix = [held(rng, minds=True)[1:] for _ in range(1000)]

    shares = [np.mean(np.abs(within) < 1.96), *np.mean(np.abs(mix) < 1.96, axis=0)]
    assert 0.93 <= min(shares) <= max(shares) <= 0.97, shares


def test_replaced_people_are_mix_and_changed_people_are_mind() -> None:
    rng = np.random.default_rng(20260101)
    replaced, changed = (np.array([held(rng, minds=minds) for _ in range(20)]) for minds in (False, True))

    assert np.mean(np.abs(replaced[:, 0]) < 1.96) >= 0.8
    assert replaced[:, 1].mean() < -2
    assert (np.mean(np.abs(changed[:, 1:]) < 1.96, axis=0) >= 0.8).all()
    assert changed[:, 0].mean() < -3
