"""An attacker with a copy of the stores and the full history of who was where: whose is this row?

They know the rules of the service as well as we do. What they do not have is the vault, unless it is handed to them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from survey.db import Stores
from survey.queries import answers, people, waves
from survey.queries.answers import Stored
from survey.queries.people import Node, path_upwards
from survey.queries.waves import Place, WaveFacts
from survey.services.linking import derive

RESPONSE = 0.7
"""What the attacker believes of how often somebody answers."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What was stolen: the rows of an epoch as they lie on the disk, and who stood on the roster of each wave."""

    rows: list[Stored]
    rosters: dict[int, dict[int, Place]]
    tree: dict[int, Node]

    @property
    def waves_of(self) -> dict[int, set[int]]:
        """Waves on whose roster each person stood."""
        stood: dict[int, set[int]] = defaultdict(set)
        for wave, roster in self.rosters.items():
            for person in roster:
                stood[person].add(wave)
        return stood


@dataclass(frozen=True, slots=True)
class Guesses:
    """Guessed right, out of so many rows; `chance` is the mean probability of a blind guess among the candidates."""

    right: int
    rows: int
    chance: float


def steal(stores: Stores, epoch_waves: Iterable[WaveFacts]) -> Copy:
    numbers = [wave.id for wave in epoch_waves]
    with stores.company.read() as session:
        rosters = {wave: {one.person: one for one in waves.roster(session, wave)} for wave in numbers}
        tree = people.whole_tree(session)
    with stores.answers.read() as session:
        rows = answers.rows_as_they_lie(session, numbers)
    return Copy(rows, rosters, tree)


def guess_by_history(copy: Copy, truth: dict[tuple[int, bytes], int], rng: np.random.Generator) -> Guesses:
    """Chains of rows under one pseudonym against the waves in which each person could have answered.

    `truth` says whose each row is, by wave and its answers' id: it judges the guesses and makes none.
    """
    chains: dict[bytes, list[Stored]] = defaultdict(list)
    for row in copy.rows:
        chains[row.pseudonym].append(row)
    linked = len(chains) < len(copy.rows)
    right, chance = 0, []
    for rows in chains.values():
        chance += [1 / len(candidates_of(copy, row)) for row in rows]
        possible = [_marked(copy, row, candidates_of(copy, row)) for row in rows]
        candidates = sorted(set.intersection(*possible))
        weights = [_likelihood(copy, rows, person) if linked else 1.0 for person in candidates]
        best = [person for person, weight in zip(candidates, weights, strict=True) if weight == max(weights)]
        guess = int(rng.choice(best))
        right += sum(truth[row.wave, row.id] == guess for row in rows)
    return Guesses(right, len(copy.rows), float(np.mean(chance)))


def guess_by_order(copy: Copy, arrived: dict[int, list[int]], truth: dict[tuple[int, bytes], int]) -> Guesses:
    """The order on the disk against the order in which people answered, which somebody may have seen."""
    right, chance = 0, []
    for wave, order in arrived.items():
        rows = [row for row in copy.rows if row.wave == wave]
        right += sum(truth[wave, row.id] == person for row, person in zip(rows, order, strict=True))
        chance += [1 / len(rows)] * len(rows)
    return Guesses(right, len(chance), float(np.mean(chance)))


def guess_with_key(copy: Copy, key: bytes, truth: dict[tuple[int, bytes], int]) -> Guesses:
    """With the vault in hand every row is named."""
    ids = {
        derive.response_id(key, wave=wave, person=person): person
        for wave, roster in copy.rosters.items()
        for person in roster
    }
    right = sum(ids.get(row.id) == truth[row.wave, row.id] for row in copy.rows)
    return Guesses(right, len(copy.rows), 0.0)


def candidates_of(copy: Copy, row: Stored) -> set[int]:
    """People whose answer can lie where this row lies.

    A unit that still has rows has kept its own. An answer of another lies somewhere above: not always at the first unit
    that has any, since a group also goes up to help one that is too small there.
    """
    shown = {other.unit for other in copy.rows if other.wave == row.wave}
    return {
        person
        for person, place in copy.rosters[row.wave].items()
        if place.answer_unit == row.unit
        or (place.answer_unit not in shown and row.unit in path_upwards(copy.tree, place.answer_unit))
    }


def _marked(copy: Copy, row: Stored, candidates: set[int]) -> set[int]:
    """Those who share the row's tenure and level, while it still has them."""
    places = copy.rosters[row.wave]
    return {
        person
        for person in candidates
        if row.level in (None, places[person].level) and row.tenure in (None, places[person].tenure)
    }


def _likelihood(copy: Copy, rows: list[Stored], person: int) -> float:
    answered = {row.wave for row in rows}
    stood = copy.waves_of[person]
    return RESPONSE ** len(answered) * (1 - RESPONSE) ** len(stood - answered)
