"""One company, attacked with and without protection: python -m benchmarks.redteam.company SEED LARGEST."""

import json
import sys
from dataclasses import astuple

import numpy as np

from tests.redteam.release import attacks
from tests.redteam.release.alarms import ask_the_alarms, ask_unprotected
from tests.redteam.release.beside import read_the_estimates
from tests.redteam.release.comments import tie_to_people, tie_unprotected
from tests.redteam.release.house import house
from tests.redteam.release.knowing import everything
from tests.redteam.release.life import Story, live
from tests.redteam.release.unprotected import unprotected

SIZES = (60, 75, 90, 110, 140, 180, 240, 400)
LARGE, EVERY = (700, 1200), 25
"""Every so many companies one is large: to look at all its numbers takes minutes."""
DEPTHS = 8
EVENTFUL_EVERY = 3
"""Every so many companies answers of some units fall for good, and people write comments."""


def size_of(seed: int, *, largest: int) -> int:
    """People of the company of this seed."""
    sizes = [size for size in SIZES if size <= largest]
    if largest >= max(LARGE) and seed % EVERY == 0:
        return LARGE[seed // EVERY % len(LARGE)]
    return sizes[seed % len(sizes)]


def attacked(seed: int, *, largest: int) -> dict[str, list[int]]:
    """By attack: tried and found, with protection and without it."""
    rng = np.random.default_rng(seed)
    n_people = size_of(seed, largest=largest)
    with house() as stores:
        depth, is_content = int(rng.integers(1, DEPTHS + 1)), bool(rng.random() < 0.4)
        story = Story(n_people, depth, is_content=is_content, is_eventful=seed % EVENTFUL_EVERY == 0)
        life = live(stores, rng, story)
        shown, naive = everything(life), unprotected(life, k=attacks.K)
        few, few_naive = (attacks.some_of(one, rng, n_people=n_people) for one in (shown, naive))
        found = {
            "combinations, guessed": (
                attacks.guess_combinations(shown, rng),
                attacks.guess_combinations(few_naive, rng),
            ),
            "combinations, searched": (attacks.search_combinations(shown), attacks.search_combinations(naive)),
            "bounds of an answer": (attacks.bound_answers(few, rng), attacks.bound_answers(few_naive, rng)),
            "bounds, with an accomplice": (
                attacks.bound_with_accomplice(few, rng),
                attacks.bound_with_accomplice(few_naive, rng),
            ),
            "distributions, subtracted": (attacks.subtract_distributions(life), None),
            "alarms as an oracle": (ask_the_alarms(life), ask_unprotected(life) if story.is_eventful else None),
            "comments": (tie_to_people(life), tie_unprotected(life) if story.is_eventful else None),
            "beside the numbers": (read_the_estimates(life), None),
            "corrections": (attacks.correct(life, rng), None),
            "erasures": (attacks.have_people_erased(life), None),
        }
    return {
        name: [*astuple(safe), *(astuple(control) if control else (0, 0))] for name, (safe, control) in found.items()
    }


if __name__ == "__main__":
    number, at_most = sys.argv[1:]
    print(json.dumps(attacked(int(number), largest=int(at_most))))
