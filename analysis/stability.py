"""How much of a person's answer in one wave is there again in another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.columns import check_least, check_lengths, real, whole
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Stability:
    """Correlations between waves over the people who answered both.

    Attributes
    ----------
    correlation : ndarray of float, shape (n_waves, n_waves)
        Pearson's r; nan where fewer than three people answered both, or nothing varies.
    n : ndarray of int, shape (n_waves, n_waves)
        People who answered both.
    """

    correlation: Floats
    n: Ints


def wave_correlations(wave: ArrayLike, person: ArrayLike, value: ArrayLike) -> Stability:
    """Correlations of people's values between all pairs of waves.

    Falling from lag to lag they show people who wander; level from the second lag on, people who stay themselves.

    Parameters
    ----------
    wave, person : array_like of int, shape (n_rows,)
        When, and who; rows of unlinked people (−1) are left out. One row per wave and person.
    value : array_like of float, shape (n_rows,)
        The score.

    Returns
    -------
    Stability
        Waves in order from 0.

    Raises
    ------
    ValueError
        If columns do not fit together, or a person has two rows in one wave.

    Notes
    -----
    Each pair of waves uses its own people, so the matrix need not be positive definite. Error in the scores lowers all
    correlations alike.

    Examples
    --------
    >>> stability = wave_correlations([0, 0, 0, 1, 1, 1], [1, 2, 3, 1, 2, 3], [10.0, 20, 30, 12, 20, 34])
    >>> round(float(stability.correlation[0, 1]), 3)
    0.988
    """
    waves, persons, values = whole(wave, "wave"), whole(person, "person"), real(value, "value")
    check_lengths(wave=waves, person=persons, value=values)
    check_least(waves, 0, "wave")
    known = persons >= 0
    _, row = np.unique(persons[known], return_inverse=True)
    shape = int(row.max(initial=-1)) + 1, int(waves.max(initial=-1)) + 1
    here, table = np.zeros(shape), np.zeros(shape)
    np.add.at(here, (row, waves[known]), 1)
    if (here > 1).any():
        raise ValueError(f"a person has two rows in wave {int(np.argwhere(here > 1)[0, 1])}")
    table[row, waves[known]] = values[known] - values.mean()
    return _correlate(table, here)


def _correlate(table: Floats, here: Floats) -> Stability:
    """From values with 0 where there is none, and 1 where there is one."""
    n = here.T @ here
    total, square = table.T @ here, (table**2).T @ here
    people = np.maximum(n, 1)
    shared = table.T @ table - total * total.T / people
    spread = np.maximum(square - total**2 / people, 0)
    size = np.sqrt(spread * spread.T)
    enough = (n >= 3) & (size > 1e-9 * np.maximum(square, square.T))
    correlation = np.divide(shared, size, out=np.full(n.shape, np.nan), where=enough)
    return Stability(np.clip(correlation, -1, 1), n.astype(np.int64))
