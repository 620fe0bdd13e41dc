"""The mean of the moves of one unit's children, as a random-effects meta-analysis."""

import numpy as np
from numpy.typing import NDArray

from analysis.levels.moves import Moves
from analysis.panel import Floats, Ints

_ROUNDING = 1 / 6  # variance of a move between two figures rounded to whole points, the least that is believed


def mean_moves(moves: Moves, children: Ints, here: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
    """Mean move of each group, its standard error, and the share that moved its way."""
    group = moves.group

    def mean(weight: Floats, values: Floats) -> Floats:
        return np.asarray(
            np.bincount(group, weight * values, children.size) / np.bincount(group, weight, children.size)
        )

    weight = _random_effects(moves, children)
    size = mean(weight, moves.size)
    spare = np.maximum(children - 1, 1)
    variance = mean(weight, (moves.size - size[group]) ** 2) / spare
    error = np.sqrt(np.maximum(variance, _ROUNDING / np.maximum(children, 1)))
    share = mean(np.ones(group.size), (moves.size * size[group] > 0).astype(np.float64))
    return np.where(here, size, 0.0), error, share


def _random_effects(moves: Moves, children: Ints) -> Floats:
    """Random-effects weights; equal where no error of the group is known.

    Moves without an error come from very few people and get the group's largest. Errors near 0 (a team that answered
    alike by chance) are raised to a tenth of the group's mean variance, or one team would decide alone.
    """
    group, n_groups = moves.group, children.size
    known = np.isfinite(moves.variance)
    n_known = np.bincount(group, known, n_groups)
    largest = np.zeros(n_groups)
    np.maximum.at(largest, group[known], moves.variance[known])
    variance = np.where(known, moves.variance, largest[group])
    floor = np.bincount(group, np.where(known, variance, 0.0), n_groups) / np.maximum(n_known, 1) / 10
    variance = np.where(largest[group] > 0, np.maximum(variance, floor[group]), 1.0)
    weight = 1 / variance
    total = np.bincount(group, weight, n_groups)
    middle = np.bincount(group, weight * moves.size, n_groups) / total
    spread = np.bincount(group, weight * (moves.size - middle[group]) ** 2, n_groups) - (children - 1)
    room = total - np.bincount(group, weight**2, n_groups) / total
    own = np.divide(spread, room, out=np.zeros(n_groups), where=(room > 0) & (children > 1))
    known_somewhere = largest[group] > 0
    return np.where(known_somewhere, 1 / (variance + np.maximum(own, 0)[group]), 1.0)
