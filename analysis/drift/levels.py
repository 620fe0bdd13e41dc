"""Levels of units from whatever came in."""

import numpy as np

from analysis.estimates import Estimates
from analysis.panel import Panel, Scores, Summaries
from analysis.precision import estimate_levels, estimate_summary_levels
from analysis.scoring import Scored
from analysis.tree import Tree


def levels(data: Panel, scored: Scored | None, tree: Tree) -> Estimates:
    """Means of every unit; answers that are not linked count as published means of as many people as can be told."""
    if isinstance(data, Summaries):
        return estimate_summary_levels(data, tree)
    if isinstance(data, Scores):
        return estimate_levels(data, tree)
    assert scored is not None  # noqa: S101 -- answers are always scored
    points = np.clip(scored.points, 0.0, 100.0)
    if (scored.people > 1).any():
        people = np.maximum(np.rint(scored.people), 1).astype(np.int64)
        return estimate_summary_levels(
            Summaries(scored.wave, scored.unit, scored.scale, people, points, np.sqrt(scored.variance)), tree
        )
    items = np.maximum(np.rint(scored.items), 1).astype(np.int64)
    return estimate_levels(Scores(scored.wave, scored.person, scored.unit, scored.scale, points, items), tree)
