"""A level that wanders and is seen with errors: the filter forward and the smoother back, many series at once."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InsufficientData
from analysis.panel import Floats


def sampling(mean: ArrayLike, people: ArrayLike, spread: ArrayLike, times: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Means, their sampling variances spread²/n (inf without a mean), and times; columns as in `analysis.trend`."""
    values, n, sd, when = (np.asarray(column, dtype=np.float64) for column in (mean, people, spread, times))
    if values.ndim != 2 or n.shape != values.shape or not sd.shape == when.shape == values.shape[1:]:
        shapes = f"{values.shape}, {n.shape}, {sd.shape} and {when.shape}"
        raise ValueError(f"wanted two tables of series by waves and two columns of waves; got shapes {shapes}")
    held = np.isfinite(values)
    if not held.any():
        raise InsufficientData("no series has a mean in any wave")
    if not (n[held] >= 1).all():
        raise ValueError("every mean needs the number of people behind it, at least 1")
    if not (np.diff(when) > 0).all():
        raise ValueError(f"times must rise; got {when.tolist()}")
    if not (sd >= 0).all():
        raise ValueError(f"spread must be 0 or more in every wave; got {sd.tolist()}")
    return values, np.divide(sd**2, n, out=np.full(values.shape, np.inf), where=held), when


def filtered(values: Floats, noise: Floats, drift: Floats) -> tuple[Floats, Floats]:
    """Level and its variance after each wave, given it and those before; variance inf before the first mean."""
    level, variance = np.zeros_like(values), np.full(values.shape, np.inf)
    now, unsure = np.zeros(values.shape[0]), np.full(values.shape[0], np.inf)
    for wave in range(values.shape[1]):
        if wave:
            unsure = unsure + drift[:, wave - 1]
        known = np.isfinite(values[:, wave])
        first = known & np.isinf(unsure)
        later = known & ~first
        total = np.where(later, unsure + noise[:, wave], 1.0)
        # Nothing left to learn where neither the level nor the mean errs: the mean is then taken as it is.
        share = np.divide(np.where(later, unsure, 0.0), total, out=np.ones_like(total), where=total > 0)
        now = np.where(later, now + share * (np.where(known, values[:, wave], 0.0) - now), now)
        now = np.where(first, values[:, wave], now)
        error = np.where(known, noise[:, wave], 0.0)
        unsure = np.where(first, error, np.where(later, share * error, unsure))
        level[:, wave], variance[:, wave] = now, unsure
    return level, variance


def smoothed(level: Floats, variance: Floats, drift: Floats, held: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
    """Level, its variance and the gain, given all waves; nan before the first mean and after the last."""
    level, gain, n_waves = level.copy(), np.zeros_like(level), level.shape[1]
    inside = _inside(held)
    variance = np.where(inside, variance, 0.0)
    for wave in range(n_waves - 2, -1, -1):
        both = inside[:, wave] & inside[:, wave + 1]
        ahead = np.where(both, variance[:, wave] + drift[:, wave], 0.0)
        share = np.divide(variance[:, wave], ahead, out=np.zeros_like(ahead), where=ahead > 0)
        level[:, wave] += share * (level[:, wave + 1] - level[:, wave])
        variance[:, wave] += share**2 * (variance[:, wave + 1] - ahead)
        gain[:, wave] = share
    return np.where(inside, level, np.nan), np.where(inside, np.maximum(variance, 0.0), np.nan), gain


def _inside(held: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """From the first mean of each series to its last."""
    begun = np.logical_or.accumulate(held, axis=1)
    going_on = np.logical_or.accumulate(held[:, ::-1], axis=1)[:, ::-1]
    return np.asarray(begun & going_on)
