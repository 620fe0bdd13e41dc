"""A judge who knows the rules: what do the numbers, and which of them are missing, leave possible?

Of a tiny company every way to answer is tried. Those that end in the same pages are what a reader must reckon with.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from analysis.disclosure.build import Decision, decide
from analysis.disclosure.counts import Counts
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.numbers import scale_numbers
from analysis.disclosure.sheet import Counted
from analysis.tree import Tree

TOP = 2
"""Steps of an answer from one end to the other: with k = 4 no more than k - 2, so that all of them count."""
K = 4
Said = tuple[int, ...]
Pages = tuple[tuple[int, ...], ...]
Seen = Mapping[Said, Pages]
"""What is seen for each way to answer."""
Rule = Callable[[Counts, Steps], Decision]


@dataclass(frozen=True, slots=True)
class Tiny:
    """Groups of people who differ in nothing; each person answers once.

    Attributes
    ----------
    parent : tuple of int
        Of each unit; the company is unit 0.
    groups : tuple of (int, tuple of int, int)
        Unit, bands and number of people.
    n_bands : tuple of int
        Number of bands in each factor.
    """

    parent: tuple[int, ...]
    groups: tuple[tuple[int, tuple[int, ...], int], ...]
    n_bands: tuple[int, ...]

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(people for _, _, people in self.groups)

    def counts(self) -> Counts:
        unit, band, people = zip(*self.groups, strict=True)
        counted = np.array(people, np.int64).reshape(-1, 1)
        return Counts(Tree(self.parent), np.array(unit), np.array(band), counted, self.n_bands)


def everything(counts: Counts, steps: Steps) -> Decision:
    """Decide with every band on the menu."""
    return decide(counts, steps, tuple(np.ones((n, counts.n_places), np.bool_) for n in counts.n_bands), k=K)


def pages(counts: Counts, said: Said, rule: Rule = everything) -> Pages:
    """All that a reader sees if the people of each group chose so many steps together; bounds too."""
    low = np.array(said, np.int64).reshape(-1, 1)
    steps = Steps(low, TOP * counts.people - low)
    decision = rule(counts, steps)
    counted = Counted(counts, counts.people, low, steps)
    return tuple(scale_numbers(counted, decision.by_counts, decision.shown[0], 0, k=K))


@cache
def all_pages(tiny: Tiny, rule: Rule) -> dict[Said, Pages]:
    """What is seen for each way to answer."""
    counts = tiny.counts()
    ways = product(*(range(TOP * people + 1) for people in tiny.people))
    return {said: pages(counts, said, rule) for said in ways}


def told(tiny: Tiny, rule: Rule = everything) -> list[tuple[Said, int]]:
    """Ways to answer, and the group whose answers the pages then give away: all of it at one end, or one person's."""
    return told_by(all_pages(tiny, rule), tiny.people)


def told_to_one(tiny: Tiny, rule: Rule = everything) -> list[tuple[Said, int]]:
    """The same to a reader who gave one of the answers; a way counts once for each group told of."""
    return told_to_one_by(all_pages(tiny, rule), tiny.people)


def told_by(everywhere: Seen, people: Sequence[int]) -> list[tuple[Said, int]]:
    """The same of groups of so many people, by all that is seen."""
    alike: dict[Pages, list[Said]] = defaultdict(list)
    for said, seen in everywhere.items():
        alike[seen].append(said)
    return [(said, group) for ways in alike.values() for group in _known(ways, people) for said in ways]


def told_to_one_by(everywhere: Seen, people: Sequence[int]) -> list[tuple[Said, int]]:
    """The same to a reader who gave one of the answers."""
    alike: dict[tuple[Pages, int, int], list[Said]] = defaultdict(list)
    for said, seen in everywhere.items():
        for group, own in product(range(len(said)), range(TOP + 1)):
            if own <= said[group] <= own + TOP * (people[group] - 1):
                others = tuple(sum_ - own * (at == group) for at, sum_ in enumerate(said))
                alike[seen, group, own].append(others)
    found = []
    for (_, mine, _), ways in alike.items():
        left = tuple(n - (at == mine) for at, n in enumerate(people))
        found += [(said, group) for group in _known(ways, left) for said in ways]
    return found


def _known(ways: Sequence[Said], people: Sequence[int]) -> list[int]:
    """Groups whose answers are the same in all ways."""
    sums = np.array(ways)
    low, high = sums.min(axis=0), sums.max(axis=0)
    most = TOP * np.array(people)
    is_known = (most > 0) & (low == high) & ((low == 0) | (high == most) | (most == TOP))
    return [int(group) for group in np.flatnonzero(is_known)]
