"""The companies that are simulated: a world has a name, a company a number, whichever process makes it."""

from dataclasses import replace

import numpy as np

from analysis import monitor
from analysis.drift.result import Result
from analysis.simulate.zoo import WORLDS, Simulated, ZooWorld, random_world

SEED = 20260101
RANDOM_WORLDS = tuple(f"random {number}" for number in range(1, 21))


def world_of(name: str) -> ZooWorld:
    """A world of the zoo, or one of twenty random combinations of its factors."""
    if name not in RANDOM_WORLDS:
        return WORLDS[name]
    number = RANDOM_WORLDS.index(name)
    return random_world(np.random.default_rng(np.random.SeedSequence(SEED, spawn_key=(number, 1))))


def rng_of(company: int) -> np.random.Generator:
    """What `SeedSequence(SEED).spawn` gives its child of this number."""
    return np.random.default_rng(np.random.SeedSequence(SEED, spawn_key=(company,)))


def judge(made: Simulated) -> Result:
    return monitor(
        made.data,
        made.tree,
        instrument=made.instrument,
        times=made.times,
        epochs=made.epochs,
        waves_per_year=made.waves_per_year,
    )


def first_waves(made: Simulated, n_waves: int) -> Simulated:
    """The same company, as it was known after so many waves."""
    keep = made.data.wave < n_waves
    kind = type(made.data)
    data = kind(**{name: getattr(made.data, name)[keep] for name in kind.__slots__})
    epochs = None if made.epochs is None else made.epochs[:n_waves]
    return replace(made, data=data, times=made.times[:n_waves], epochs=epochs)
