"""People who move from one team to another."""

import numpy as np

from analysis.panel import Ints
from analysis.simulate.world import World


def seats_through_moves(world: World, seats: Ints, rng: np.random.Generator) -> Ints:
    """Unit of every seat in every wave, shape (n_waves, n_seats); teams keep their sizes."""
    ways = world.people
    unit = np.broadcast_to(seats, (world.n_waves, seats.size))
    if not ways.moves and not ways.reorganisation:
        return unit
    own = rng.spawn(1)[0]
    unit = unit.copy()
    at = world.wave_at(ways.reorganised_at)
    steadily = 1 - (1 - ways.moves) ** world.months_per_wave
    for wave in range(1, world.n_waves):
        movers = np.flatnonzero(own.random(seats.size) < steadily)
        if wave == at:
            movers = np.union1d(movers, own.permutation(seats.size)[: round(ways.reorganisation * seats.size)])
        unit[wave] = unit[wave - 1]
        unit[wave, movers] = _elsewhere(unit[wave, movers], own)
    return unit


def _elsewhere(unit: Ints, rng: np.random.Generator) -> Ints:
    """The same units dealt out anew, so that nobody gets the own one where that can be had."""
    dealt = rng.permutation(unit)
    for _ in range(50):
        stuck = np.flatnonzero(dealt == unit)
        if not stuck.size:
            break
        for one, other in zip(stuck, rng.integers(unit.size, size=stuck.size), strict=True):
            dealt[one], dealt[other] = dealt[other], dealt[one]
    return dealt
