"""The pieces of work: a block of companies of one world, quiet or with one fall; and the bound of a world's falls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from analysis.simulate.zoo import FALLS, WORLDS
from benchmarks.detection.bound import bounds
from benchmarks.detection.fallen import fallen_company
from benchmarks.detection.quiet import YEARS, quiet_company
from benchmarks.detection.worlds import RANDOM_WORLDS, rng_of, world_of

BLOCK = 10
"""Companies of a block: what is lost at most when a run is broken off."""

ROSTERS = 3
"""Companies over whose rosters the bound is averaged."""

HISTORY = 24
RIVALS_IN = "base"
LOST_RISE = "company rise 0.3 lost after two years"
CORE = ("company 0.2 step", "division 0.4 step", "team 0.8 step")
SLOW = ("division 0.4 over 6 months", "team 0.8 over 6 months")
MORE = ("company 0.1 step", "company 0.1 over 6 months", "division 0.2 step")
LARGE = ("company 0.05 step", "company 0.1 step", "company 0.1 over 6 months", "division 0.2 step", *CORE[1:], *SLOW)
SMALL = ("company 0.1 step", "company 0.2 step", "company 0.4 step", "team 0.8 step", "team 0.8 over 6 months")


@dataclass(frozen=True, slots=True)
class Task:
    """One block; `fall` is "" where nothing falls, and in a bound, which is of all falls of the zoo.

    Attributes
    ----------
    measure : "quiet", "fallen" or "bound"
        What is done.
    world, fall : str
        Where, and what befalls it.
    history : int
        Waves before the onset, or all years of a quiet company.
    first, end : int
        Numbers of its companies.
    """

    measure: str
    world: str
    fall: str
    history: int
    first: int
    end: int

    def work(self) -> list[dict[str, Any]]:
        """What became of each company; of a bound, of each fall."""
        zoo_world = world_of(self.world)
        companies, with_rivals = range(self.first, self.end), self.world == RIVALS_IN
        if self.measure == "quiet":
            return [
                quiet_company(zoo_world, company, years=self.history, with_rivals=with_rivals) for company in companies
            ]
        if self.measure == "bound":
            found = bounds(zoo_world, [rng_of(company) for company in companies], history=self.history)
            return [{"fall": fall, "first": one.first, "with_more": one.with_more} for fall, one in found.items()]
        rivals = with_rivals and self.history >= HISTORY
        return [
            fallen_company(zoo_world, company, fall=self.fall, history=self.history, with_rivals=rivals)
            for company in companies
        ]


def plan(worlds: Iterable[str], companies: int) -> list[Task]:
    """All there is to do, the first block of everything before the second of anything."""
    chosen = list(worlds)
    scenarios = [(world, fall, history) for world in chosen for fall, history in scenarios_of(world)]
    before = sorted({(world, history) for world, _, history in scenarios})
    tasks = [Task("bound", world, "", history, 0, ROSTERS) for world, history in before]
    for first, end in _blocks(companies):
        tasks += [Task("quiet", world, "", YEARS, first, end) for world in chosen]
        tasks += [Task("fallen", world, fall, history, first, end) for world, fall, history in scenarios]
    return tasks


def quick() -> list[Task]:
    """A look at the base world in two minutes."""
    falls = ("company 0.1 step", *CORE, "team 0.8 over 6 months")
    tasks = [Task("bound", "base", "", HISTORY, 0, ROSTERS)]
    tasks += [Task("fallen", "base", fall, HISTORY, 0, BLOCK) for fall in falls]
    return [*tasks, *(Task("quiet", "base", "", YEARS, first, end) for first, end in ((0, BLOCK), (BLOCK, 2 * BLOCK)))]


def scenarios_of(world: str) -> Iterator[tuple[str, int]]:
    """Falls that are measured in a world, each with the waves before it."""
    if world == "base":
        yield from ((fall, HISTORY) for fall in FALLS if fall != LOST_RISE)
        yield LOST_RISE, 2 * HISTORY
        yield from product((*MORE[:1], *CORE, *SLOW), (12, 6))
    elif world == "epochs of a year":
        # A fall as an epoch begins, and in the middle of one.
        yield from product((*MORE, *CORE, *SLOW), (HISTORY, HISTORY + 6))
    elif world in {"unlinked", "summaries", "quarterly", "persons wander", "season .1"}:
        yield from product((*MORE, *CORE, *SLOW), (HISTORY,))
    elif world in {"3600 people", "50 people"}:
        yield from product(LARGE if world == "3600 people" else SMALL, (HISTORY,))
    elif world not in RANDOM_WORLDS:
        yield from product(CORE, (HISTORY,))


def every_world() -> tuple[str, ...]:
    return (*WORLDS, *RANDOM_WORLDS)


def _blocks(companies: int) -> Iterator[tuple[int, int]]:
    for first in range(0, companies, BLOCK):
        yield first, min(first + BLOCK, companies)
