"""Who answered in one unit and one wave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints, Scores
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Respondents:
    """One wave of one unit: a row per respondent, by person; `part` is the child of the unit they belong to."""

    person: Ints
    part: Ints
    value: Floats

    def taken(self, rows: NDArray[np.bool_]) -> "Respondents":
        return Respondents(self.person[rows], self.part[rows], self.value[rows])


def respondents(scores: Scores, tree: Tree, unit: int, *, wave: int, scale: int) -> Respondents:
    """Respondents of the unit or below it, by person; unlinked ones come first."""
    if not 0 <= unit < tree.n_units:
        raise ValueError(f"unit {unit} is not in the tree, which has units 0 to {tree.n_units - 1}")
    part_of_unit = _child_of(tree, unit)
    rows = np.flatnonzero((scores.wave == wave) & (scores.scale == scale))
    rows = rows[part_of_unit[scores.unit[rows]] >= 0]
    if not rows.size:
        raise InsufficientData(f"nobody of unit {unit} answered scale {scale} in wave {wave}")
    rows = rows[np.lexsort((scores.value[rows], scores.person[rows]))]
    return Respondents(scores.person[rows], part_of_unit[scores.unit[rows]], scores.value[rows])


def _child_of(tree: Tree, unit: int) -> Ints:
    """For each unit the number of the child of `unit` that it belongs to, 0 for `unit` itself, −1 outside."""
    part = np.full(tree.n_units, -1, dtype=np.int64)
    part[unit] = 0
    children = np.flatnonzero(tree.parent == unit)
    part[children] = np.arange(1, children.size + 1)
    for below in tree.downward[tree.depth[tree.downward] > tree.depth[unit] + 1]:
        part[below] = part[tree.parent[below]]
    return part
