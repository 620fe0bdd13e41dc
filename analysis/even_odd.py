"""Even-odd consistency: whether a person's answers to the same things agree."""

import numpy as np

from analysis.panel import Floats, Ints

_LEAST_SCALES = 10


def even_odd_consistency(points: Floats, who: Ints, scale: Ints, n_people: int) -> Floats:
    """Correlation over scales between the means of every other item, stepped up to full length.

    Parameters
    ----------
    points : ndarray of float, shape (n_rows,)
        Answers in points, reversed items turned, ordered by person and within a person by item.
    who : ndarray of int, shape (n_rows,)
        Number of the person, ascending from 0.
    scale : ndarray of int, shape (n_rows,)
        Scale of the item.
    n_people : int
        How many persons there are.

    Returns
    -------
    ndarray of float, shape (n_people,)
        −1 to 1; nan with fewer than ten scales that have two answers, as fewer say next to nothing, or where a half
        does not vary.

    Notes
    -----
    2r / (1 + r) (Spearman-Brown) for r ≥ 0. For r < 0 the formula runs to −∞, so r itself is given.

    Examples
    --------
    >>> scale = np.repeat(np.arange(10), 2)
    >>> even_odd_consistency(10.0 * scale, np.zeros(20, int), scale, 1).round(6).tolist()
    [1.0]
    """
    n_scales = int(scale.max(initial=0)) + 1
    pair = who * n_scales + scale
    order = np.argsort(pair, kind="stable")
    first = np.searchsorted(pair[order], pair[order])
    side = (np.arange(pair.size) - first) % 2
    size = n_people * n_scales
    halves = np.zeros((2, size))
    counts = np.zeros((2, size))
    for half in (0, 1):
        rows = order[side == half]
        halves[half] = np.bincount(pair[rows], points[rows], size)
        counts[half] = np.bincount(pair[rows], minlength=size)
    used = np.flatnonzero((counts > 0).all(axis=0))
    means = halves[:, used] / counts[:, used]
    return _stepped_up(_correlation(means, used // n_scales, n_people))


def _correlation(means: Floats, who: Ints, n_people: int) -> Floats:
    n = np.bincount(who, minlength=n_people)
    away = [half - (np.bincount(who, half, n_people) / np.maximum(n, 1))[who] for half in means]
    shared = np.bincount(who, away[0] * away[1], n_people)
    size = np.sqrt(np.bincount(who, away[0] ** 2, n_people) * np.bincount(who, away[1] ** 2, n_people))
    enough = (n >= _LEAST_SCALES) & (size > 1e-9)
    return np.asarray(np.divide(shared, size, out=np.full(n_people, np.nan), where=enough))


def _stepped_up(correlation: Floats) -> Floats:
    return np.where(correlation > 0, 2 * correlation / (1 + np.maximum(correlation, 0)), correlation)
