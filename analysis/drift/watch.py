"""The watch list: e-detectors of all units, listed by the e-Benjamini-Hochberg rule at a stated error over patience."""

import numpy as np

from analysis.panel import Floats

FALSE_SHARE_PER_YEAR = 0.25
"""Share of false entries to expect on a list that is read after a year in which nothing else has happened."""

LEAST_PATIENCE = 20.0


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


def node_log_weights(depth: np.typing.NDArray[np.int64], n_scales: int) -> Floats:
    """Log weight of every node, shape (n_units,): equal over levels, over the units of a level, and over scales."""
    units_at = np.bincount(depth)
    return np.asarray(-np.log(units_at[depth]) - np.log(units_at.size) - np.log(n_scales))
