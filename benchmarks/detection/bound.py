"""The first wave in which a fall could be told from its absence at the engine's threshold: m*, by an oracle."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.panel import Floats, Ints, Scores
from analysis.simulate import World
from analysis.simulate.zoo import FALLS, ZooWorld, make
from analysis.tree import Tree
from benchmarks.detection.information import Knowledge
from benchmarks.detection.truth import noise_of, shocks_of
from benchmarks.detection.whitened import Lines, linked_lines, mean_lines

LATEST = 36
"""Waves after the onset that are looked at."""

FALSE_ALARMS_PER_YEAR = 0.1
NATS_MORE = 2.0


@dataclass(frozen=True, slots=True)
class Bound:
    """Waves from the onset, that one included, until the evidence may be expected; None if later than `LATEST`."""

    first: int | None
    with_more: int | None


def bounds(zoo_world: ZooWorld, rngs: Sequence[np.random.Generator], *, history: int) -> dict[str, Bound]:
    """Of every fall of the zoo after so many waves, by name; information is averaged over the rosters drawn."""
    world = replace(zoo_world.world, n_waves=history + LATEST)
    tree = world.tree()
    falls = {name: scenario(world, history)[0].unit for name, scenario in FALLS.items()}
    paths = {name: path_of(world, name, history) for name in falls}
    total = {name: np.zeros(LATEST) for name in falls}
    for rng in rngs:
        lines = lines_of(zoo_world, world, rng)
        for m in range(1, LATEST + 1):
            known = _known(world, tree, lines, history + m)
            about = {unit: known.about_fall(unit) for unit in set(falls.values())}
            for name, unit in falls.items():
                path = paths[name][: history + m]
                total[name][m - 1] += path @ about[unit] @ path / len(rngs)
    return {name: bound(total[name] / 2, needed(tree, unit, world)) for name, unit in falls.items()}


def bound(evidence: Floats, least: float) -> Bound:
    """First wave in which the expected evidence, in nats, is enough."""

    def first(enough: float) -> int | None:
        waves = np.flatnonzero(evidence >= enough)
        return int(waves[0]) + 1 if waves.size else None

    return Bound(first(least), first(least + NATS_MORE))


def needed(tree: Tree, unit: int, world: World) -> float:
    """Nats at which the unit's evidence alone raises the alarm: log(A/π)."""
    waves = world.waves_per_year / FALSE_ALARMS_PER_YEAR
    at_level = int((tree.depth == tree.depth[unit]).sum())
    return math.log(waves * (int(tree.depth.max()) + 1) * at_level * world.n_scales)


def path_of(world: World, name: str, onset: int) -> Floats:
    """How far the unit has fallen since just before the onset, in SD, shape (n_waves,)."""
    total = np.zeros(world.n_waves)
    for fall in FALLS[name](world, onset):
        total += fall.size * fall.path(world)
    return np.asarray(np.where(np.arange(world.n_waves) >= onset, total - total[onset - 1], 0.0))


def lines_of(zoo_world: ZooWorld, world: World, rng: np.random.Generator) -> Mapping[int, Lines]:
    """What the people of each leaf say, by leaf; epochs are looked through, unlinked people are not."""
    whole = replace(zoo_world, world=replace(world, epoch_waves=None, linked=True), form="scores")
    data = make(whole, rng, n_waves=world.n_waves).data
    assert isinstance(data, Scores)  # noqa: S101 -- the form asked for
    rows = np.flatnonzero(data.scale == 0)
    wave, person, seat = data.wave[rows], data.person[rows], data.unit[rows]
    linked = zoo_world.form in {"scores", "answers"}
    noise = noise_of(world)

    def lines(at: Ints) -> Lines:
        return (linked_lines if linked else mean_lines)(wave[at], person[at], noise, world.n_waves)

    return {int(unit): lines(np.flatnonzero(seat == unit)) for unit in np.unique(seat)}


def _known(world: World, tree: Tree, lines: Mapping[int, Lines], n_waves: int) -> Knowledge:
    nothing = np.zeros((n_waves, n_waves))
    people = [lines[unit].precision(n_waves) if unit in lines else nothing for unit in range(tree.n_units)]
    return Knowledge.gather(tree, people, shocks_of(world, tree, n_waves))
