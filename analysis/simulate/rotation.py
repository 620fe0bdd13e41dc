"""Planned missing answers: the cycle in which each person is asked the rotating items."""

import numpy as np

from analysis.panel import Ints
from analysis.simulate.roster import Roster
from analysis.simulate.world import World


def asked_items(world: World, roster: Roster, rng: np.random.Generator) -> Ints:
    """Items asked of each seat and scale, numbered within the scale, shape (n_waves, n_seats, n_scales, n_asked)."""
    own = rng.spawn(1)[0]
    waves = np.arange(world.n_waves)
    epochs = world.epochs()
    epoch = np.zeros_like(waves) if epochs is None else epochs
    shape = (world.n_waves, roster.person.shape[1], world.n_scales, world.items_per_scale + 1)
    asked = np.broadcast_to(np.arange(shape[-1]), shape).copy()
    for one in np.unique(epoch):
        cycles = _cycles(world, roster.n_persons, own)
        for wave in waves[epoch == one]:
            turn = wave % world.questions.rotating
            asked[wave, :, :, -1] = world.items_per_scale + cycles[roster.person[wave], :, turn]
    return asked


def _cycles(world: World, n_persons: int, rng: np.random.Generator) -> Ints:
    """Order of the rotating items of each person and scale, shape (n_persons, n_scales, n_rotating)."""
    n_rotating = world.questions.rotating
    n_packs = world.questions.packs if n_rotating % world.questions.packs == 0 else 1
    size = n_rotating // n_packs
    pack = rng.random((n_persons, world.n_scales, n_packs)).argsort(axis=-1)
    within = rng.random((n_persons, world.n_scales, n_packs, size)).argsort(axis=-1)
    # Turn k passes the packs in their order and takes the k-th item of each.
    by_turn = (pack[..., None] * size + within).swapaxes(-1, -2)
    return by_turn.reshape(n_persons, world.n_scales, n_rotating)
