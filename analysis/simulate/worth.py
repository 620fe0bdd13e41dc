"""What a shift of everybody is worth on the answers, where rounding and the ends of the scale take their part."""

import numpy as np
from scipy.special import ndtr

from analysis.simulate.parts import item_variance
from analysis.simulate.world import World


def expected_points(world: World, shift: float = 0.0) -> float:
    """Mean answer of the world's people, in points, if all of them stand higher by a shift.

    Use it to know how large a fall is in points: with many answers at the end of the scale less is seen of it than
    its SD say. Not for one team, whose own level shifts it already.

    Parameters
    ----------
    world : World
        The company.
    shift : float
        In SD of a person's score.

    Returns
    -------
    float
        Points of 0–100.

    Notes
    -----
    The mean of a bounded answer is the sum of its probabilities to exceed each step, all normal. Season, cooling
    joiners and a replaced item are shifts of their own and left out.

    Examples
    --------
    >>> from analysis.simulate import World
    >>> base, ceiling = World(), World(mean=93.3)
    >>> [round(expected_points(world, -0.2) - expected_points(world), 1) for world in (base, ceiling)]
    [-3.9, -2.6]
    """
    levels = world.levels.team + world.levels.division
    shocks = world.wobble + world.division_shock + world.company_shock
    residual = world.residual * world.scale_correlation + item_variance(world)
    variance = world.team + levels + world.person + world.wander + shocks + residual + world.item_spread**2
    steps = np.array([12.5, 37.5, 62.5, 87.5]) if world.likert else (np.arange(1000) + 0.5) / 10
    beyond = ndtr((world.mean + world.sd_points * shift - steps) / (world.sd_points * np.sqrt(variance)))
    careless = world.answering.careless
    return float((1 - careless) * 100 * beyond.mean() + careless * 50)
