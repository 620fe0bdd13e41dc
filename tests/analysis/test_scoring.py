"""From answers to scores: points, turned items, the half rule, unlinked answers."""

import numpy as np
import pytest

from analysis import Answers, Instrument
from analysis.scoring import INTER_ITEM, score, score_rows, to_points

INSTRUMENT = Instrument([0, 0, 0, 0, 1], [1, 1, 1, 1, 0], [5, 5, 5, 5, 10], [False, False, True, False, False])


def answers(*rows: tuple[int, int, int, int, float]) -> Answers:
    """Rows of wave, person, unit, item, value."""
    return Answers(*np.array(rows, dtype=float).T)


def everybody(n: int, items: tuple[int, ...] = (0, 1, 3), value: float = 4) -> list[tuple[int, int, int, int, float]]:
    return [(0, person, 1, item, value) for person in range(n) for item in items]


def test_answers_become_points_of_their_own_range() -> None:
    points = to_points(np.array([1.0, 3.0, 5.0, 2.5]), np.array([0, 0, 1, 4]), INSTRUMENT)

    assert points.tolist() == [0, 50, 100, 25]


def test_a_reversed_item_is_turned() -> None:
    assert to_points(np.array([1.0, 4.0]), np.array([2, 2]), INSTRUMENT).tolist() == [100, 25]


def test_a_value_outside_of_its_range_is_refused_with_its_row() -> None:
    with pytest.raises(ValueError, match=r"row 1: value 0\.0 of item 0 is outside 1\.0 to 5\.0"):
        to_points(np.array([1.0, 0.0]), np.array([0, 0]), INSTRUMENT)


def test_an_item_that_is_not_in_the_instrument_is_refused() -> None:
    with pytest.raises(ValueError, match="item 5 is unknown; the instrument has items 0 to 4"):
        to_points(np.array([1.0]), np.array([5]), INSTRUMENT)


def test_two_answers_of_a_person_to_one_item_are_refused() -> None:
    with pytest.raises(ValueError, match="person 7 answered item 1 twice in wave 0"):
        score(answers((0, 7, 1, 1, 3), (0, 7, 1, 0, 3), (0, 7, 1, 1, 4)), INSTRUMENT)


def test_a_score_is_the_mean_of_the_answered_items_in_each_scale() -> None:
    rows = [(0, 0, 1, 0, 2), (0, 0, 1, 1, 4), (0, 0, 1, 2, 1), (0, 0, 1, 4, 7)]

    scores = score(answers(*rows), INSTRUMENT)

    assert scores.scale.tolist() == [0, 1]
    assert scores.value.tolist() == pytest.approx([(25 + 75 + 100) / 3, 70])
    assert scores.n_items.tolist() == [3, 1]


@pytest.mark.parametrize(("answered", "scored"), [((0,), False), ((0, 1), True), ((0, 1, 3), True)])
def test_less_than_half_of_the_usual_items_make_no_score(answered: tuple[int, ...], scored: bool) -> None:  # noqa: FBT001 -- pytest passes by name
    usual = everybody(5, (0, 1, 2, 3))
    short = [(0, 99, 1, item, 4) for item in answered]

    scores = score(answers(*usual, *short), INSTRUMENT)

    assert (99 in scores.person) == scored


def test_the_usual_number_of_items_is_of_the_wave_and_scale() -> None:
    one_item_later = [(1, person, 1, 0, 4) for person in range(5)]

    scores = score(answers(*everybody(5, (0, 1, 2, 3)), *one_item_later), INSTRUMENT)

    assert np.bincount(scores.wave).tolist() == [5, 5]


def test_who_was_asked_which_item_makes_no_difference() -> None:
    """Item 1 is 25 points harder; half of the people skip it, the other half item 0."""
    both = [row for p in range(20) for row in ((0, p, 1, 0, 4), (0, p, 1, 1, 3), (0, p, 1, 3, 4))]
    without = [(0, 20, 1, 0, 4), (0, 20, 1, 3, 4), (0, 21, 1, 1, 3), (0, 21, 1, 3, 4)]

    scores = score(answers(*both, *without), INSTRUMENT)

    np.testing.assert_allclose(scores.value, 200 / 3, atol=1e-9)


def test_scores_stay_within_0_and_100() -> None:
    hard = [row for p in range(20) for row in ((0, p, 1, 0, 5), (0, p, 1, 1, 1))]

    scores = score(answers(*hard, (0, 20, 1, 0, 5), (0, 21, 1, 1, 1)), INSTRUMENT)

    assert scores.value.min() >= 0
    assert scores.value.max() <= 100


def test_unlinked_answers_stand_together_as_the_people_who_gave_them() -> None:
    rows = [(0, -1, unit, item, value) for unit in (1, 2) for item in (0, 1) for value in (2, 4, 4, 5)]

    scored, _ = score_rows(answers(*rows), INSTRUMENT, n_waves=1)

    assert scored.unit.tolist() == [1, 2]
    assert scored.people.tolist() == [4, 4]
    assert scored.items.tolist() == [2, 2]
    assert scored.points.tolist() == pytest.approx([68.75, 68.75])


def test_the_spread_of_unlinked_people_allows_for_the_mean_of_their_items() -> None:
    rows = [(0, -1, 1, item, value) for item in (0, 1) for value in (2, 4, 4, 5)]

    scored, _ = score_rows(answers(*rows), INSTRUMENT, n_waves=1)

    single = np.var([25, 75, 75, 100] * 2, ddof=1)
    assert scored.variance[0] == pytest.approx(single * (1 + INTER_ITEM) / 2)


def test_answers_may_come_in_any_order() -> None:
    rng = np.random.default_rng(20260101)
    rows = [(w, p, 1 + p % 2, i, rng.integers(1, 6)) for w in range(3) for p in range(9) for i in range(4)]

    first, second = (score(answers(*[rows[k] for k in rng.permutation(len(rows))]), INSTRUMENT) for _ in range(2))

    np.testing.assert_array_equal(first.value, second.value)
    np.testing.assert_array_equal(first.person, second.person)
