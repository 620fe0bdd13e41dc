"""A simulated company, answer by answer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.panel import Answers, Floats, Instrument, Ints
from analysis.simulate.parts import item_variance, moods, true_scores
from analysis.simulate.roster import draw_roster, number_persons
from analysis.simulate.world import Fall, World
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class SimulatedAnswers:
    """A company's answers and what the monitor needs to read them.

    Attributes
    ----------
    answers : Answers
        A row per answer.
    instrument : Instrument
        The items.
    tree : Tree
        The units.
    epochs : ndarray of int, shape (n_waves,), or None
        Epoch of each wave, where the world has epochs.
    times : ndarray of float, shape (n_waves,)
        Years since the first wave.
    """

    answers: Answers
    instrument: Instrument
    tree: Tree
    epochs: Ints | None
    times: Floats


def simulate_answers(world: World, rng: np.random.Generator, falls: Sequence[Fall] = ()) -> SimulatedAnswers:
    """Make a company's answers to single items by the null model, plus the falls that are asked for.

    Use `simulate_scores` where many companies are wanted and items do not matter.

    Parameters
    ----------
    world : World
        The company.
    rng : numpy.random.Generator
        Source of all randomness.
    falls : sequence of Fall
        What befalls it; several add up.

    Returns
    -------
    SimulatedAnswers
        Answers on 1 … 5, or on 0–100 where the world is not `likert`; who answers a wave answers every item.

    Raises
    ------
    ValueError
        If a fall is at a unit or in a scale that does not exist.

    Notes
    -----
    The model of `simulate_scores`, plus a level and noise of each item. Rounding to five points and the ends of the
    scale take a few hundredths off sizes and correlations, as they do in real answers.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis.simulate import World, simulate_answers
    >>> simulated = simulate_answers(World(n_waves=2), np.random.default_rng(20260101))
    >>> sorted(set(simulated.answers.value.tolist()))
    [1.0, 2.0, 3.0, 4.0, 5.0]
    """
    tree = world.tree()
    roster = draw_roster(world, world.seats(tree), rng)
    truth = true_scores(world, tree, roster, falls, rng)
    wave, seat = np.nonzero(roster.answers)
    who = np.stack([wave, number_persons(world, roster, rng)[wave, seat], roster.unit[seat]])
    value = _answer_items(world, truth[wave, seat] + moods(world, wave.size, rng), rng)
    n_items = value.shape[1]
    of_wave, person, unit = np.repeat(who, n_items, axis=1)
    answers = Answers(of_wave, person, unit, np.tile(np.arange(n_items), wave.size), value.ravel())
    return SimulatedAnswers(answers, _instrument(world), tree, world.epochs(), world.times())


def _answer_items(world: World, truth: Floats, rng: np.random.Generator) -> Floats:
    """Answers to all items, shape (n_rows, n_items), from what is true of each scale, shape (n_rows, n_scales)."""
    levels = rng.standard_normal((world.n_scales, world.items_per_scale))
    levels = world.item_spread * (levels - levels.mean(axis=1, keepdims=True))
    latent = np.repeat(truth, world.items_per_scale, axis=1) + levels.ravel()
    latent += math.sqrt(item_variance(world)) * rng.standard_normal(latent.shape)
    points: Floats = np.clip(world.mean + world.sd_points * latent, 0, 100)
    return np.rint(points / 25) + 1 if world.likert else points


def _instrument(world: World) -> Instrument:
    scale_of_item = np.repeat(np.arange(world.n_scales), world.items_per_scale)
    low, high = (1.0, 5.0) if world.likert else (0.0, 100.0)
    n_items = scale_of_item.size
    return Instrument(scale_of_item, np.full(n_items, low), np.full(n_items, high), np.zeros(n_items, dtype=np.bool_))
