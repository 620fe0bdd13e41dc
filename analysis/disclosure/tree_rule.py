"""Which units are shown, so that what is left of each is nobody or at least k people."""

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.panel import Ints
from analysis.tree import Tree


def shown_units(people: Ints, tree: Tree, *, k: int, before: Mask | None = None) -> Mask:
    """Choose units from the company downwards; a unit left out is part of the nearest shown one above it.

    Parameters
    ----------
    people : ndarray of int, shape (n_units, n_scales)
        People who answered in each unit and all below it, on each scale that may be shown.
    tree : Tree
        The units.
    k : int
        Fewest people of a group.
    before : ndarray of bool, shape (n_units,), optional
        Units shown last time: they come first among sisters, so that the same are shown every wave.

    Returns
    -------
    ndarray of bool, shape (n_units,)
        Units shown, on all scales alike.

    Notes
    -----
    What is left of a shown unit is what a reader finds by subtracting from it the shown units below. A unit is shown
    if both its people and what is then left above are at least k, or what is left above is nobody. Sisters are
    taken by size, so that among them the smallest are left out.
    """
    shown = np.zeros(tree.n_units, np.bool_)
    if people.shape[1] == 0 or (people[tree.root] < k).any():
        return shown
    left = people.copy()
    nearest = np.full(tree.n_units, tree.root)
    shown[tree.root] = True
    for unit in _in_turn(people, tree, before)[1:]:
        above = nearest[tree.parent[unit]]
        rest = left[above] - people[unit]
        if (people[unit] >= k).all() and ((rest == 0) | (rest >= k)).all():
            shown[unit] = True
            left[above] = rest
            nearest[unit] = unit
        else:
            nearest[unit] = above
    return shown


def nearest_shown(shown: Mask, tree: Tree) -> Ints:
    """For each unit the shown one that its people count towards: itself or the nearest above. Shape (n_units,)."""
    nearest = np.arange(tree.n_units)
    for depth in range(1, int(tree.depth.max()) + 1):
        hidden = np.flatnonzero((tree.depth == depth) & ~shown)
        nearest[hidden] = nearest[tree.parent[hidden]]
    return nearest.astype(np.int64)


def _in_turn(people: Ints, tree: Tree, before: Mask | None) -> Ints:
    """All units, parents first; among those equally deep: shown before, then larger, then by number."""
    was = np.zeros(tree.n_units, np.bool_) if before is None else before
    return np.lexsort((np.arange(tree.n_units), -people.min(axis=1), ~was, tree.depth))
