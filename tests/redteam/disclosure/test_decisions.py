"""What is decided to be shown of random companies isolates nobody, whoever judges it."""

from functools import cache

import numpy as np
import pytest

from tests.redteam.disclosure.bounds import known_answers
from tests.redteam.disclosure.deciding import Shown, decided, of_rows, principle_rows, published, what_is_shown
from tests.redteam.disclosure.information_set import exposed_by_guessing
from tests.redteam.disclosure.made_up import Company, made_up_company
from tests.redteam.disclosure.mixed_integer import exposed_by_program
from tests.redteam.disclosure.published import Ints, Published

K = 5


@cache
def company(seed: int, most: int = 160, agreeing: float = 0.2) -> Company:
    rng = np.random.default_rng(20260101 + seed)
    return made_up_company(rng, people=int(rng.integers(60, most)), depth=1 + seed % 8, agreeing=agreeing)


def first_wave(of: Company, k: int = K) -> Published:
    return of_rows(of, principle_rows(of, decided(of, 0, k=k).shown[0], 0), 1)


def accomplices(of: Company, shown: Shown) -> Ints:
    """The three whose own answers make up the most of a shown unit's steps below the upper end."""
    steps = np.where(of.said[0, : len(shown.choices)] > 0, 5 - of.said[0, : len(shown.choices)], 0).sum(axis=(0, 2))
    units = np.array([inside for choice in shown.choices for inside in of.inside[choice.units]]).reshape(-1, steps.size)
    share = (units * steps / np.maximum(1, units @ steps)[:, None]).max(axis=0, initial=0)
    return np.argsort(-share)[:3]


def known_to_some(of: Company, shown: Shown) -> int:
    """Answers known to a reader without, and with, an accomplice."""
    rng = np.random.default_rng(20260101)
    sums = published(of, shown)
    known = int(known_answers(sums, rng).sum())
    return known + sum(int(known_answers(sums, rng, known=sums.person == one).sum()) for one in accomplices(of, shown))


@pytest.mark.parametrize("seed", range(8))
def test_a_principle_alone_isolates_nobody(seed: int) -> None:
    k = 10 if seed % 4 == 3 else K
    shown = first_wave(company(seed), k)

    assert len(shown.rows) > 0
    assert exposed_by_program(shown, k=k) == 0
    assert exposed_by_guessing(shown, np.random.default_rng(seed), k=k) == 0


@pytest.mark.parametrize("seed", range(3))
def test_a_principle_beside_its_anchors_isolates_nobody(seed: int) -> None:
    of = company(seed, 90)
    shown = published(of, what_is_shown(of, k=K, n_waves=1))

    assert exposed_by_program(shown, k=K) == 0
    assert exposed_by_guessing(shown, np.random.default_rng(seed), k=K) == 0


@pytest.mark.parametrize("seed", range(4))
def test_three_waves_with_all_questions_isolate_nobody(seed: int) -> None:
    of = company(seed, 160)
    shown = published(of, what_is_shown(of, k=K))

    assert exposed_by_guessing(shown, np.random.default_rng(seed), k=K, guesses=3) == 0


@pytest.mark.parametrize("seed", range(4))
def test_no_answer_is_known_from_one_wave(seed: int) -> None:
    of = company(seed, 120, 0.35)

    assert known_to_some(of, what_is_shown(of, k=K, n_waves=1)) == 0


@pytest.mark.parametrize("seed", [0])
def test_no_answer_is_known_from_three_waves(seed: int) -> None:
    of = company(seed, 100)

    assert known_to_some(of, what_is_shown(of, k=K)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 200))
def test_one_wave_of_larger_companies_isolates_nobody(seed: int) -> None:
    of = company(seed, 1200)
    shown = published(of, what_is_shown(of, k=K, n_waves=1))

    assert exposed_by_program(first_wave(of), k=K) == 0
    assert exposed_by_guessing(shown, np.random.default_rng(seed), k=K, guesses=50) == 0
    assert known_to_some(of, what_is_shown(of, k=K, n_waves=1)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_three_waves_of_larger_companies_isolate_nobody(seed: int) -> None:
    of = company(seed, 200)
    shown = what_is_shown(of, k=K)

    assert exposed_by_program(published(of, shown), k=K) == 0
    assert exposed_by_guessing(published(of, shown), np.random.default_rng(seed), k=K, guesses=30) == 0
    assert known_to_some(of, shown) == 0
