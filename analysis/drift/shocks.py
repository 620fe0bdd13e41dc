"""How large the shocks may be that units share, and how likely each size is before any data and after them."""

import numpy as np

from analysis.drift.evidence import HIGHEST_LOG
from analysis.drift.model import Shocks, running_dot
from analysis.panel import Floats

GRID = tuple(
    Shocks(white, slow, lingering)
    for white in (0.0, 0.001, 0.0025, 0.01, 0.04, 0.2)
    for slow, lingering in (
        (0.0, 0.0),
        *((size, 0.0) for size in (0.005, 0.03, 0.2)),
        *((0.0, size) for size in (0.01, 0.04, 0.2)),
    )
)
"""Variances as shares of the variance between people."""

SIZES = np.array([shocks.times(1.0) for shocks in GRID])

DEFAULT_UNIT = 0.006
DEFAULT_BETWEEN = 0.003
PRIOR_WIDTH = 1.3
"""Standard deviation of the log variance before any data."""

SLOW_SHARE = 0.3
COMPANY_MOVES = 0.01
"""Variance of what the company does together, trends and seasons with it, as a share of that between people; set high,
because a unit must not be taken to fall when the company rises."""

RECENT_MONTHS = 6.0
"""A drift that has begun and is not found yet must not teach the engine that such shocks are usual."""


def log_prior(default: float, width: float, lingering: float = 0.0) -> Floats:
    """Log weights of the grid: log-normal around the default, a slow part being possible but not expected.

    `lingering` is what is known of such shocks elsewhere in the company; where they are larger than usual there, they
    are expected to be so here.
    """
    return np.array([_log_prior_of(shocks, default, width, lingering) for shocks in GRID])


def _log_prior_of(shocks: Shocks, default: float, width: float, lingering: float) -> float:
    weight = -0.5 * (np.log(max(shocks.white, default / 6.0) / default) / width) ** 2
    usual = SLOW_SHARE * default
    for size, middle in ((shocks.slow, usual), (shocks.lingering, max(usual, lingering))):
        if size > 0.0:
            weight += np.log(SLOW_SHARE) - 0.5 * (np.log(max(size, default / 6.0) / middle) / width) ** 2
    return float(weight)


def settle(log_weights: Floats) -> Shocks:
    """Posterior mean over the grid."""
    weights = np.exp(np.maximum(log_weights - log_weights.max(), -HIGHEST_LOG))
    total = running_dot(weights, np.ones_like(weights))
    return Shocks(*(running_dot(weights, np.ascontiguousarray(sizes)) / total for sizes in SIZES.T))


def settled_wave(months: Floats, wave: int) -> int:
    """Number of waves that may teach about shocks: all before `wave` but the latest sixth, six months at most."""
    if wave == 0:
        return 0
    recent = int((months[:wave] > months[wave - 1] - RECENT_MONTHS).sum())
    return wave - min(recent, wave // 6)
