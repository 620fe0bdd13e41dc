"""Variance components of levels, pooled over the units of a depth and over the waves so far."""

from dataclasses import dataclass

import numpy as np

from analysis.levels.subtrees import Subtrees, Totals
from analysis.panel import Floats, Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Components:
    """Variances as known in each row's wave, a row per row of `Subtrees`; nan where they cannot be said.

    Attributes
    ----------
    people : ndarray of float, shape (n_rows,)
        Between people of one cell, in units of the same depth.
    cells : ndarray of float, shape (n_rows,)
        Between the cells (teams) that make up a unit, in units of the same depth.
    siblings : ndarray of float, shape (n_rows,)
        Between units of one parent, at the depth of the unit.
    """

    people: Floats
    cells: Floats
    siblings: Floats


def components(subtrees: Subtrees, totals: Totals, tree: Tree) -> Components:
    """Method-of-moments variances for each row, from its own wave and earlier ones only.

    Notes
    -----
    With n respondents in m cells, sum of squares between cells B and σ² between people of one cell,
    E[B] = (m − 1) σ² + τ² (n − Σ nₖ²/n) gives τ² (Searle, Casella & McCulloch 1992, ch. 3). Numerators and
    denominators are summed over the units of a depth and over all waves so far before they are divided; a negative
    ratio is 0. A wave never changes what was said before it.

    References
    ----------
    Searle, S. R., Casella, G., & McCulloch, C. E. (1992). Variance components. Wiley.
    """
    group = subtrees.scale * (int(tree.depth.max()) + 1) + tree.depth[subtrees.unit]
    known = np.isfinite(totals.within) & (totals.n > totals.cells)
    spare = np.where(known, totals.n - totals.cells, 0)
    people = _so_far(subtrees.wave, group, np.where(known, totals.within, 0), spare)
    cells = _so_far(subtrees.wave, group, *_between_cells(totals, people))
    siblings = _so_far(subtrees.wave, group, *_between_siblings(subtrees, totals, people))
    return Components(people, np.maximum(cells, 0), np.maximum(siblings, 0))


def _between_cells(totals: Totals, people: Floats) -> tuple[Floats, Floats]:
    several = (totals.cells > 1) & (totals.n > 0) & np.isfinite(people)
    n = np.where(several, totals.n, 1)
    excess = totals.between - (totals.cells - 1) * people
    return np.where(several, excess, 0), np.where(several, n - totals.crowding / n, 0)


def _between_siblings(subtrees: Subtrees, totals: Totals, people: Floats) -> tuple[Floats, Floats]:
    """Shares of every unit in what its parent's children say, written at the children's rows."""
    usable = np.flatnonzero((subtrees.up >= 0) & (totals.n > 0) & np.isfinite(people))
    up, n = subtrees.up[usable], totals.n[usable].astype(np.float64)
    total = np.bincount(up, n, subtrees.n_rows)[up]
    middle = np.bincount(up, n * totals.mean[usable], subtrees.n_rows)[up] / total
    siblings = np.bincount(up, minlength=subtrees.n_rows)[up]
    excess, weight = np.zeros(subtrees.n_rows), np.zeros(subtrees.n_rows)
    excess[usable] = n * (totals.mean[usable] - middle) ** 2 - (1 - 1 / siblings) * people[usable]
    weight[usable] = n - n**2 / total
    return excess, weight


def _so_far(wave: Ints, group: Ints, numerator: Floats, denominator: Floats) -> Floats:
    """Ratio of sums over the group's rows of this wave and all earlier ones."""
    n_waves, n_groups = int(wave.max(initial=-1)) + 1, int(group.max(initial=0)) + 1
    place = wave * n_groups + group

    def running(values: Floats) -> Floats:
        sums = np.bincount(place, values, n_waves * n_groups).reshape(n_waves, n_groups)
        return np.asarray(np.cumsum(sums, axis=0).ravel()[place], dtype=np.float64)

    top, bottom = running(numerator), running(denominator)
    return np.asarray(np.divide(top, bottom, out=np.full(top.size, np.nan), where=bottom > 0))
