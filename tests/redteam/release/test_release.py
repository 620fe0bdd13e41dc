"""A company lives through the service; whoever has all its releases learns of no group of fewer than k."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.redteam.release import attacks
from tests.redteam.release.attacks import Found
from tests.redteam.release.beside import read_the_estimates
from tests.redteam.release.house import house
from tests.redteam.release.knowing import everything
from tests.redteam.release.life import Life, Story, live
from tests.redteam.release.unprotected import unprotected

SEED = 20260101
STORIES = {"uneven": Story(90, 4, n_waves=4), "content": Story(60, 2, n_waves=4, is_content=True)}
Attack = Callable[[Life, np.random.Generator], Found]
ATTACKS: dict[str, Attack] = {
    "guesses": lambda life, rng: attacks.guess_combinations(everything(life), rng),
    "bounds": lambda life, rng: attacks.bound_answers(everything(life), rng),
    "accomplice": lambda life, rng: attacks.bound_with_accomplice(everything(life), rng),
    "distributions": lambda life, _: attacks.subtract_distributions(life),
    "estimates": lambda life, _: read_the_estimates(life),
}


@pytest.fixture(scope="module", params=STORIES.values(), ids=list(STORIES))
def life(request: pytest.FixtureRequest) -> Iterator[Life]:
    with house() as stores:
        yield live(stores, np.random.default_rng(SEED), request.param)


def test_published_sums_are_those_of_the_answers(life: Life) -> None:
    systems = everything(life).values()
    pairs = [(known, *pair) for known in systems for pair in zip(known.groups, known.sums, strict=True)]

    assert len(pairs) > 200
    for known, group, published in pairs:
        assert sum(known.answers[answer] for answer in group) == pytest.approx(published, abs=0.01)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_on_the_releases_works(life: Life, attack: str) -> None:
    found = ATTACKS[attack](life, np.random.default_rng(SEED))

    assert found.n_found == 0
    assert found.n_tried > 0


@pytest.mark.slow
def test_no_combination_is_found_by_a_program(life: Life) -> None:
    assert attacks.search_combinations(everything(life), most=3) == Found(3, 0)


def test_the_same_attacks_work_without_protection(life: Life) -> None:
    rng = np.random.default_rng(SEED)
    systems = unprotected(life, k=attacks.K)

    assert attacks.guess_combinations(systems, rng).n_found > 0


def test_corrections_and_erasures_tell_nothing(life: Life) -> None:
    rng = np.random.default_rng(SEED)

    assert attacks.correct(life, rng).n_found == 0
    assert attacks.have_people_erased(life) == Found(1, 0)
