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


@dataclass(frozen=True, slots=True)
class LevelSums:
    """What the waves so far say about variances, for a later call.

    Attributes
    ----------
    parts : ndarray of float, shape (3, 2, n_scales, n_depths)
        Numerator and denominator of each of the `Components`.
    published : ndarray of float, shape (2, n_scales)
        Weighted squares of published standard deviations, and the weights.
    """

    parts: Floats
    published: Floats

    @staticmethod
    def none(n_scales: int, n_depths: int) -> "LevelSums":
        return LevelSums(np.zeros((3, 2, n_scales, n_depths)), np.zeros((2, n_scales)))

    def with_room(self, n_scales: int, n_depths: int) -> "LevelSums":
        """The same sums for at least so many scales and depths."""
        more = max(n_scales - self.parts.shape[2], 0), max(n_depths - self.parts.shape[3], 0)
        parts = np.pad(self.parts, [(0, 0), (0, 0), (0, more[0]), (0, more[1])])
        return LevelSums(parts, np.pad(self.published, [(0, 0), (0, more[0])]))


def components(subtrees: Subtrees, totals: Totals, tree: Tree, earlier: LevelSums) -> tuple[Components, Floats]:
    """Method-of-moments variances for each row, from its own wave and earlier ones only; and the sums behind them.

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
    group = subtrees.scale * earlier.parts.shape[3] + tree.depth[subtrees.unit]
    before = earlier.parts.reshape(3, 2, -1)
    known = np.isfinite(totals.within) & (totals.n > totals.cells)
    spare = np.where(known, totals.n - totals.cells, 0)
    place = subtrees.wave, group
    people, first = _so_far(place, np.where(known, totals.within, 0), spare, before[0])
    cells, second = _so_far(place, *_between_cells(totals, people), before[1])
    siblings, third = _so_far(place, *_between_siblings(subtrees, totals, people), before[2])
    sums = np.stack((first, second, third)).reshape(earlier.parts.shape)
    return Components(people, np.maximum(cells, 0), np.maximum(siblings, 0)), sums


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


def _so_far(place: tuple[Ints, Ints], numerator: Floats, denominator: Floats, before: Floats) -> tuple[Floats, Floats]:
    """Ratio of sums over the group's rows of this wave and all earlier ones, and the sums after the last wave."""
    wave, group = place
    n_waves, n_groups = int(wave.max(initial=-1)) + 1, before.shape[1]
    cell = wave * n_groups + group

    def running(values: Floats, start: Floats) -> Floats:
        sums = np.bincount(cell, values, n_waves * n_groups).reshape(n_waves, n_groups)
        return np.cumsum(np.concatenate((start[None], sums)), axis=0)

    top, bottom = running(numerator, before[0]), running(denominator, before[1])
    above, below = top[1:].ravel()[cell], bottom[1:].ravel()[cell]
    ratio = np.divide(above, below, out=np.full(above.size, np.nan), where=below > 0)
    return np.asarray(ratio), np.stack((top[-1], bottom[-1]))
