"""From totals of subtrees to means with errors, intervals and shrunk means (the formulas stand in `precision`)."""

import numpy as np
from scipy.special import stdtrit

from analysis.estimates import Estimates
from analysis.levels.components import Components, LevelSums, components
from analysis.levels.roster import Roster
from analysis.levels.subtrees import Subtrees, Totals
from analysis.panel import Floats
from analysis.tree import Tree

_UPPER = 0.95  # the upper end of a 90 % interval


def level_estimates(
    subtrees: Subtrees, totals: Totals, tree: Tree, *, roster: Roster | None = None, earlier: LevelSums
) -> tuple[Estimates, LevelSums]:
    """Estimates of every row; about the people of the roster where there is one. And the sums for a later call."""
    parts, sums = components(subtrees, totals, tree, earlier)
    people, people_freedom = _people_part(totals, parts)
    if roster is not None:
        people *= roster.silent_share(totals)
    variances = people, _team_part(totals, parts, roster)
    variance = np.maximum(variances[0] + variances[1], 0)
    if roster is None:  # no spread seen anywhere is not a spread of nought; with all asked and answered, it is
        variance = np.where(variance > 0, variance, np.nan)
    se = np.sqrt(variance)
    freedom = _satterthwaite(variances, (people_freedom, _team_freedom(subtrees, totals, tree)))
    reach = stdtrit(freedom, _UPPER) * se
    found = Estimates(
        wave=subtrees.wave,
        unit=subtrees.unit,
        scale=subtrees.scale,
        n=totals.n,
        mean=totals.mean,
        se=se,
        low=np.maximum(totals.mean - reach, 0),
        high=np.minimum(totals.mean + reach, 100),
        shrunk=_shrunk(subtrees, totals, parts),
    )
    return found, LevelSums(sums, earlier.published)


def _people_part(totals: Totals, parts: Components) -> tuple[Floats, Floats]:
    """Variance of the mean from differences between people of one cell, with its degrees of freedom.

    Where every cell is one person, people and cells are the same thing, and all of the spread is taken. A few people
    who happen to agree do not make their mean exact: there the spread is that of other units of their depth.
    """
    alone = totals.n == totals.cells
    square = np.where(alone, totals.between, totals.within)
    freedom = np.where(alone, totals.n - 1, totals.n - totals.cells).astype(np.float64)
    weight = totals.n * freedom
    own = np.divide(square, weight, out=np.full(square.size, np.nan), where=weight > 0)
    usual = np.divide(parts.people, totals.n, out=np.full(square.size, np.nan), where=totals.n > 0)
    return np.where((own == 0) & (usual > 0), usual, own), freedom


def _team_part(totals: Totals, parts: Components, roster: Roster | None) -> Floats:
    """Variance of the mean from differences between teams; none where teams and people cannot be told apart."""
    if roster is None:
        share = np.where(totals.cells > 1, totals.crowding / np.maximum(totals.n, 1).astype(np.float64) ** 2, 0.0)
    else:
        share = roster.unevenness(totals)
    apart = (totals.n > totals.cells) & np.isfinite(parts.cells)
    return np.where(apart, np.nan_to_num(parts.cells) * share, 0.0)


def _team_freedom(subtrees: Subtrees, totals: Totals, tree: Tree) -> Floats:
    """Cells beyond the first in all units of the same depth, wave and scale."""
    n_scales, n_depths = int(subtrees.scale.max(initial=0)) + 1, int(tree.depth.max()) + 1
    group = (subtrees.wave * n_scales + subtrees.scale) * n_depths + tree.depth[subtrees.unit]
    spare = np.maximum(totals.cells - 1, 0)
    return np.asarray(np.bincount(group, spare)[group], dtype=np.float64)


def _satterthwaite(variances: tuple[Floats, Floats], freedom: tuple[Floats, Floats]) -> Floats:
    """Degrees of freedom of a sum of two independent variances; those of the first where both are 0."""
    people, teams = variances
    below = people**2 / np.maximum(freedom[0], 1) + teams**2 / np.maximum(freedom[1], 1)
    first = np.maximum(freedom[0], 1)
    return np.divide((people + teams) ** 2, below, out=first, where=below > 0)


def _shrunk(subtrees: Subtrees, totals: Totals, parts: Components) -> Floats:
    """Means drawn to the parent's; left as they are where a variance or n is unknown, and at the root."""
    parent = np.where(subtrees.up >= 0, totals.mean[subtrees.up], totals.mean)
    error = np.divide(parts.people, totals.n, out=np.full(totals.n.size, np.nan), where=totals.n > 0)
    spread = parts.siblings + error
    pull = np.divide(error, spread, out=np.zeros(error.size), where=spread > 0)
    return np.asarray(totals.mean + pull * (parent - totals.mean), dtype=np.float64)
