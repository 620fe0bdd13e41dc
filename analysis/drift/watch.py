"""The watch list: e-detectors of all units, listed by the e-Benjamini-Hochberg rule at a stated error over patience."""

import numpy as np

from analysis.panel import Floats, Ints

FALSE_SHARE_PER_YEAR = 0.25
"""Share of false entries to expect on a list that is read after a year in which nothing else has happened."""

LEAST_PATIENCE = 6.0


def patience(waves_per_year: float) -> float:
    return max(LEAST_PATIENCE, waves_per_year / FALSE_SHARE_PER_YEAR)


def listed(weighted: Floats, bound: float) -> np.typing.NDArray[np.bool_]:
    """Which log evidences, each already weighted so that all weights add to one, belong on the list.

    The k largest are listed for the largest k with k-th value ≥ log(bound / k) (Dandapanthula & Ramdas,
    arXiv 2501.04130): the expected share of false entries at any time T is then at most T / bound.
    """
    flat = np.sort(weighted, axis=None)[::-1]
    enough = np.flatnonzero(flat >= np.log(bound / np.arange(1, flat.size + 1)))
    if not enough.size:
        return np.zeros(weighted.shape, dtype=np.bool_)
    return np.asarray(weighted >= flat[enough[-1]])


def log_weights(depth: Ints, waves: Ints, n_scales: int) -> Floats:
    """Log weight of every node, shape (n_units,): equal over levels, over the units of a level, and over scales.

    Only units that could be compared in two waves so far share in it: `waves` counts these, shape (n_units,).
    """
    judged = waves >= 2
    if not judged.any():
        judged = np.ones_like(judged)
    units_at = np.bincount(depth[judged], minlength=int(depth.max()) + 1)
    n_levels = int((units_at > 0).sum())
    shared = np.log(np.maximum(units_at, 1)[depth]) + np.log(n_levels) + np.log(n_scales)
    return np.asarray(np.where(judged, -shared, -np.inf))
