"""What is new in a series, wave by wave.

The series is Gaussian with a known covariance; its innovations and the responses of these to a step are found by
Cholesky decomposition, row by row. A row depends on the rows before it alone, so that a longer series gives the same
first innovations to the last bit; that is why the loops are our own.
"""

import numba
import numpy as np

from analysis.drift.covariance import add_row
from analysis.panel import Floats, Ints

LEAST_NEWS = 0.02
"""Part of an observation's own noise that is always new; a guard where ties between epochs are taken too large."""

MOST_SPREAD = 100.0
"""Standard deviation, in points, above which an observation only sets a level that was unknown."""


@numba.njit(cache=True)
def whiten(
    value: Floats, noise: Floats, cover: Floats, response: Floats, first_onset: Ints
) -> tuple[Floats, Floats, Floats]:
    """Innovations of one series.

    value, noise : shape (n_waves,), points and points squared; noise is inf where there is no observation.
    cover : shape (n_waves, n_waves), covariances without the noise, as in `covariance`.
    response : shape (n_waves, n_waves), of each value to a step that begins in the wave of the last axis.
    first_onset : shape (n_waves,), rising; earliest step whose response is wanted after each wave.

    Returns innovations of variance 1, their standard deviations before scaling (inf where none), and the responses
    of the scaled innovations to a step, shape (n_waves, n_waves).
    """
    fresh, spread, later = innovations(value, noise, cover)
    n = value.size
    moved = np.zeros((n, n))
    for t in range(n):
        if not np.isfinite(spread[t]):
            continue
        first = first_onset[t]
        moved[t, first : t + 1] = response[t, first : t + 1]
        for s in range(first, t):
            if later[s, t] != 0.0:
                add_row(-later[s, t], moved[s, first : s + 1], moved[t, first:])
        for onset in range(first, t + 1):
            moved[t, onset] /= spread[t]
    return fresh, spread, moved


@numba.njit(cache=True)
def innovations(value: Floats, noise: Floats, cover: Floats) -> tuple[Floats, Floats, Floats]:
    """The first two of `whiten`, and the upper Cholesky factor of the covariance, shape (n_waves, n_waves)."""
    n = value.size
    later, fresh, spread, rest = np.zeros((n, n)), np.zeros(n), np.full(n, np.inf), np.zeros(n)
    for t in range(n):
        if not np.isfinite(noise[t]):
            continue
        rest[: t + 1] = cover[t, : t + 1]
        left = value[t]
        for s in range(t):
            if np.isfinite(noise[s]):
                later[s, t] = rest[s] / spread[s]
                left -= later[s, t] * fresh[s]
                add_row(-later[s, t], later[s, s + 1 : t + 1], rest[s + 1 :])
        spread[t] = np.sqrt(max(rest[t] + noise[t], LEAST_NEWS * noise[t]))
        later[t, t], fresh[t] = spread[t], left / spread[t]
    return fresh, spread, later


@numba.njit(cache=True)
def log_likelihood(fresh: Floats, spread: Floats) -> Floats:
    """Running log likelihood after each wave, shape (n_waves,); what only sets an unknown level counts for nothing."""
    out, total = np.zeros(fresh.size), 0.0
    for wave in range(fresh.size):
        if spread[wave] < MOST_SPREAD:
            total -= 0.5 * fresh[wave] ** 2 + np.log(spread[wave])
        out[wave] = total
    return out
