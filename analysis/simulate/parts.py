"""The parts a score is made of, except for the noise of its items: all in SD, all over waves, seats and scales."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats
from analysis.simulate.fall import Fall
from analysis.simulate.roster import Roster, tenure
from analysis.simulate.world import World
from analysis.tree import Tree


def true_scores(world: World, tree: Tree, roster: Roster, falls: Sequence[Fall], rng: np.random.Generator) -> Floats:
    """What each person would say without noise, in SD from the mean, shape (n_waves, n_seats, n_scales)."""
    level = math.sqrt(world.team) * draw(world, (tree.n_units,), rng)[roster.unit]
    person = math.sqrt(world.person) * draw(world, (roster.n_persons,), rng)[roster.person]
    shared = shared_shocks(world, tree, rng) + season(world)[:, None, None] - fallen(world, tree, falls)
    wandered = wandering(world, roster, rng)
    if world.levels.team or world.levels.division:
        shared += wandering_levels(world, tree, rng.spawn(1)[0])
    if world.people.joiners_high:
        wandered += cooling(world, roster, rng.spawn(1)[0])[:, :, None]
    return level + person + wandered + shared[np.arange(world.n_waves)[:, None], roster.unit]


def draw(world: World, shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    """Normal numbers of variance 1, correlated between scales, shape (*shape, n_scales)."""
    common = rng.standard_normal((*shape, 1))
    own = rng.standard_normal((*shape, world.n_scales))
    return math.sqrt(world.scale_correlation) * common + math.sqrt(1 - world.scale_correlation) * own


def wandering(world: World, roster: Roster, rng: np.random.Generator) -> Floats:
    """A person's stationary AR(1), which starts anew with every joiner."""
    ar = world.wander_ar**world.months_per_wave
    path = draw(world, roster.person.shape, rng)
    for wave in range(1, world.n_waves):
        stays = ~roster.fresh[wave]
        path[wave, stays] = ar * path[wave - 1, stays] + np.sqrt(1 - ar**2) * path[wave, stays]
    return math.sqrt(world.wander) * path


def shared_shocks(world: World, tree: Tree, rng: np.random.Generator) -> Floats:
    """What a unit's people share in a wave, from it and from above, shape (n_waves, n_units, n_scales)."""
    leaf, root = _leaves(tree), np.arange(tree.n_units) == tree.root
    variance = np.select([root, leaf], [world.company_shock, world.wobble], world.division_shock)
    monthly = np.where(leaf & ~root, world.wobble_ar, world.shock_ar)
    return _sum_from_above(tree, _paths(world, monthly, rng) * np.sqrt(variance)[:, None])


def wandering_levels(world: World, tree: Tree, rng: np.random.Generator) -> Floats:
    """How far the units' levels have wandered, with those above, shape (n_waves, n_units, n_scales)."""
    root = np.arange(tree.n_units) == tree.root
    variance = np.select([root, _leaves(tree)], [0.0, world.levels.team], world.levels.division)
    monthly = np.full(tree.n_units, world.levels.ar)
    return _sum_from_above(tree, _paths(world, monthly, rng) * np.sqrt(variance)[:, None])


def cooling(world: World, roster: Roster, rng: np.random.Generator) -> Floats:
    """How much higher each person answers for having joined lately, shape (n_waves, n_seats)."""
    ways = world.people
    high: Floats = ways.joiners_high * 0.5 ** (tenure(world, roster, rng) / ways.cooling_months)
    return high


def moods(world: World, n_rows: int, rng: np.random.Generator) -> Floats:
    """The part of the residual that all items of one person in one wave share, shape (n_rows, 1)."""
    return math.sqrt(world.residual * world.scale_correlation) * rng.standard_normal((n_rows, 1))


def item_variance(world: World) -> float:
    """Variance of one item's own noise, such that moods and the mean of three items make up the residual."""
    return 3 * world.residual * (1 - world.scale_correlation)


def season(world: World) -> Floats:
    """A sine with the period of a year, shape (n_waves,)."""
    wave: Floats = np.sin(2 * np.pi * world.times())
    return world.season * wave


def fallen(world: World, tree: Tree, falls: Sequence[Fall]) -> Floats:
    """How far each unit has fallen, shape (n_waves, n_units, n_scales)."""
    total = np.zeros((world.n_waves, tree.n_units, world.n_scales))
    for fall in falls:
        if not 0 <= fall.unit < tree.n_units or not all(0 <= scale < world.n_scales for scale in fall.scales):
            raise ValueError(f"{fall} is outside of {tree.n_units} units and {world.n_scales} scales")
        within = np.isin(np.arange(world.n_scales), fall.scales)
        total += fall.size * fall.path(world)[:, None, None] * tree.within(fall.unit)[:, None] * within
    return total


def _paths(world: World, monthly: Floats, rng: np.random.Generator) -> Floats:
    """A stationary AR(1) of variance 1 for each unit's monthly coefficient, shape (n_waves, n_units, n_scales)."""
    ar = (monthly**world.months_per_wave)[:, None]
    paths = draw(world, (world.n_waves, monthly.size), rng)
    for wave in range(1, world.n_waves):
        paths[wave] = ar * paths[wave - 1] + np.sqrt(1 - ar**2) * paths[wave]
    return paths


def _leaves(tree: Tree) -> NDArray[np.bool_]:
    return ~np.isin(np.arange(tree.n_units), tree.parent)


def _sum_from_above(tree: Tree, own: Floats) -> Floats:
    total = own.copy()
    for unit in tree.downward[1:]:
        total[:, unit] += total[:, tree.parent[unit]]
    return total
