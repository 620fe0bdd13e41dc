"""A simulated company before anybody is asked: who is there, and what each would say without noise."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats
from analysis.simulate.fall import Fall
from analysis.simulate.parts import true_scores
from analysis.simulate.roster import Roster, draw_roster
from analysis.simulate.world import World
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Company:
    """People and what is true of them.

    Attributes
    ----------
    tree : Tree
        The units.
    roster : Roster
        Who is there.
    truth : ndarray of float, shape (n_waves, n_seats, n_scales)
        What each person would say without noise, in SD from the mean.
    """

    tree: Tree
    roster: Roster
    truth: Floats

    def census(self) -> Floats:
        """Mean truth of all people of each unit, asked or not, shape (n_waves, n_units, n_scales); nan if nobody."""
        n_waves, _, n_scales = self.truth.shape
        wave, seat = np.nonzero(self.roster.present)
        cell = wave * self.tree.n_units + self.roster.unit[wave, seat]
        shape = (n_waves, self.tree.n_units)
        people = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape)
        truth = self.truth[wave, seat]
        sums = [np.bincount(cell, truth[:, scale], shape[0] * shape[1]).reshape(shape) for scale in range(n_scales)]
        total = np.stack([people, *sums], axis=-1)
        for unit in self.tree.upward():
            if unit != self.tree.root:
                total[:, self.tree.parent[unit]] += total[:, unit]
        mean = np.full((*shape, n_scales), np.nan)
        np.divide(total[..., 1:], total[..., :1], out=mean, where=total[..., :1] > 0)
        return mean


def draw_company(world: World, rng: np.random.Generator, falls: Sequence[Fall]) -> Company:
    tree = world.tree()
    roster = draw_roster(world, tree, rng)
    return Company(tree, roster, true_scores(world, tree, roster, falls, rng))
