"""Levels from what came in: people's scores or published means, going on from the sums of earlier waves."""

import numpy as np
from numpy.typing import ArrayLike

from analysis.estimates import Estimates
from analysis.levels.components import LevelSums
from analysis.levels.estimates import level_estimates
from analysis.levels.roster import on_roster
from analysis.levels.subtrees import Cells, exact_sums, put_together, with_ancestors
from analysis.panel import Floats, Ints, Scores, Summaries
from analysis.tree import Tree


def from_scores(
    scores: Scores, tree: Tree, *, n_members: ArrayLike | None = None, earlier: LevelSums | None = None
) -> tuple[Estimates, LevelSums]:
    """`precision.estimate_levels`, and what a later call needs."""
    subtrees, row = with_ancestors(tree, scores.wave, scores.unit, scores.scale)
    n = np.bincount(row, minlength=subtrees.n_rows).astype(np.int64)
    mean = exact_sums(row, scores.value, subtrees.n_rows) / np.maximum(n, 1)
    square = exact_sums(row, (scores.value - mean[row]) ** 2, subtrees.n_rows)
    cells = Cells(n > 0, n, mean, square)
    totals = put_together(subtrees, cells, published=False)
    roster = None if n_members is None else on_roster(subtrees, cells, np.asarray(n_members, np.float64), tree)
    before = _before(scores.scale, tree, earlier)
    return level_estimates(subtrees, totals, tree, roster=roster, earlier=before)


def from_summaries(
    summaries: Summaries, tree: Tree, *, totals: bool = True, earlier: LevelSums | None = None
) -> tuple[Estimates, LevelSums]:
    """`precision.estimate_summary_levels`, and what a later call needs."""
    subtrees, row = with_ancestors(tree, summaries.wave, summaries.unit, summaries.scale)
    if np.unique(row).size < row.size:
        twice = int(np.flatnonzero(np.bincount(row) > 1)[0])
        raise ValueError(f"unit {subtrees.unit[twice]} has two rows in wave {subtrees.wave[twice]} for one scale")
    size = subtrees.n_rows
    cells = Cells(np.zeros(size, np.bool_), np.zeros(size, np.int64), np.zeros(size), np.zeros(size))
    cells.filled[row], cells.n[row], cells.mean[row] = True, summaries.n, summaries.mean
    before = _before(summaries.scale, tree, earlier)
    sd, published = _filled_in(summaries, before.published)
    cells.square[row] = sd**2 * (summaries.n - 1)
    whole = put_together(subtrees, cells, published=totals)
    return level_estimates(subtrees, whole, tree, earlier=LevelSums(before.parts, published))


def _before(scale: Ints, tree: Tree, earlier: LevelSums | None) -> LevelSums:
    size = int(scale.max(initial=-1)) + 1, int(tree.depth.max()) + 1
    return LevelSums.none(*size) if earlier is None else earlier.with_room(*size)


def _filled_in(summaries: Summaries, before: Floats) -> tuple[Floats, Floats]:
    """Standard deviations, where unknown the pooled one of the scale and the waves so far; and the sums behind it."""
    wave, scale = summaries.wave, summaries.scale
    known = np.isfinite(summaries.sd) & (summaries.n > 0)
    size = (int(wave.max(initial=-1)) + 1, before.shape[1])
    weight, square = np.zeros(size), np.zeros(size)
    order = np.lexsort((summaries.unit, scale, wave))
    order = order[known[order]]
    np.add.at(weight, (wave[order], scale[order]), summaries.n[order])
    np.add.at(square, (wave[order], scale[order]), summaries.n[order] * summaries.sd[order] ** 2)
    square, weight = (
        np.cumsum(np.concatenate((start[None], sums)), axis=0)
        for start, sums in zip(before, (square, weight), strict=True)
    )
    pooled = np.sqrt(np.divide(square, weight, out=np.full(square.shape, np.nan), where=weight > 0))
    filled = np.where(np.isfinite(summaries.sd), summaries.sd, pooled[1:][wave, scale])
    return filled, np.stack((square[-1], weight[-1]))
