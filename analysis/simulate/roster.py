"""Who sits where in which wave, and who answers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Ints
from analysis.simulate.world import World


@dataclass(frozen=True, slots=True)
class Roster:
    """Seats through the waves; who leaves a seat is followed by a joiner.

    Attributes
    ----------
    unit : ndarray of int, shape (n_seats,)
        Where the seat is.
    person : ndarray of int, shape (n_waves, n_seats)
        Who sits there.
    fresh : ndarray of bool, shape (n_waves, n_seats)
        Whether it is that person's first wave.
    answers : ndarray of bool, shape (n_waves, n_seats)
        Whether the person answers.
    """

    unit: Ints
    person: Ints
    fresh: NDArray[np.bool_]
    answers: NDArray[np.bool_]

    @property
    def n_persons(self) -> int:
        return int(self.person.max(initial=-1)) + 1


def draw_roster(world: World, seats: Ints, rng: np.random.Generator) -> Roster:
    shape = (world.n_waves, seats.size)
    fresh = rng.random(shape) < 1 - (1 - world.turnover) ** world.months_per_wave
    fresh[0] = True
    person = np.cumsum(fresh).reshape(shape) - 1
    first = np.where(fresh, person, 0)
    sitting = np.maximum.accumulate(first, axis=0)
    return Roster(unit=seats, person=sitting, fresh=fresh, answers=rng.random(shape) < world.response)


def number_persons(world: World, roster: Roster, rng: np.random.Generator) -> Ints:
    """Numbers under which persons appear in the data, shape (n_waves, n_seats)."""
    if not world.linked:
        return np.full_like(roster.person, -1)
    epochs = world.epochs()
    if epochs is None:
        return roster.person
    numbers = [rng.permutation(roster.n_persons) for _ in range(int(epochs[-1]) + 1)]
    return np.stack([numbers[epoch][row] for epoch, row in zip(epochs, roster.person, strict=True)])
