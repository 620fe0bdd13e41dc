"""Waves in which the parts of a unit moved together: told once, at that unit."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from analysis.estimates import Estimates
from analysis.levels.moves import Families, Moves, moves_of_children
from analysis.levels.pooled_moves import mean_moves
from analysis.panel import Floats, Ints
from analysis.tree import Tree

_LEAST_CHILDREN = 3
_WRONG_PER_WAVE = 0.01


@dataclass(frozen=True, slots=True)
class CommonChange:
    """One wave in which the children of one unit moved together.

    Attributes
    ----------
    wave, unit, scale : int
        The wave after the move, the parent of those that moved, and in what.
    size, low, high : float
        Mean move since the wave before in points of 0–100, signed, beyond what is told of units above; its 90 %
        interval.
    share : float
        Share of the children that moved that way, 0–1.
    """

    wave: int
    unit: int
    scale: int
    size: float
    low: float
    high: float
    share: float


def common_changes(estimates: Estimates, tree: Tree, *, smallest: float = 1.0) -> tuple[CommonChange, ...]:
    """Common moves between successive waves, from the root down.

    Descriptive: it says that parts of a unit moved at once, so that nobody reads fifty findings where there is one. It
    is no alarm and promises no rate over the years.

    Parameters
    ----------
    estimates : Estimates
        Levels of all units, as `estimate_levels` or `estimate_summary_levels` gives them.
    tree : Tree
        The units.
    smallest : float
        Least size worth telling, in points.

    Returns
    -------
    tuple of CommonChange
        In the order of waves, then from the root down.

    Notes
    -----
    For a unit with at least three children that have levels in both waves, the mean of their moves is weighted by
    1 / (own sampling variance + variance between children) (DerSimonian & Laird 1986), equally where errors are
    unknown. Its standard error comes from the spread of the children's moves alone, with Student's t on children − 1
    degrees of freedom (Hartung & Knapp 2001), so that it also holds where the same people answered both waves. What is
    told at a unit is taken from the moves of everything below it before that is looked at.

    A move is told if it is at least `smallest` and its p is at most .01, divided by the number of depths, and within a
    depth by the number of units and scales looked at in that wave. So where children move independently, at most one
    wave in a hundred holds a wrong entry; only this wave and the one before are used, so that later waves change
    nothing. A shock that all children share is a common change, whatever its cause.

    References
    ----------
    DerSimonian, R., & Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, 7, 177-188.
    Hartung, J., & Knapp, G. (2001). A refined method for the meta-analysis of controlled clinical trials with binary
    outcome. Statistics in Medicine, 20, 3875-3889.

    Examples
    --------
    >>> from analysis import Summaries
    >>> from analysis.precision import estimate_summary_levels
    >>> tree = Tree([-1, 0, 0, 0, 0])
    >>> means = [60, 65, 70, 55, 52.1, 56.9, 62, 47]
    >>> summaries = Summaries([0] * 4 + [1] * 4, [1, 2, 3, 4] * 2, [0] * 8, [50] * 8, means, [20.0] * 8)
    >>> [(change.wave, change.unit, round(change.size)) for change in common_changes(
    ...     estimate_summary_levels(summaries, tree), tree)]
    [(1, 0, -8)]
    """
    moves, families = moves_of_children(estimates, tree)
    children = np.bincount(moves.group, minlength=families.wave.size)
    level = _levels_of_proof(families, children)
    told = np.zeros(families.wave.size)
    found = []
    for depth in range(int(families.depth.max(initial=-1)) + 1):
        here = families.depth == depth
        above = np.where(families.up >= 0, told[families.up], 0.0)
        left = Moves(moves.group, moves.size - above[moves.group], moves.variance)
        size, error, share = mean_moves(left, children, here)
        proven = 2 * stdtr(children - 1, -np.abs(size) / error) <= level
        tell = here & proven & (np.abs(size) >= smallest)
        told[here] = above[here] + np.where(tell, size, 0.0)[here]
        reach = stdtrit(np.maximum(children - 1, 1), 0.95) * error
        found += [_entry(families, int(row), size, reach, share) for row in np.flatnonzero(tell)]
    return tuple(sorted(found, key=lambda change: (change.wave, tree.depth[change.unit], change.unit, change.scale)))


def _entry(families: Families, row: int, size: Floats, reach: Floats, share: Floats) -> CommonChange:
    return CommonChange(
        wave=int(families.wave[row]),
        unit=int(families.unit[row]),
        scale=int(families.scale[row]),
        size=float(size[row]),
        low=float(size[row] - reach[row]),
        high=float(size[row] + reach[row]),
        share=float(share[row]),
    )


def _levels_of_proof(families: Families, children: Ints) -> Floats:
    """The p needed: the same sum for every depth of a wave; −1 where there are too few children."""
    enough = children >= _LEAST_CHILDREN
    n_depths = int(families.depth.max(initial=0)) + 1
    place = families.wave * n_depths + families.depth
    looked_at = np.bincount(place, enough, (int(families.wave.max(initial=0)) + 1) * n_depths)
    depths = (looked_at.reshape(-1, n_depths) > 0).sum(axis=1)
    return np.where(enough, _WRONG_PER_WAVE / np.maximum(depths[families.wave] * looked_at[place], 1), -1.0)
