"""Companies that another tool asked for a year, with levels of its own, before they are asked by us."""

from collections.abc import Sequence

import numpy as np

from analysis import Scores, Summaries, Tree, monitor
from analysis.drift.border import before_another_instrument
from analysis.drift.carry import Carry
from analysis.drift.result import Result
from analysis.simulate import Fall, World, simulate_scores

YEAR = 12
BORDER = 8.0
"""Points by which the other tool reads higher."""


def lived(
    seed: int, falls: Sequence[Fall] = (), *, deepest: int = 9, spread: float = 1.0
) -> tuple[Summaries, Scores, Tree]:
    """A year of published means of units down to some depth, a year of scores, and the tree."""
    made = simulate_scores(World(n_waves=2 * YEAR), np.random.default_rng([20260101, seed]), falls)
    scores, is_past = made.scores, made.scores.wave < YEAR
    names = ("person", "unit", "scale", "value")
    later = Scores(scores.wave[~is_past] - YEAR, *(getattr(scores, name)[~is_past] for name in names))
    past = Scores(scores.wave[is_past], *(getattr(scores, name)[is_past] for name in names))
    return published(past, made.tree, deepest=deepest, spread=spread), later, made.tree


def published(scores: Scores, tree: Tree, *, deepest: int, spread: float) -> Summaries:
    rows = []
    other = np.clip(62 + BORDER + spread * (scores.value - 62), 0, 100)
    for unit in np.flatnonzero(tree.depth <= deepest).tolist():
        inside = tree.within(unit)[scores.unit]
        for wave in range(YEAR):
            for scale in range(3):
                values = other[inside & (scores.wave == wave) & (scores.scale == scale)]
                if values.size >= 5:
                    rows.append((wave, unit, scale, values.size, values.mean(), values.std(ddof=1)))
    return Summaries(*zip(*rows, strict=True))


def remembered(past: Summaries, tree: Tree) -> Carry:
    carry = monitor(past, tree, times=np.arange(YEAR) / YEAR).carry
    return before_another_instrument(carry, tree)


def after(later: Scores, tree: Tree, carry: Carry | None) -> Result:
    return monitor(later, tree, times=1.0 + np.arange(YEAR) / YEAR, carry=carry)
