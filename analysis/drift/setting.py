"""What stays the same through a stretch of waves, and how the tree shares its shocks."""

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.covariance import Calendar
from analysis.drift.shapes import Shapes
from analysis.panel import Floats
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Setting:
    """What one stretch has in common: tree, calendar, shapes, smallest change, whether rows of parents are totals."""

    tree: Tree
    calendar: Calendar
    shapes: Shapes
    smallest: float
    totals: bool
    inner: Floats
    """How often the shocks of levels between units and company enter each node, shape (n_units,)."""
    inflation: Floats
    """What the self-check found variances to be larger by, at least 1, shape (n_units,)."""

    def until(self, wave: int) -> "Setting":
        short = Calendar(self.calendar.months[:wave], self.calendar.block[:wave])
        return dataclasses.replace(self, calendar=short, shapes=self.shapes.until(wave))


def inner_levels(tree: Tree, published: NDArray[np.bool_]) -> Floats:
    """How often a level's shock enters each node: its own, those of inner units above, averaged ones of those below.

    Units with `published` rows of their own count as leaves: their shocks are those of a unit.
    """
    has_children = np.zeros(tree.n_units, dtype=np.bool_)
    has_children[tree.parent[tree.parent >= 0]] = True
    has_children &= ~published
    leaves, below, squares = (~has_children).astype(np.float64), np.zeros(tree.n_units), np.zeros(tree.n_units)
    for unit in tree.upward():
        if published[unit]:
            leaves[unit], squares[unit] = 1.0, 0.0
        below[unit] = squares[unit] / leaves[unit] ** 2
        above = int(tree.parent[unit])
        if above >= 0:
            leaves[above] += leaves[unit]
            squares[above] += leaves[unit] ** 2 * (below[unit] + float(has_children[unit]))
    own = has_children.astype(np.float64)
    own[tree.root] = 0.0
    for unit in tree.downward.tolist():
        if tree.parent[unit] >= 0:
            own[unit] += own[tree.parent[unit]]
    return own + below
