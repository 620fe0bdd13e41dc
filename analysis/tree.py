"""The tree of units: who is part of whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tree:
    """Every unit that ever existed, as one tree.

    Parameters
    ----------
    parent : array_like of int, shape (n_units,)
        Number of each unit's parent; −1 at the one root.

    Attributes
    ----------
    parent : ndarray of int, shape (n_units,)
        As given.
    depth : ndarray of int, shape (n_units,)
        0 at the root, 1 at divisions, and so on.
    downward : ndarray of int, shape (n_units,)
        All units, every parent before its children, otherwise by number.

    Raises
    ------
    ValueError
        If there is no unit, no root, more than one root, a parent that does not exist, or a cycle.
    """

    parent: Ints
    depth: Ints = field(init=False)
    downward: Ints = field(init=False)

    def __init__(self, parent: ArrayLike) -> None:
        numbers = np.asarray(parent)
        if numbers.ndim != 1 or numbers.size == 0:
            raise ValueError(f"parent must be a list of at least one unit; got shape {numbers.shape}")
        if not np.issubdtype(numbers.dtype, np.integer):
            raise ValueError(f"parent must hold whole numbers; got {numbers.dtype}")
        numbers = numbers.astype(np.int64)
        _check_parents(numbers)
        object.__setattr__(self, "parent", numbers)
        object.__setattr__(self, "depth", _depths(numbers))
        object.__setattr__(self, "downward", np.argsort(self.depth, kind="stable").astype(np.int64))

    @property
    def n_units(self) -> int:
        return int(self.parent.size)

    @property
    def root(self) -> int:
        return int(self.downward[0])

    def upward(self) -> Iterator[int]:
        """All units, every child before its parent."""
        return (int(unit) for unit in self.downward[::-1])

    def path(self, unit: int) -> tuple[int, ...]:
        """The unit and its ancestors, from the root down."""
        above = [unit]
        while self.parent[above[-1]] >= 0:
            above.append(int(self.parent[above[-1]]))
        return tuple(reversed(above))

    def within(self, unit: int) -> NDArray[np.bool_]:
        """Which units are the unit or below it, shape (n_units,)."""
        inside = np.zeros(self.n_units, dtype=np.bool_)
        inside[unit] = True
        for depth in range(int(self.depth[unit]) + 1, int(self.depth.max()) + 1):
            level = np.flatnonzero(self.depth == depth)
            inside[level] = inside[self.parent[level]]
        return inside


def _check_parents(parent: Ints) -> None:
    roots = np.flatnonzero(parent == -1)
    if roots.size == 0:
        raise ValueError("the tree has no root: one unit must have parent -1")
    if roots.size > 1:
        raise ValueError(f"the tree has {roots.size} roots, units {roots.tolist()[:5]}; one is wanted")
    wrong = np.flatnonzero((parent < -1) | (parent >= parent.size))
    if wrong.size:
        unit = int(wrong[0])
        raise ValueError(f"unit {unit} has parent {parent[unit]}, which is no unit of 0 to {parent.size - 1}")


def _depths(parent: Ints) -> Ints:
    """Depth of every unit; units that are their own ancestors never reach the root."""
    depth = np.where(parent == -1, 0, -1).astype(np.int64)
    waiting = np.flatnonzero(depth < 0)
    while waiting.size:
        above = depth[parent[waiting]]
        if (above < 0).all():
            raise ValueError(f"unit {int(waiting[0])} is its own ancestor, or below one that is: the tree has a cycle")
        depth[waiting] = np.where(above < 0, -1, above + 1)
        waiting = waiting[above < 0]
    return depth
