"""When a change began, how large it is, and in which shape: posterior over all hypotheses of one node."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from analysis.drift.evidence import HIGHEST_LOG, N_SIZES
from analysis.drift.shapes import Shapes
from analysis.drift.tables import Tables
from analysis.panel import Floats

PER_DOUBLING = 0.25
"""Steps of the sizes that are weighed here: finer than for the evidence, where a size between two of them costs little.

Of a clear step of such a size a ramp to the wrong one would seem likelier, and its onset would be dated too early.
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """One change as the evidence after one wave describes it.

    Attributes
    ----------
    onset, onset_low, onset_high : int
        Likeliest first wave, and the 90 % interval.
    shape : int
        Index of the likeliest shape.
    is_step : bool
        Whether a step is likelier than a ramp, before any data as likely as all ramps together.
    size, low, high : float
        Median and 90 % interval of the points changed so far; positive.
    """

    onset: int
    onset_low: int
    onset_high: int
    shape: int
    is_step: bool
    size: float
    low: float
    high: float


def date_change(tables: Tables, wave: int, shapes: Shapes, *, sign: int, smallest: float) -> Dated:
    """Describe the fall (sign −1) or rise (sign 1) of a node as known after a wave."""
    # Cut to the waves known by then, so that sums run over arrays of the same shape whatever came later.
    score = sign * tables.score[:, :, : wave + 1].copy()
    information = tables.information[:, :, : wave + 1].copy()
    weight = _weights(score, information, tables.log_fit, smallest)
    weight[information <= 0.0] = 0.0
    weight /= weight.sum()
    onset = weight.sum(axis=(0, 1))
    reached = np.cumsum(onset)
    by_shape = weight.sum(axis=(0, 2))
    size, low, high = _size(weight, score, information, shapes.rise[:, : wave + 1, : wave + 1].copy().sum(axis=2))
    return Dated(
        onset=int(onset.argmax()),
        onset_low=int(np.searchsorted(reached, 0.05)),
        onset_high=min(int(np.searchsorted(reached, 0.95)), wave),
        shape=int(by_shape.argmax()),
        is_step=bool(by_shape[0] * (by_shape.size - 1) >= by_shape[1:].sum()),
        size=size,
        low=low,
        high=high,
    )


def _weights(score: Floats, information: Floats, log_fit: Floats, smallest: float) -> Floats:
    """Posterior weights, shape (n_models, n_shapes, n_onsets), up to a factor."""
    sizes = smallest * 2.0 ** np.arange(0.0, N_SIZES - 1 + PER_DOUBLING, PER_DOUBLING)
    log_ratio = sizes * score[..., None] - 0.5 * sizes**2 * information[..., None] + log_fit[:, None, None, None]
    return np.asarray(np.exp(np.maximum(log_ratio - log_ratio.max(), -HIGHEST_LOG)).sum(axis=-1))


def _size(weight: Floats, score: Floats, information: Floats, done: Floats) -> tuple[float, float, float]:
    """Median and 90 % interval of a mixture of normals cut at zero, one per hypothesis."""
    known = (information > 0) & (weight > 1e-9)
    if not known.any():
        return np.nan, np.nan, np.nan
    share = np.broadcast_to(done, weight.shape)[known]
    middle = score[known] / information[known]
    error = 1.0 / np.sqrt(information[known])
    weights = weight[known] / weight[known].sum()
    quantiles = [_quantile(level, weights, (middle, error, share)) for level in (0.5, 0.05, 0.95)]
    return quantiles[0], quantiles[1], quantiles[2]


def _quantile(level: float, weights: Floats, parts: tuple[Floats, Floats, Floats]) -> float:
    middle, error, share = parts
    below_zero = ndtr(-middle / error)
    low, high = 0.0, float(np.max((np.abs(middle) + 6.0 * error) * share))
    for _ in range(60):
        half = 0.5 * (low + high)
        reached = (ndtr((half / share - middle) / error) - below_zero) / np.maximum(1.0 - below_zero, 1e-12)
        if float(weights @ np.clip(reached, 0.0, 1.0)) < level:
            low = half
        else:
            high = half
    return 0.5 * (low + high)
