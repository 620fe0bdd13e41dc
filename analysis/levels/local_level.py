"""A level that wanders and is seen with errors: the filter forward and the smoother back, many series at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InsufficientData
from analysis.panel import Floats


@dataclass(frozen=True, slots=True)
class Course:
    """Levels given all waves, at one pace, each of shape (n_series, n_waves); nan outside of the means.

    `gain` is how much of what later waves teach about the next level belongs to this one. `log_likelihood`, of shape
    (n_series,), is that of the means after the first one.
    """

    level: Floats
    variance: Floats
    gain: Floats
    log_likelihood: Floats

    def change(self, first: int, last: int) -> tuple[Floats, Floats]:
        """Size and variance of what lies between two waves."""
        shared = self.gain[:, first:last].prod(axis=1) * self.variance[:, last]
        variance = self.variance[:, first] + self.variance[:, last] - 2.0 * shared
        return self.level[:, last] - self.level[:, first], np.maximum(variance, 0.0)


def course(values: Floats, noise: Floats, drift: Floats) -> Course:
    """Filter forward and smooth back; `drift` is the variance gained between waves, shape (n_series, n_waves - 1)."""
    level, variance, log_likelihood = _filtered(values, noise, drift)
    return Course(*_smoothed(level, variance, drift, np.isfinite(values)), log_likelihood)


def at_paces(values: Floats, noise: Floats, drift: Floats, paces: Sequence[float]) -> tuple[Course, ...]:
    """The course at each pace, which multiplies the drift; all in one pass, whose steps are what takes time."""
    n_series, n_paces = values.shape[0], len(paces)
    faster = np.concatenate([pace * drift for pace in paces])
    whole = course(np.tile(values, (n_paces, 1)), np.tile(noise, (n_paces, 1)), faster)
    seats = [slice(at * n_series, (at + 1) * n_series) for at in range(n_paces)]
    return tuple(Course(whole.level[at], whole.variance[at], whole.gain[at], whole.log_likelihood[at]) for at in seats)


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


def _filtered(values: Floats, noise: Floats, drift: Floats) -> tuple[Floats, Floats, Floats]:
    """Level and its variance after each wave, given it and those before; variance inf before the first mean."""
    level, variance = np.zeros_like(values), np.full(values.shape, np.inf)
    now, unsure = np.zeros(values.shape[0]), np.full(values.shape[0], np.inf)
    likely = np.zeros(values.shape[0])
    for wave in range(values.shape[1]):
        if wave:
            unsure = unsure + drift[:, wave - 1]
        known = np.isfinite(values[:, wave])
        first = known & np.isinf(unsure)
        later = known & ~first
        total = np.where(later, unsure + noise[:, wave], 1.0)
        # Nothing left to learn where neither the level nor the mean errs: the mean is then taken as it is.
        share = np.divide(np.where(later, unsure, 0.0), total, out=np.ones_like(total), where=total > 0)
        news = np.where(later, np.where(known, values[:, wave], 0.0) - now, 0.0)
        has_told = later & (total > 0)
        likely -= np.where(
            has_told, 0.5 * (np.log(np.where(has_told, total, 1.0)) + news**2 / np.where(has_told, total, 1.0)), 0.0
        )
        now = now + share * news
        now = np.where(first, values[:, wave], now)
        error = np.where(known, noise[:, wave], 0.0)
        unsure = np.where(first, error, np.where(later, share * error, unsure))
        level[:, wave], variance[:, wave] = now, unsure
    return level, variance, likely


def _smoothed(level: Floats, variance: Floats, drift: Floats, held: NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
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
