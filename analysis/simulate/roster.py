"""Who sits where in which wave, and who answers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Floats, Ints
from analysis.simulate.moves import seats_through_moves
from analysis.simulate.world import World
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Roster:
    """Seats through the waves; who leaves a seat is followed by a joiner, who moves takes the seat along.

    Attributes
    ----------
    unit : ndarray of int, shape (n_waves, n_seats)
        Where the seat is.
    person : ndarray of int, shape (n_waves, n_seats)
        Who sits there.
    fresh : ndarray of bool, shape (n_waves, n_seats)
        Whether it is that person's first wave.
    present : ndarray of bool, shape (n_waves, n_seats)
        Whether the seat exists yet.
    answers : ndarray of bool, shape (n_waves, n_seats)
        Whether the person answers.
    """

    unit: Ints
    person: Ints
    fresh: NDArray[np.bool_]
    present: NDArray[np.bool_]
    answers: NDArray[np.bool_]

    @property
    def n_persons(self) -> int:
        return int(self.person.max(initial=-1)) + 1


def draw_roster(world: World, tree: Tree, rng: np.random.Generator) -> Roster:
    seats, opening = _seats_with_opening(world, tree)
    shape = (world.n_waves, seats.size)
    fresh = rng.random(shape) < leaving(world)
    fresh[0] = True
    within = opening < world.n_waves
    fresh[opening[within], np.flatnonzero(within)] = True
    person = np.cumsum(fresh).reshape(shape) - 1
    person = np.maximum.accumulate(np.where(fresh, person, 0), axis=0)
    unit = seats_through_moves(world, seats, rng)
    present = np.arange(world.n_waves)[:, None] >= opening
    answers = (rng.random(shape) < _response(world, unit, person, rng)) & present
    return Roster(unit=unit, person=person, fresh=fresh, present=present, answers=answers)


def leaving(world: World) -> float:
    """Probability of leaving between two waves."""
    return float(1 - (1 - world.turnover) ** world.months_per_wave)


def tenure(world: World, roster: Roster, rng: np.random.Generator) -> Floats:
    """Months since each person joined, shape (n_waves, n_seats); those of the first wave as turnover leaves them."""
    months = np.zeros(roster.fresh.shape)
    with np.errstate(divide="ignore"):  # where nobody leaves all have been there for ever
        ages = np.floor(-np.log(rng.random(roster.fresh.shape[1])) / -np.log1p(-leaving(world)))
    months[0] = np.where(roster.present[0], ages * world.months_per_wave, 0)
    for wave in range(1, world.n_waves):
        months[wave] = np.where(roster.fresh[wave], 0, months[wave - 1] + world.months_per_wave)
    return months


def number_persons(world: World, roster: Roster, rng: np.random.Generator) -> Ints:
    """Numbers under which persons appear in the data, shape (n_waves, n_seats)."""
    if not world.linked:
        return np.full_like(roster.person, -1)
    epochs = world.epochs()
    if epochs is None:
        return roster.person
    numbers = [rng.permutation(roster.n_persons) for _ in range(int(epochs[-1]) + 1)]
    return np.stack([numbers[epoch][row] for epoch, row in zip(epochs, roster.person, strict=True)])


def _seats_with_opening(world: World, tree: Tree) -> tuple[Ints, Ints]:
    """Unit of every seat and the wave from which on it exists, shape (n_seats,) each."""
    seats = world.seats(tree)
    opening = np.zeros_like(seats)
    if world.people.growing is None:
        return seats, opening
    added = seats[tree.within(world.people.growing)[seats]]
    # Teams grow side by side: their new seats open in turn, as if dealt out.
    turn = np.argsort(np.argsort(np.arange(added.size) * 0.6180339887 % 1.0))
    waves = world.people.growth_months / world.months_per_wave
    opens = world.wave_at(world.people.growth_at) + np.ceil((turn + 1) / max(added.size, 1) * waves)
    return np.concatenate([seats, added]), np.concatenate([opening, opens.astype(np.int64) - 1])


def _response(world: World, unit: Ints, person: Ints, rng: np.random.Generator) -> Floats | float:
    """Probability of answering, one for all or shape (n_waves, n_seats)."""
    way = world.answering
    share: Floats | float = world.response
    if way.response_range is not None:
        of_whom = unit if way.response_of == "unit" else person
        share = rng.spawn(1)[0].uniform(*way.response_range, size=int(of_whom.max(initial=0)) + 1)[of_whom]
    if way.response_until is None:
        return share
    trend = np.linspace(world.response, way.response_until, world.n_waves)[:, None]
    if way.response_range is None:
        return trend
    return np.asarray(share * trend / world.response)
