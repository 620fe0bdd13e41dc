"""What each unit moved since the wave before, grouped by parent."""

from dataclasses import dataclass

import numpy as np

from analysis.estimates import Estimates
from analysis.panel import Floats, Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Moves:
    """A row per child, wave and scale with a level in this wave and the one before; `group` is its parent's."""

    group: Ints
    size: Floats
    variance: Floats


@dataclass(frozen=True, slots=True)
class Families:
    """A row per parent, wave and scale, with the row of its own parent (−1 at the root)."""

    wave: Ints
    unit: Ints
    scale: Ints
    up: Ints
    depth: Ints


def moves_of_children(estimates: Estimates, tree: Tree) -> tuple[Moves, Families]:
    """Every child's move since the wave before in which the scale was asked, grouped by parent."""
    n_scales = int(estimates.scale.max(initial=0)) + 1
    key = (estimates.wave * tree.n_units + estimates.unit) * n_scales + estimates.scale
    earlier = _wave_before(estimates.wave, estimates.scale)[estimates.wave, estimates.scale]
    past = key + (earlier - estimates.wave) * tree.n_units * n_scales
    place = np.minimum(np.searchsorted(key, past), key.size - 1)
    rows = np.flatnonzero((earlier >= 0) & (key[place] == past) & (tree.parent[estimates.unit] >= 0))
    before, unit = place[rows], estimates.unit[rows]
    parents = key[rows] + (tree.parent[unit] - unit) * n_scales
    keys, group = np.unique(parents, return_inverse=True)
    moves = Moves(
        group=group.astype(np.int64),
        size=estimates.mean[rows] - estimates.mean[before],
        variance=estimates.se[rows] ** 2 + estimates.se[before] ** 2,
    )
    return moves, _as_families(keys, tree, n_scales)


def _as_families(keys: Ints, tree: Tree, n_scales: int) -> Families:
    unit = keys // n_scales % tree.n_units
    above = np.where(tree.parent[unit] >= 0, keys + (tree.parent[unit] - unit) * n_scales, -1)
    up = np.where(above >= 0, np.searchsorted(keys, above), -1)
    return Families(keys // (n_scales * tree.n_units), unit, keys % n_scales, up.astype(np.int64), tree.depth[unit])


def _wave_before(wave: Ints, scale: Ints) -> Ints:
    """For each wave and scale the last earlier wave in which the scale was asked, −1 if none."""
    asked = np.zeros((int(wave.max(initial=-1)) + 1, int(scale.max(initial=-1)) + 1), dtype=np.bool_)
    asked[wave, scale] = True
    last = np.maximum.accumulate(np.where(asked, np.arange(asked.shape[0])[:, None], -1), axis=0)
    return np.vstack([np.full((1, asked.shape[1]), -1), last[:-1]]).astype(np.int64)
