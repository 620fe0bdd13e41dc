"""Where answers fall for good: around the size of which something is told, and where nothing may be."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from survey.queries.people import Node, path_upwards
from survey.queries.releases import Row
from survey.queries.waves import Place
from survey.questionnaires.questionnaire import PRINCIPLES

NEAR = (12, 40)
"""People who answered in a unit of which something may be told, though the limit of ten is not far."""
ENOUGH, LEAST = 10, 4
"""People from whom on something may be told of a unit; people asked of whom a fall is worth an attacker's while."""


def falling_units(
    places: Iterable[Place], tree: Mapping[int, Node], shown: Iterable[Row], rng: np.random.Generator
) -> frozenset[int]:
    """A unit near the limit, and one that is not shown or below it; half of the time a division as well.

    `shown` are the numbers of the wave before.
    """
    asked = Counter(unit for place in places for unit in path_upwards(tree, place.answer_unit))
    people = {row.unit_id: row.people or 0 for row in shown if row.measure in PRINCIPLES and not row.factor}
    near = [unit for unit, n in sorted(people.items()) if tree[unit].parent is not None and NEAR[0] <= n <= NEAR[1]]
    hidden = [unit for unit, n in sorted(asked.items()) if n >= LEAST and people.get(unit, 0) < ENOUGH]
    divisions = [unit for unit in sorted(people) if len(path_upwards(tree, unit)) == 2]
    below = [unit for unit in hidden if tree[unit].parent is not None]
    chosen = [*_one_of(near, rng), *_one_of(below, rng), *(_one_of(divisions, rng) if rng.random() < 0.5 else [])]
    return frozenset(chosen)


def is_below(tree: Mapping[int, Node], unit: int, units: Collection[int]) -> bool:
    """Whether a unit is one of them, or lies below one."""
    return any(one in units for one in path_upwards(tree, unit))


def _one_of(units: list[int], rng: np.random.Generator) -> list[int]:
    return [int(rng.choice(units))] if units else []
