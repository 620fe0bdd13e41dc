"""What a series shares with itself over time: covariances between its observations, their own noise apart.

Matrices are of shape (n_waves, n_waves), of which a row holds the covariances of one observation with those up to it.
The innermost loops add a multiple of one row to another, element by element: a processor does several at once without
changing any of them, and a longer series gives the same first rows to the last bit.
"""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.panel import Floats, Ints

UNKNOWN = 1e6
"""Variance of what is not known at all, in points squared."""

SLOW_MEMORY, LINGERING_MEMORY = 0.9, 0.98
"""What is left of a slow and of a lingering shock after a month."""

Sizes = tuple[float, float, float]
"""Variances of white, slow and lingering shocks."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the waves were, and which of them share people that are known one by one.

    Attributes
    ----------
    months : ndarray of float, shape (n_waves,)
        Time of each wave.
    block : ndarray of int, shape (n_waves,)
        Waves of one epoch have the same number; a wave of answers that are not linked has one of its own.
    """

    months: Floats
    block: Ints


@dataclass(frozen=True, slots=True)
class Kinship:
    """Covariance between means over the people of two blocks, of whom many are the same: variances and monthly decay.

    Attributes
    ----------
    lasting, wander : float
        Variances of the people's deviations times the share of people in both blocks, in points squared.
    stay, memory : float
        Share of people that stay for a month; autocorrelation of the wandering part over a month.
    """

    lasting: float
    wander: float
    stay: float
    memory: float


@numba.njit(cache=True)
def add_row(times: float, row: Floats, to: Floats) -> None:
    """Add a multiple of a row to another, which may be longer; as a loop over slices, which is compiled best."""
    for position in range(row.size):
        to[position] += times * row[position]


@numba.njit(cache=True)
def from_shocks(response: Floats, shocks: Sizes, months: Floats) -> Floats:
    """Covariances that white, slow and lingering shocks of these variances make.

    `response` is of each observation to a step that begins in the wave of the last axis, shape (n_waves, n_waves).
    """
    n = months.size
    cover = np.zeros((n, n))
    if shocks[0] + shocks[1] + shocks[2] > 0.0:
        impulse, shocked = _impulses(response), np.zeros(n)
        slow, lingering = _kept_between(months, SLOW_MEMORY), _kept_between(months, LINGERING_MEMORY)
        for t in range(n):
            shocked[: t + 1] = shocks[0] * impulse[: t + 1, t]
            if shocks[1] > 0.0:
                _add_fading(impulse[:, t], shocks[1], slow, t, shocked)
            if shocks[2] > 0.0:
                _add_fading(impulse[:, t], shocks[2], lingering, t, shocked)
            for a in range(t + 1):
                if shocked[a] != 0.0:
                    add_row(shocked[a], impulse[a, a : t + 1], cover[t, a:])
    return cover


@numba.njit(cache=True)
def add_loads(loads: Floats, cover: Floats) -> None:
    """Add what unknown numbers make; `loads`, shape (n_loads, n_waves), are responses per standard deviation."""
    for t in range(cover.shape[0]):
        for k in range(loads.shape[0]):
            if loads[k, t] != 0.0:
                add_row(loads[k, t], loads[k, : t + 1], cover[t])


@numba.njit(cache=True)
def add_kin(kin: Floats, known: tuple[float, float, float, float], months: Floats, block: Ints, cover: Floats) -> None:
    """Add what the same people make in different blocks; `known` are the fields of `Kinship`, `kin` as in `Series`."""
    lasting, wander, stay, memory = known
    for t in range(cover.shape[0]):
        if kin[t] * (lasting + wander) > 0.0:
            for s in range(t):
                if block[s] != block[t] and kin[s] > 0.0:
                    gap = months[t] - months[s]
                    cover[t, s] += kin[t] * kin[s] * stay**gap * (lasting + wander * memory**gap)


def season_loads(response: Floats, months: Floats) -> Floats:
    """Responses to a yearly cosine and sine of one point, shape (2, n_waves)."""
    impulse = response.copy()
    impulse[:, :-1] -= response[:, 1:]
    angle = 2.0 * np.pi * months / 12.0
    loads = np.zeros((2, months.size))
    for wave in range(months.size):
        loads[0] += impulse[:, wave] * np.cos(angle[wave])
        loads[1] += impulse[:, wave] * np.sin(angle[wave])
    return loads


@numba.njit(cache=True)
def _impulses(response: Floats) -> Floats:
    """Response of observation t to a shock in wave a alone, at [a, t]."""
    n = response.shape[0]
    impulse = np.zeros((n, n))
    for t in range(n):
        for a in range(t):
            impulse[a, t] = response[t, a] - response[t, a + 1]
        impulse[t, t] = response[t, t]
    return impulse


@numba.njit(cache=True)
def _kept_between(months: Floats, memory: float) -> Floats:
    """What is left of a shock from each wave to the next, shape (n_waves,); 1 after the last."""
    keep = np.ones(months.size)
    for a in range(months.size - 1):
        keep[a] = memory ** (months[a + 1] - months[a])
    return keep


@numba.njit(cache=True)
def _add_fading(impulse: Floats, size: float, keep: Floats, t: int, out: Floats) -> None:
    """Add the covariance of one observation with the fading shock of each wave up to t, by two sweeps."""
    run = 0.0
    for a in range(t + 1):
        if a > 0:
            run *= keep[a - 1]
        run += impulse[a]
        out[a] += size * run
    run = 0.0
    for back in range(t):
        a = t - 1 - back
        run = (run + impulse[a + 1]) * keep[a]
        out[a] += size * run
