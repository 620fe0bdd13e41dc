"""Levels of units from whatever came in."""

import numpy as np

from analysis.estimates import Estimates
from analysis.levels.components import LevelSums
from analysis.levels.sources import from_scores, from_summaries
from analysis.panel import Panel, Scores, Summaries
from analysis.scoring import Scored
from analysis.tree import Tree


def levels(data: Panel, scored: Scored | None, tree: Tree, earlier: LevelSums | None) -> tuple[Estimates, LevelSums]:
    """Means of every unit; answers that are not linked count as published means of as many people as can be told.

    With the sums for a later call.
    """
    if isinstance(data, Summaries):
        return from_summaries(data, tree, earlier=earlier)
    if isinstance(data, Scores):
        return from_scores(data, tree, earlier=earlier)
    assert scored is not None  # noqa: S101 -- answers are always scored
    if (scored.people > 1).any():
        return from_summaries(_as_published(scored), tree, totals=False, earlier=earlier)
    points, items = np.clip(scored.points, 0.0, 100.0), np.maximum(np.rint(scored.items), 1).astype(np.int64)
    scores = Scores(scored.wave, scored.person, scored.unit, scored.scale, points, items)
    return from_scores(scores, tree, earlier=earlier)


def _as_published(scored: Scored) -> Summaries:
    """Means of the people at each unit, linked or not."""
    place = np.stack((scored.wave, scored.unit, scored.scale))
    (wave, unit, scale), cell = np.unique(place, axis=1, return_inverse=True)
    people = np.bincount(cell, scored.people)
    mean = np.bincount(cell, scored.people * scored.points) / people
    inside = np.where(np.isfinite(scored.variance), scored.variance * (scored.people - 1.0), 0.0)
    squares = np.bincount(cell, inside + scored.people * (scored.points - mean[cell]) ** 2)
    spread = np.where(people > 1, np.sqrt(squares / np.maximum(people - 1.0, 1.0)), np.nan)
    n = np.maximum(np.rint(people), 1).astype(np.int64)
    return Summaries(wave, unit, scale, n, np.clip(mean, 0.0, 100.0), spread)
