"""Rows for every unit and all its ancestors, and what rolls up from children to parents."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats, Ints
from analysis.tree import Tree

_COARSE = 2.0**18
_FINE = 2.0**44


@dataclass(frozen=True, slots=True)
class Subtrees:
    """A row per wave, unit and scale, sorted in that order: units with values, and every ancestor of theirs.

    Attributes
    ----------
    wave, unit, scale : ndarray of int, shape (n_rows,)
        What the row is about.
    up : ndarray of int, shape (n_rows,)
        Row of the parent in the same wave and scale; −1 at the root.
    levels : tuple of ndarray of int
        Rows of each depth, the deepest first, so that every child comes before its parent.
    """

    wave: Ints
    unit: Ints
    scale: Ints
    up: Ints
    levels: tuple[Ints, ...]

    @property
    def n_rows(self) -> int:
        return int(self.wave.size)


@dataclass(frozen=True, slots=True)
class Cells:
    """What is known where people answered: a row per row of `Subtrees`, empty ones included.

    Attributes
    ----------
    filled : ndarray of bool, shape (n_rows,)
        Whether there are values at the unit itself.
    n : ndarray of int, shape (n_rows,)
        Respondents at the unit itself; 0 where there is none, or the number is unknown.
    mean, square : ndarray of float, shape (n_rows,)
        Mean, and sum of squared deviations from it (nan where unknown); 0 where there are no values.
    """

    filled: NDArray[np.bool_]
    n: Ints
    mean: Floats
    square: Floats


@dataclass(frozen=True, slots=True)
class Totals:
    """Cells put together for each unit's subtree; a row per row of `Subtrees`.

    Attributes
    ----------
    n, cells : ndarray of int, shape (n_rows,)
        Respondents (0 where unknown), and the cells they come from.
    mean : ndarray of float, shape (n_rows,)
        Mean of the respondents; where their number is unknown, the plain average of the children.
    within, between : ndarray of float, shape (n_rows,)
        Sum of squared deviations of people from their cell, and of cells (times n) from the unit's mean.
    crowding : ndarray of float, shape (n_rows,)
        Sum over cells of n², from which the weight of differences between cells follows.
    """

    n: Ints
    cells: Ints
    mean: Floats
    within: Floats
    between: Floats
    crowding: Floats


def exact_sums(cell: Ints, value: Floats, n_cells: int) -> Floats:
    """Sums of values in each cell, the same to the last bit in whatever order the rows come.

    Each value is split into a multiple of 2⁻¹⁸ and a rest in multiples of 2⁻⁴⁴. Sums of whole numbers are exact
    below 2⁵³, which for values up to 100 holds to 300 million rows a cell; sorting the rows first takes five times
    as long.
    """
    coarse = np.round(value * _COARSE)
    fine = np.round((value - coarse / _COARSE) * _FINE)
    sums = np.bincount(cell, coarse, n_cells) / _COARSE + np.bincount(cell, fine, n_cells) / _FINE
    return np.asarray(sums, dtype=np.float64)


def with_ancestors(tree: Tree, wave: Ints, unit: Ints, scale: Ints) -> tuple[Subtrees, Ints]:
    """Rows for the units given and every ancestor of theirs, and the row that each input row belongs to."""
    if unit.size and unit.max() >= tree.n_units:
        raise ValueError(f"unit {unit.max()} is not in the tree, which has units 0 to {tree.n_units - 1}")
    n_scales = int(scale.max()) + 1 if scale.size else 1
    key = (wave * tree.n_units + unit) * n_scales + scale
    frontier = _present(key)
    found = [frontier]
    while frontier.size:
        frontier = _parent_keys(frontier, tree, n_scales)
        found.append(frontier)
    keys = np.unique(np.concatenate(found))
    units = keys // n_scales % tree.n_units
    depth = tree.depth[units]
    above = np.where(depth > 0, keys + (tree.parent[units] - units) * n_scales, -1)
    subtrees = Subtrees(
        wave=keys // (n_scales * tree.n_units),
        unit=units,
        scale=keys % n_scales,
        up=np.where(depth > 0, np.searchsorted(keys, above), -1).astype(np.int64),
        levels=tuple(np.flatnonzero(depth == level) for level in range(int(depth.max(initial=-1)), -1, -1)),
    )
    return subtrees, _positions(keys, key)


def _positions(keys: Ints, key: Ints) -> Ints:
    """Where each key stands among the sorted keys."""
    if _is_dense(key):
        place = np.zeros(int(keys.max()) + 1, np.int64)
        place[keys] = np.arange(keys.size)
        return place[key]
    return np.searchsorted(keys, key).astype(np.int64)


def _is_dense(key: Ints) -> bool:
    """Whether a table of all keys is small beside the rows; it is then far faster than sorting and searching."""
    return bool(key.size and key.max() <= 8 * key.size)


def _present(key: Ints) -> Ints:
    """Sorted keys that occur."""
    if _is_dense(key):
        return np.flatnonzero(np.bincount(key)).astype(np.int64)
    return np.unique(key)


def _parent_keys(key: Ints, tree: Tree, n_scales: int) -> Ints:
    unit = key // n_scales % tree.n_units
    below = tree.parent[unit] >= 0
    return np.unique(key[below] + (tree.parent[unit[below]] - unit[below]) * n_scales)


def put_together(subtrees: Subtrees, cells: Cells, *, published: bool) -> Totals:
    """Totals of every subtree, from the deepest level up.

    Parameters
    ----------
    subtrees : Subtrees
        The rows.
    cells : Cells
        What is known at each of them.
    published : bool
        Whether a unit's own values are its published total (then they stand for the subtree, unless fewer people
        are behind them than behind its children, when they are the rest of it) or, where False, always answers of
        people who sit at the unit itself.
    """
    ints, floats = (np.zeros((2, subtrees.n_rows), np.int64), np.zeros((4, subtrees.n_rows)))
    totals = Totals(ints[0], ints[1], floats[0], floats[1], floats[2], floats[3])
    below = np.zeros(0, np.int64)
    for level in subtrees.levels:
        _put_level_together(
            totals, cells, level, (below, np.searchsorted(level, subtrees.up[below])), published=published
        )
        below = level
    return totals


def _put_level_together(
    totals: Totals, cells: Cells, level: Ints, children: tuple[Ints, Ints], *, published: bool
) -> None:
    below, place = children
    own, filled = cells.n[level], cells.filled[level]

    def gather(values: NDArray[np.generic]) -> Floats:
        return np.asarray(np.bincount(place, values.astype(np.float64), level.size), dtype=np.float64)

    unknown = gather(totals.n[below] == 0) > 0
    alone = filled & published & ~((own > 0) & (own < gather(totals.n[below])) & ~unknown)
    below, place = below[~alone[place]], place[~alone[place]]
    known = (gather(totals.n[below] == 0) == 0) & ~(filled & (own == 0))
    weight = np.where(known[place], totals.n[below], 1)
    own_weight = np.where(known, own, filled)
    mean = (own_weight * cells.mean[level] + gather(weight * totals.mean[below])) / (own_weight + gather(weight))
    away = totals.mean[below] - mean[place]
    totals.mean[level] = mean
    totals.n[level] = np.where(known, own + gather(totals.n[below]), 0)
    totals.cells[level] = filled + gather(totals.cells[below])
    totals.within[level] = cells.square[level] + gather(totals.within[below])
    totals.between[level] = own * (cells.mean[level] - mean) ** 2 + gather(totals.between[below] + weight * away**2)
    totals.crowding[level] = own.astype(np.float64) ** 2 + gather(totals.crowding[below])
