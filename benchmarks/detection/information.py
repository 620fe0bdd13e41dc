"""What all answers of a company say about a fall: exact Gaussian information, every parameter known but the levels.

It shares no code with the engine: precisions go up the tree, what the rest of the company tells goes down.
"""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known after some waves.

    Attributes
    ----------
    tree : Tree
        The units; people sit in leaves.
    people : list of ndarray, shape (n_waves, n_waves) for each unit
        Precision of the path of a leaf's people; zeros for inner units.
    shocks : list of ndarray, the same
        Covariance of what is a unit's own.
    told : list of ndarray, the same
        Precision that a unit hands to its parent, about the parent's path.
    """

    tree: Tree
    people: list[Floats]
    shocks: list[Floats]
    told: list[Floats]

    @classmethod
    def gather(cls, tree: Tree, people: list[Floats], shocks: list[Floats]) -> "Knowledge":
        know = cls(tree, people, shocks, [np.zeros_like(each) for each in people])
        for unit in tree.upward():
            inside = through(know.inside(unit), shocks[unit])
            know.told[unit] = without_level(inside) if know.is_leaf(unit) else inside
        return know

    def is_leaf(self, unit: int) -> bool:
        return not (self.tree.parent == unit).any()

    def inside(self, unit: int) -> Floats:
        """Precision of the unit's path from all within it."""
        if self.is_leaf(unit):
            return self.people[unit]
        children = np.flatnonzero(self.tree.parent == unit)
        return np.asarray(sum(self.told[child] for child in children))

    def outside(self, unit: int) -> Floats:
        """Covariance of the unit's path when nothing falls, given the whole rest of the company."""
        above = int(self.tree.parent[unit])
        if above < 0:
            return self.shocks[unit]
        rest = self.inside(above) - self.told[unit]
        prior = self.outside(above)
        return np.asarray(np.linalg.solve(np.eye(len(prior)) + prior @ rest, prior) + self.shocks[unit])

    def about_fall(self, unit: int) -> Floats:
        """Precision of a movement of the unit that nobody else shares; a fall r has information r' P r."""
        precision = through(self.inside(unit), self.outside(unit))
        return without_level(precision) if self.is_leaf(unit) else precision


def through(precision: Floats, covariance: Floats) -> Floats:
    """Precision of a path of which only the sum with independent noise is seen."""
    return np.asarray(np.linalg.solve(np.eye(len(precision)) + precision @ covariance, precision))


def without_level(precision: Floats) -> Floats:
    """The same where the path's mean level is unknown; nothing is known where nobody answered."""
    total = precision.sum()
    if not total > 0:
        return np.zeros_like(precision)
    side = precision.sum(axis=1)
    return np.asarray(precision - np.outer(side, side) / total)
