"""How large the shocks may be that units share, and how likely each size is before any data and after them."""

import numpy as np

from analysis.drift.evidence import HIGHEST_LOG
from analysis.drift.model import Shocks, running_dot
from analysis.panel import Floats

LASTING = (
    (0.0, 0.0),
    *((size, 0.0) for size in (0.005, 0.03, 0.2)),
    *((0.0, size) for size in (0.01, 0.04, 0.2)),
)
"""Variances of slow and lingering shocks that are considered, as shares of the variance between people."""

GRID = np.array([(white, *lasting) for white in (0.0, 0.001, 0.0025, 0.01, 0.04, 0.2) for lasting in LASTING])
"""The same with white shocks before them, shape (n_points, 3)."""

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


def beside_white(white: float) -> Floats:
    """Points at which lasting shocks alone are weighed, white ones being known; as `GRID`."""
    return np.array([(white, *lasting) for lasting in LASTING])


def log_prior(sizes: Floats, default: float, width: float, lingering: float = 0.0) -> Floats:
    """Log weights of points: log-normal around the default, a slow part being possible but not expected.

    `lingering` is what is known of such shocks elsewhere in the company; where they are larger than usual there, they
    are expected to be so here.
    """
    usual, least = SLOW_SHARE * default, default / 6.0
    weight = -0.5 * (np.log(np.maximum(sizes[:, 0], least) / default) / width) ** 2
    for column, middle in ((1, usual), (2, max(usual, lingering))):
        away = np.log(np.maximum(sizes[:, column], least) / middle) / width
        weight += np.where(sizes[:, column] > 0.0, np.log(SLOW_SHARE) - 0.5 * away**2, 0.0)
    return np.asarray(weight)


def settle(sizes: Floats, log_weights: Floats) -> Shocks:
    """Posterior mean over points."""
    weights = np.exp(np.maximum(log_weights - log_weights.max(), -HIGHEST_LOG))
    total = running_dot(weights, np.ones_like(weights))
    return Shocks(*(running_dot(weights, np.ascontiguousarray(column)) / total for column in sizes.T))


def settled_wave(months: Floats, wave: int) -> int:
    """Number of waves that may teach about shocks: all before `wave` but the latest sixth, six months at most."""
    if wave == 0:
        return 0
    recent = int((months[:wave] > months[wave - 1] - RECENT_MONTHS).sum())
    return wave - min(recent, wave // 6)
