"""A simulated company, answer by answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.panel import Answers, Floats, Instrument, Ints
from analysis.simulate.company import draw_company
from analysis.simulate.fall import Fall
from analysis.simulate.sheets import fill_sheets, instrument_of
from analysis.simulate.world import World
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
        Answers on 1 … 5, or on 0–100 where the world is not `likert`; who answers a wave answers every item asked.

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
    company = draw_company(world, rng, falls)
    answers = fill_sheets(world, company, rng).answers()
    return SimulatedAnswers(answers, instrument_of(world), company.tree, world.epochs(), world.times())
