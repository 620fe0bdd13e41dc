"""How much levels move by themselves, told from published means alone."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.levels.local_level import sampling
from analysis.panel import Floats, Ints
from analysis.trend import Motion

USUAL = Motion(wander=2.25, shock=0.25)
"""Levels of companies and divisions wander by a point and a half a year, and waves shift them by half a point."""

LEAST = 0.2
"""Of the usual, below which neither is believed to be: a short calm does not make a level known for ever."""

FRESH = 0.8
"""Of the sampling variance, what differs from wave to wave although mostly the same people answer."""

_ROUNDS = 4
_FAR = 6.0
"""Squares of this many times what is expected count no more: a fall is not how levels usually move."""


def usual_motion(mean: ArrayLike, people: ArrayLike, spread: ArrayLike, times: ArrayLike) -> Motion:
    """Estimate how levels move when nothing in particular happens, from a few large units.

    For `trends`, one scale at a time, from the company and its divisions. Not from teams, whose people come and go.

    Parameters
    ----------
    mean, people : array_like of float, shape (n_series, n_waves)
        As in `trends`.
    spread, times : array_like of float, shape (n_waves,)
        As in `trends`.

    Returns
    -------
    Motion
        The usual one while there are few waves; never below a fifth of it.

    Raises
    ------
    ValueError
        If a shape does not fit its neighbour, times do not rise, or a mean has no people.
    InsufficientData
        If there is no mean at all.

    Notes
    -----
    Between waves s < t of a unit, E (y_t − y_s)² = wander · (time passed) + 2 shock + `FRESH` spread² (1/n_s + 1/n_t).
    All pairs of all units are put on one line by weighted least squares, weights from what the line before expected,
    large squares cut. Pairs of a series with T means count together as T − 1. The usual motion enters as one more
    observation of each, as unsure as it is large, so that it has the word while waves are few. Units that move together
    make the estimate surer than it is.

    Examples
    --------
    >>> usual_motion([[60.0, 50.0]], [[25, 25]], [20.0, 20.0], [0.0, 0.1]) == USUAL
    False
    >>> usual_motion([[60.0]], [[25]], [20.0], [0.0]) == USUAL
    True
    """
    values, noise, when = sampling(mean, people, spread, times)
    first, last = np.triu_indices(when.size, 1)
    series, pair = np.nonzero(np.isfinite(values[:, first]) & np.isfinite(values[:, last]))
    if not series.size:
        return USUAL
    then, now = first[pair], last[pair]
    square = (values[series, now] - values[series, then]) ** 2
    expected = FRESH * (noise[series, now] + noise[series, then])
    design = np.stack((when[now] - when[then], np.full(pair.size, 2.0)))
    worth = _worth(np.isfinite(values), series)
    found = np.array([USUAL.wander, USUAL.shock])
    for _ in range(_ROUNDS):
        found = _line(square, expected, design, worth, found)
    return Motion(float(found[0]), float(found[1]))


def _worth(held: NDArray[np.bool_], series: Ints) -> Floats:
    """What a pair counts: those of a series with T means count T − 1 together."""
    n = held.sum(axis=1)[series]
    return np.asarray(2.0 / n)


def _line(square: Floats, expected: Floats, design: Floats, worth: Floats, guess: Floats) -> Floats:
    """Wander and shock by one round of weighted least squares from the round before."""
    usual = np.array([USUAL.wander, USUAL.shock])
    total = np.maximum(expected + guess @ design, 1e-9)
    excess = np.minimum(square, _FAR * total) - expected
    weight = worth / (2.0 * total**2)
    normal = (design * weight) @ design.T + np.diag(1.0 / usual**2)
    return np.asarray(np.maximum(np.linalg.solve(normal, (design * weight) @ excess + 1.0 / usual), LEAST * usual))
