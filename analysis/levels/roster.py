"""What a roster of everybody who was asked adds to the precision of a level."""

from dataclasses import dataclass

import numpy as np

from analysis.levels.subtrees import Cells, Subtrees, Totals
from analysis.panel import Floats
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Roster:
    """Those asked, a row per row of `Subtrees`.

    Attributes
    ----------
    members : ndarray of float, shape (n_rows,)
        People asked in the unit or below it.
    crowding : ndarray of float, shape (n_rows,)
        Sum over the teams asked of the square of their members.
    overlap : ndarray of float, shape (n_rows,)
        Sum over the teams of members times respondents.
    """

    members: Floats
    crowding: Floats
    overlap: Floats

    def silent_share(self, totals: Totals) -> Floats:
        """Share of members who did not answer."""
        return 1 - totals.n / self.members

    def unevenness(self, totals: Totals) -> Floats:
        """Sum over teams of (share of the respondents − share of the members)²."""
        n = totals.n
        return totals.crowding / n**2 - 2 * self.overlap / (n * self.members) + self.crowding / self.members**2


def on_roster(subtrees: Subtrees, cells: Cells, n_members: Floats, tree: Tree) -> Roster:
    """Roll up a roster given as people at each wave and unit, shape (n_waves, n_units)."""
    wanted = (int(subtrees.wave.max(initial=-1)) + 1, tree.n_units)
    if n_members.ndim != 2 or n_members.shape[0] < wanted[0] or n_members.shape[1] != wanted[1]:
        raise ValueError(f"n_members must have shape {wanted} (waves, units); got {n_members.shape}")
    place = (subtrees.wave, subtrees.unit)
    if (n_members[place] < cells.n).any():
        row = int(np.flatnonzero(n_members[place] < cells.n)[0])
        raise ValueError(
            f"unit {subtrees.unit[row]} has {n_members[place][row]:g} members, but {cells.n[row]} answered"
        )
    overlap = cells.n * n_members[place]
    for level in subtrees.levels[:-1]:
        np.add.at(overlap, subtrees.up[level], overlap[level])
    return Roster(_rolled_up(n_members, tree)[place], _rolled_up(n_members**2, tree)[place], overlap)


def _rolled_up(values: Floats, tree: Tree) -> Floats:
    sums = values.copy()
    for unit in tree.upward():
        if tree.parent[unit] >= 0:
            sums[:, tree.parent[unit]] += sums[:, unit]
    return sums
