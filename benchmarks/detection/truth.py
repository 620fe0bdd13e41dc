"""The parameters a world was made with, as covariances over its waves: what an oracle would know."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from analysis.panel import Floats
from analysis.simulate import World
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Noise:
    """Variances of one person's scores, in squared SD; `memory` is the AR coefficient of the wandering, per wave."""

    person: float
    wander: float
    memory: float
    residual: float

    def lasting(self, n_waves: int) -> Floats:
        """Covariance of what a person carries from wave to wave, shape (n_waves, n_waves)."""
        return self.person + self.wander * autocorrelation(self.memory, n_waves)


def noise_of(world: World) -> Noise:
    """Noise of scores; rounding to five points and the ends of the scale count as noise of each item."""
    mood = world.residual * world.scale_correlation
    item = 3 * world.residual * (1 - world.scale_correlation)
    # Of rotating items a person answers one in a wave.
    n_items = world.items_per_scale + (world.questions.rotating > 0)
    residual = mood + (item + rounding(world, item)) / n_items
    return Noise(world.person, world.wander, world.wander_ar**world.months_per_wave, residual)


def rounding(world: World, item: float) -> float:
    """Variance that rounding adds to one answer, in squared SD of the unrounded score.

    A rounded answer is its best straight line in the unrounded one plus a rest; the rest counts as independent noise,
    and all is divided by the line's slope, which is small where most answers are at the end of the scale.
    """
    if not world.likert:
        return 0.0
    shares = (world.team, world.levels.team, world.levels.division, world.person, world.wander, world.wobble)
    above = world.division_shock + world.company_shock + world.residual * world.scale_correlation
    spread = world.sd_points * math.sqrt(sum(shares) + above + item)
    distance = (np.array([12.5, 37.5, 62.5, 87.5]) - world.mean) / spread
    beyond = ndtr(-distance)
    slope = 25 * float(np.exp(-0.5 * distance**2).sum()) / math.sqrt(2 * math.pi) / spread
    mean = 25 * float(beyond.sum())
    square = 625 * float((np.array([1, 3, 5, 7]) * beyond).sum())
    rest = square - mean**2 - (slope * spread) ** 2
    return rest / (slope * world.sd_points) ** 2


def shocks_of(world: World, tree: Tree, n_waves: int) -> list[Floats]:
    """Covariance of what is a unit's own in a wave, shape (n_waves, n_waves) for each unit."""
    leaf = ~np.isin(np.arange(tree.n_units), tree.parent)
    months = world.months_per_wave

    def covariance(shock: float, monthly: float, wandering: float) -> Floats:
        slow = wandering * autocorrelation(world.levels.ar**months, n_waves)
        return shock * autocorrelation(monthly**months, n_waves) + slow

    root = covariance(world.company_shock, world.shock_ar, 0.0)
    inner = covariance(world.division_shock, world.shock_ar, world.levels.division)
    team = covariance(world.wobble, world.wobble_ar, world.levels.team)
    return [root if unit == tree.root else team if leaf[unit] else inner for unit in range(tree.n_units)]


def autocorrelation(memory: float, n_waves: int) -> Floats:
    """Of an AR(1), shape (n_waves, n_waves)."""
    gap = np.abs(np.subtract.outer(np.arange(n_waves), np.arange(n_waves)))
    return np.asarray(memory**gap, dtype=np.float64)
