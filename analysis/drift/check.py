"""The self-check: whether what should be new in each wave is new, and what is done where it is not."""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.panel import Floats, Ints

LAGS = 6
"""Waves over which innovations may hang together."""

FIRST_WAVES = 6
"""Waves of each unit that are not looked at: levels and parameters are hardly known yet."""

STANDARD_ERRORS = 2.0
"""What is found must be larger than its own chance error by so many of them."""

SCALES_TOGETHER = 0.5
"""Scales go together: so much of what each after the first adds is new."""


@dataclass(frozen=True, slots=True)
class Check:
    """Sums over the innovations of all units of one depth, in waves that are settled.

    Attributes
    ----------
    products : ndarray of float, shape (LAGS + 1, n_depths)
        Sums of products of innovations so many waves apart.
    count : ndarray of float, shape (n_depths,)
        Number of innovations.
    n_scales : int
        Scales they are of.
    """

    products: Floats
    count: Floats
    n_scales: int

    @staticmethod
    def of(innovations: list[Floats], depth: Ints, settled: int) -> "Check":
        """Of innovations by scale, each of shape (n_units, n_waves), nan where there is none."""
        n_depths = int(depth.max()) + 1
        products, count = np.zeros((LAGS + 1, n_depths)), np.zeros(n_depths)
        asked = [one[:, :settled] for one in innovations if not np.isnan(one[:, :settled]).all()]
        for one in asked:
            _add_products(one, depth, products, count)
        return Check(products, count, len(asked))

    def inflation(self, n_depths: int) -> Floats:
        """What variances are taken to be larger by, at least 1, shape (n_depths,); depths not seen yet by none.

        The long-run variance of the innovations, which is 1 if the model holds, less its chance error.
        """
        seen = np.maximum(self.count, 1.0)
        long_run = (self.products[0] + 2.0 * self.products[1:].sum(axis=0)) / seen
        independent = seen * (1.0 + SCALES_TOGETHER * (self.n_scales - 1)) / max(self.n_scales, 1)
        error = np.sqrt((2.0 + 4.0 * LAGS) / independent)
        found = np.where(self.count > 0, np.maximum(long_run - STANDARD_ERRORS * error, 1.0), 1.0)
        return np.concatenate((found, np.ones(max(n_depths - found.size, 0))))


@numba.njit(cache=True)
def _add_products(fresh: Floats, depth: Ints, products: Floats, count: Floats) -> None:
    for unit in range(fresh.shape[0]):
        d, seen = depth[unit], 0
        for t in range(fresh.shape[1]):
            if np.isnan(fresh[unit, t]):
                continue
            seen += 1
            if seen <= FIRST_WAVES:
                continue
            count[d] += 1.0
            products[0, d] += fresh[unit, t] ** 2
            for lag in range(1, min(LAGS, t) + 1):
                if not np.isnan(fresh[unit, t - lag]) and seen > FIRST_WAVES + lag:
                    products[lag, d] += fresh[unit, t] * fresh[unit, t - lag]
