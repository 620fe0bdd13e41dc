"""Favourable share: how many answered on the favourable side."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from analysis.panel import Answers, Floats, Instrument, Ints, Scores
from analysis.precision import estimate_levels
from analysis.scoring import to_points
from analysis.tree import Tree

FAVOURABLE = 75.0
"""Points from which an answer is favourable: the top two of five."""


@dataclass(frozen=True, slots=True)
class FavourableShares:
    """A row per wave, unit (its subtree) and item, in that order.

    Attributes
    ----------
    wave, unit, item, n : ndarray of int, shape (n_rows,)
        Where and what, and how many answered.
    share, low, high : ndarray of float, shape (n_rows,)
        Share of favourable answers, 0–1, with its 90 % interval.
    """

    wave: Ints
    unit: Ints
    item: Ints
    n: Ints
    share: Floats
    low: Floats
    high: Floats


def favourable_shares(answers: Answers, instrument: Instrument, tree: Tree) -> FavourableShares:
    """Share of favourable answers to each item, for every unit and wave.

    What many tools publish; readable, but it throws away how far answers lie apart, so changes are judged on scores.

    Parameters
    ----------
    answers : Answers
        A row per answer, in any order.
    instrument : Instrument
        Ranges and directions of the items.
    tree : Tree
        The units.

    Returns
    -------
    FavourableShares
        An answer is favourable from 75 points of 0–100 on, reversed items turned: 4 and 5 of five, 6 and 7 of seven.

    Raises
    ------
    ValueError
        If an item or unit is unknown, or a value off its scale.

    Notes
    -----
    Wilson's interval, which does not collapse where everybody agrees, with n divided by the design effect: the
    squared standard error of `estimate_levels`, which respects teams, over p(1 − p)/(n − 1), at least 1.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the
    American Statistical Association, 22, 209-212.

    Examples
    --------
    >>> answers = Answers([0] * 4, [1, 2, 3, 4], [0] * 4, [0] * 4, [5.0, 4.0, 3.0, 5.0])
    >>> favourable_shares(answers, Instrument([0], [1], [5], [False]), Tree([-1])).share.tolist()
    [0.75]
    """
    points = to_points(answers.value, answers.item, instrument)
    percent = np.where(points >= FAVOURABLE, 100.0, 0.0)
    levels = estimate_levels(Scores(answers.wave, answers.person, answers.unit, answers.item, percent), tree)
    share = levels.mean / 100
    plain = share * (1 - share) / np.maximum(levels.n - 1, 1)
    effect = np.divide((levels.se / 100) ** 2, plain, out=np.ones(share.size), where=(plain > 0) & (levels.n > 1))
    low, high = _wilson(share, levels.n / np.maximum(effect, 1))
    return FavourableShares(levels.wave, levels.unit, levels.scale, levels.n, share, low, high)


def _wilson(share: Floats, n: Floats) -> tuple[Floats, Floats]:
    z = float(ndtri(0.95))
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return np.maximum(middle - reach, 0), np.minimum(middle + reach, 1)
