"""What is new in a series, wave by wave, given shocks that it shares with itself over time.

The series is Gaussian with a known covariance; its innovations and the responses of these to a step are found by
Cholesky decomposition, row by row. A row depends on the rows before it alone, so that a longer series gives the same
first innovations to the last bit; that is why the loops are our own.
"""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.panel import Floats, Ints

UNKNOWN = 1e6
"""Variance of what is not known at all, in points squared."""

MONTHLY_MEMORY = 0.9
"""What is left of a slow shock after a month."""


LEAST_NEWS = 0.02
"""Part of an observation's own noise that is always new; a guard where ties between epochs are taken too large."""


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


When = tuple[Floats, Ints, float]
"""Months and block of each wave, monthly memory of slow shocks."""

Kin = tuple[Floats, float, float, float, float]
"""Series' `kin`, then the fields of `Kinship`."""


@numba.njit(cache=True)
def whiten(
    value: Floats, noise: Floats, response: Floats, loads: Floats, shocks: tuple[float, float], when: When, kin: Kin
) -> tuple[Floats, Floats, Floats]:
    """Innovations of one series.

    value, noise : shape (n_waves,), points and points squared; noise is inf where there is no observation.
    response : shape (n_waves, n_waves), of each value to a step that begins in the wave of the last axis.
    loads : shape (n_loads, n_waves), responses to what is unknown, scaled to its standard deviation.
    shocks : variances of white and slow shocks in points squared.

    Returns innovations of variance 1, their standard deviations before scaling (inf where none), and the responses
    of the scaled innovations to a step, shape (n_waves, n_waves).
    """
    fresh, spread, factor = innovations(value, noise, response, loads, shocks, when, kin)
    moved = np.zeros_like(factor)
    for t in range(value.size):
        if np.isfinite(spread[t]):
            for onset in range(t + 1):
                rest = response[t, onset]
                for s in range(onset, t):
                    rest -= factor[t, s] * moved[s, onset]
                moved[t, onset] = rest / spread[t]
    return fresh, spread, moved


@numba.njit(cache=True)
def innovations(
    value: Floats, noise: Floats, response: Floats, loads: Floats, shocks: tuple[float, float], when: When, kin: Kin
) -> tuple[Floats, Floats, Floats]:
    """The first two of `whiten`, and the lower Cholesky factor of the covariance, shape (n_waves, n_waves)."""
    n = value.size
    impulse, shocked = np.zeros((n, n)), np.zeros(n)
    factor, fresh, spread = np.zeros((n, n)), np.zeros(n), np.full(n, np.inf)
    for t in range(n):
        if not np.isfinite(noise[t]):
            continue
        for a in range(t):
            impulse[t, a] = response[t, a] - response[t, a + 1]
        impulse[t, t] = response[t, t]
        _shock_row(impulse[t], shocks, when, t, shocked)
        left = value[t]
        for s in range(t):
            if np.isfinite(noise[s]):
                cover = _covariance(t, s, shocked, impulse, loads, when, kin)
                for r in range(s):
                    cover -= factor[t, r] * factor[s, r]
                factor[t, s] = cover / factor[s, s]
                left -= factor[t, s] * fresh[s]
        rest = _covariance(t, t, shocked, impulse, loads, when, kin) + noise[t]
        for r in range(t):
            rest -= factor[t, r] ** 2
        spread[t] = np.sqrt(max(rest, LEAST_NEWS * noise[t]))
        factor[t, t], fresh[t] = spread[t], left / spread[t]
    return fresh, spread, factor


@numba.njit(cache=True)
def _covariance(t: int, s: int, shocked: Floats, impulse: Floats, loads: Floats, when: When, kin: Kin) -> float:
    """Between the observations of two waves s ≤ t, their own noise apart."""
    months, block, _ = when
    kin_of, lasting, wander, stay, memory = kin
    cover = 0.0
    for a in range(s + 1):
        cover += shocked[a] * impulse[s, a]
    for k in range(loads.shape[0]):
        cover += loads[k, t] * loads[k, s]
    if block[s] != block[t]:
        gap = months[t] - months[s]
        cover += kin_of[t] * kin_of[s] * stay**gap * (lasting + wander * memory**gap)
    return cover


@numba.njit(cache=True)
def _shock_row(impulse: Floats, shocks: tuple[float, float], when: When, t: int, out: Floats) -> None:
    """Covariance of one row's shocks with the shock of each wave up to t, by two sweeps."""
    white, slow = shocks
    months, _, memory = when
    run = 0.0
    for a in range(t + 1):
        if a > 0:
            run *= memory ** (months[a] - months[a - 1])
        run += impulse[a]
        out[a] = white * impulse[a] + slow * run
    run = 0.0
    for back in range(t):
        a = t - 1 - back
        run = (run + impulse[a + 1]) * memory ** (months[a + 1] - months[a])
        out[a] += slow * run
