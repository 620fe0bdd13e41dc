import numpy as np
import pytest

from analysis import Answers, Instrument
from analysis.even_odd import even_odd_consistency
from analysis.quality import ResponseQuality, response_quality

TWENTY = Instrument(np.repeat(np.arange(10), 2), [1] * 20, [5] * 20, np.arange(20) % 4 == 1)


def judged(*people: np.ndarray) -> ResponseQuality:
    """People with an answer (1 … 5, as given) to each of the first items."""
    person = np.concatenate([np.full(len(given), number) for number, given in enumerate(people)])
    item = np.concatenate([np.arange(len(given)) for given in people])
    return response_quality(Answers(0 * person, person, 0 * person, item, np.concatenate(people)), TWENTY)


def careful(rng: np.random.Generator, n_people: int) -> np.ndarray:
    """Answers 1 … 5 as given, from a person's own level, their opinion of each scale, and noise."""
    opinion = 3.5 + rng.normal(0, 0.7, (n_people, 1)) + rng.normal(0, 0.6, (n_people, 10))
    turned = np.clip(np.round(np.repeat(opinion, 2, axis=1) + rng.normal(0, 0.6, (n_people, 20))), 1, 5)
    return np.where(TWENTY.reversed, 6 - turned, turned)


def test_careful_people_are_hardly_ever_flagged() -> None:
    quality = judged(*careful(np.random.default_rng(20260101), 1000))

    assert quality.flagged.mean() < 0.02


def test_one_option_for_contradicting_items_is_flagged() -> None:
    quality = judged(np.full(6, 5.0), np.full(6, 3.0), np.full(4, 5.0), np.array([5.0, 5, 5, 5, 5, 4]))

    assert quality.straight.tolist() == [True, False, False, False]


def test_a_long_run_is_counted_within_one_person() -> None:
    quality = judged(np.repeat([2.0, 4.0], [12, 8]), np.repeat([4.0, 2.0], [8, 9]), np.full(3, 2.0))

    assert quality.longest_run.tolist() == [12, 9, 3]
    assert quality.long_run.tolist() == [True, False, False]


def test_both_ends_and_nothing_between_is_flagged() -> None:
    reader = np.where(TWENTY.reversed, 1.0, 5.0)
    clicker = np.where(np.arange(20) % 3 == 0, 1.0, 5.0)

    assert judged(reader, clicker).ends_only.tolist() == [False, True]


def test_spread_is_that_of_the_answers_as_given() -> None:
    given = np.array([1.0, 5, 3, 3, 2])

    assert judged(given, np.array([4.0])).spread == pytest.approx([25 * given.std(ddof=1), np.nan], nan_ok=True)


def test_random_answers_are_less_consistent_than_careful_ones() -> None:
    rng = np.random.default_rng(20260101)

    quality = judged(*careful(rng, 300), *rng.integers(1, 6, (300, 20)).astype(float))

    assert np.nanmean(quality.consistency[:300]) > np.nanmean(quality.consistency[300:]) + 0.3
    assert quality.inconsistent[300:].mean() > 3 * quality.inconsistent[:300].mean()


def test_a_short_pulse_says_nothing() -> None:
    quality = judged(np.array([5.0, 5, 5, 5]))

    assert not quality.flagged.any()
    assert np.isnan(quality.consistency).all()


def test_rows_may_come_in_any_order_and_unlinked_ones_are_left_out() -> None:
    rng = np.random.default_rng(20260101)
    order = rng.permutation(12)
    person, item = np.repeat([4, -1], 6), np.tile(np.arange(6), 2)
    answers = Answers([2] * 12, person[order], [0] * 12, item[order], [5.0] * 12)

    quality = response_quality(answers, TWENTY)

    assert (quality.wave.tolist(), quality.person.tolist(), quality.n_items.tolist()) == ([2], [4], [6])
    assert quality.straight.tolist() == [True]


def test_nothing_but_unlinked_answers_is_judged_as_nothing() -> None:
    assert response_quality(Answers([0], [-1], [0], [0], [3.0]), TWENTY).flagged.size == 0


def test_consistency_is_the_stepped_up_correlation_of_every_other_item() -> None:
    rng = np.random.default_rng(20260101)
    points = rng.normal(50, 10, (12, 5)) + rng.normal(0, 12, (12, 1))

    consistency = even_odd_consistency(points.ravel(), np.zeros(60, int), np.repeat(np.arange(12), 5), 1)

    r = np.corrcoef(points[:, ::2].mean(axis=1), points[:, 1::2].mean(axis=1))[0, 1]
    assert consistency == pytest.approx([2 * r / (1 + r)])
