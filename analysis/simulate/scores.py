"""A simulated company at the level of scores: fast, because no item is drawn."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats, Ints, Scores, Summaries
from analysis.simulate.company import draw_company
from analysis.simulate.fall import Fall
from analysis.simulate.parts import item_variance, moods
from analysis.simulate.roster import number_persons
from analysis.simulate.world import World
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class SimulatedScores:
    """A company's scores and what the monitor needs to read them.

    Attributes
    ----------
    scores : Scores
        A row per person, wave and scale.
    tree : Tree
        The units.
    epochs : ndarray of int, shape (n_waves,), or None
        Epoch of each wave, where the world has epochs.
    times : ndarray of float, shape (n_waves,)
        Years since the first wave.
    """

    scores: Scores
    tree: Tree
    epochs: Ints | None
    times: Floats


def simulate_scores(world: World, rng: np.random.Generator, falls: Sequence[Fall] = ()) -> SimulatedScores:
    """Make a company's scores by the null model, plus the falls that are asked for.

    Use it where many companies are wanted; `simulate_answers` makes answers on five points.

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
    SimulatedScores
        Scores, clipped to 0–100 points, rows in the order of waves.

    Raises
    ------
    ValueError
        If a fall is at a unit or in a scale that does not exist.

    Notes
    -----
    Score of person i in unit j on a scale at wave t, in points:
    mean + SD · (a_j + b_i + c_it + w_jt + v_jt + u_t + season_t − fall_jt + mood_it + ε_it),
    all parts normal and independent, c, w, v, u AR(1), each part correlated alike between scales. ε is the mean of the
    items' own noise; the mood is shared by all items, so more items do not remove it.

    Examples
    --------
    >>> import numpy as np
    >>> from analysis.simulate import Fall, World, simulate_scores
    >>> crash = Fall(unit=1, onset=6, size=0.8)
    >>> simulated = simulate_scores(World(n_waves=12), np.random.default_rng(20260101), [crash])
    >>> simulated.tree.n_units
    67
    """
    company = draw_company(world, rng, falls)
    tree, roster = company.tree, company.roster
    wave, seat = np.nonzero(roster.answers)
    own = math.sqrt(item_variance(world) / world.items_per_scale)
    noise = moods(world, wave.size, rng) + own * rng.standard_normal((wave.size, world.n_scales))
    points = np.clip(world.mean + world.sd_points * (company.truth[wave, seat] + noise), 0, 100)
    who = np.stack([wave, number_persons(world, roster, rng)[wave, seat], roster.unit[wave, seat]])
    of_wave, person, unit = np.repeat(who, world.n_scales, axis=1)
    scale = np.tile(np.arange(world.n_scales), wave.size)
    scores = Scores(of_wave, person, unit, scale, points.ravel(), np.full(scale.size, world.items_per_scale))
    return SimulatedScores(scores, tree, world.epochs(), world.times())


def summarise(scores: Scores, tree: Tree) -> Summaries:
    """What another tool would export: n, mean and SD of every unit in which people sit.

    Parameters
    ----------
    scores : Scores
        A row per person, wave and scale.
    tree : Tree
        The units.

    Returns
    -------
    Summaries
        A row per wave, unit and scale that has scores, in this order; the SD of a single person is nan.

    Raises
    ------
    ValueError
        If a score's unit is not in the tree.
    """
    n_scales = int(scores.scale.max(initial=0)) + 1
    if scores.unit.size and scores.unit.max() >= tree.n_units:
        raise ValueError(f"unit {scores.unit.max()} is not in the tree of {tree.n_units} units")
    key = (scores.wave * tree.n_units + scores.unit) * n_scales + scores.scale
    cells, row_cell, n = np.unique(key, return_inverse=True, return_counts=True)
    mean = np.bincount(row_cell, scores.value, cells.size) / n
    squares = np.bincount(row_cell, (scores.value - mean[row_cell]) ** 2, cells.size)
    sd = np.full(cells.size, np.nan)
    np.sqrt(squares / np.maximum(n - 1, 1), out=sd, where=n > 1)
    unit_wave, scale = np.divmod(cells, n_scales)
    wave, unit = np.divmod(unit_wave, tree.n_units)
    return Summaries(wave, unit, scale, n, np.clip(mean, 0, 100), sd)


def unlink(scores: Scores) -> Scores:
    """The same scores without person numbers.

    Parameters
    ----------
    scores : Scores
        A row per person, wave and scale.

    Returns
    -------
    Scores
        With person −1 in every row.
    """
    nobody = np.full_like(scores.person, -1)
    return Scores(scores.wave, nobody, scores.unit, scores.scale, scores.value, scores.n_items)
