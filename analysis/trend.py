"""Where a unit stands and how it has moved, from the published mean and number of people of each wave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.levels.local_level import Course, at_paces, sampling
from analysis.panel import Floats

FAR_END = 1.6448536269514722
"""Standard errors to the ends of a 90 % interval."""

EXCHANGE = 0.3
"""Variance that a level gains in a year because people come and go, as a share of spread² over its people.

Twice the share of people who are replaced (a fifth in most companies), times how much of the spread between people
lasts (nearly half), and half as much again, so that intervals of small teams are rather too wide than too narrow.
"""

PACES = (1.0, 4.0, 16.0, 64.0)
"""How many times as fast as usual, in variance, the level of a unit may move."""

PRIOR = (0.9, 0.06, 0.03, 0.01)
"""How likely each pace is before anything is known of a unit: most hold still, and some fall."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How levels move when nothing in particular happens.

    Attributes
    ----------
    wander : float
        Variance that a level gains in a year, in points squared; at least 0.
    shock : float
        Variance of what a single wave shifts the mean by and the next does not know of, in points squared; at least 0.
    """

    wander: float
    shock: float

    def __post_init__(self) -> None:
        for name in ("wander", "shock"):
            if not 0 <= getattr(self, name) < np.inf:
                raise ValueError(f"{name} must be a variance of 0 or more; got {getattr(self, name)}")


@dataclass(frozen=True, slots=True)
class Span:
    """An estimate for each series.

    Attributes
    ----------
    size, low, high : ndarray of float, shape (n_series,)
        The estimate and its 90 % interval, in points; nan where nothing can be said.
    """

    size: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Trends:
    """Levels in the light of all waves; nan before the first mean and after the last.

    Attributes
    ----------
    level, low, high : ndarray of float, shape (n_series, n_waves)
        Estimated level, and its 90 % interval within 0 to 100, in points.
    courses : tuple of Course
        The same at each of the `PACES`.
    weight : ndarray of float, shape (n_paces, n_series)
        How likely each pace is for each series, given all waves; sums to 1.
    """

    level: Floats
    low: Floats
    high: Floats
    courses: tuple[Course, ...]
    weight: Floats

    def change(self, since: int, until: int = -1) -> Span:
        """Level of one wave less that of an earlier one; its interval knows how far both err together."""
        n_waves = self.level.shape[1]
        first, last = (wave + n_waves if wave < 0 else wave for wave in (since, until))
        if not 0 <= first < last < n_waves:
            raise ValueError(f"a change runs from a wave to a later one of {n_waves}; got {since} to {until}")
        sizes, variances = zip(*(one.change(first, last) for one in self.courses), strict=True)
        size, variance = _mixed(self.weight, np.stack(sizes), np.stack(variances))
        reach = FAR_END * np.sqrt(variance)
        return Span(size, size - reach, size + reach)


def trends(mean: ArrayLike, people: ArrayLike, spread: ArrayLike, times: ArrayLike, motion: Motion) -> Trends:
    """Estimate levels of many series at once.

    For charts and for the change of a year, from published numbers alone. Not to decide whether there is a drift: that
    is what `monitor` is for, which knows more.

    Parameters
    ----------
    mean : array_like of float, shape (n_series, n_waves)
        Published means, in points of 0-100; nan where there is none.
    people : array_like of float, shape (n_series, n_waves)
        Respondents behind each mean; at least 1 where there is a mean.
    spread : array_like of float, shape (n_waves,)
        Standard deviation between people in the company, in points; at least 0.
    times : array_like of float, shape (n_waves,)
        Years; rising.
    motion : Motion
        How levels move.

    Returns
    -------
    Trends
        Levels with their intervals, and changes between any two waves.

    Raises
    ------
    ValueError
        If a shape does not fit its neighbour, times do not rise, or a mean has no people.
    InsufficientData
        If there is no mean at all.

    Notes
    -----
    Local level model: y_t = m_t + e_t, var e_t = shock + spread²/n; m_t = m_{t-1} + w_t, var w_t = pace · (wander +
    `EXCHANGE` · the series' mean spread²/n) · (time passed). The first mean is the first level (a flat prior); Kalman
    filter forward, Rauch-Tung-Striebel smoother back. With J the smoother's gains and V the variances given all waves,
    cov(m_s, m_t) = J_s … J_{t-1} V_t, so that the interval of a change knows how far both levels err together. Each
    unit has one of a few paces, which its own waves make more or less likely; levels are averaged over them, and
    intervals are those of a normal distribution of the mixture's mean and variance. People are taken as drawn anew in
    each wave: where the same ones answer again, intervals are too wide. Shocks are taken as independent between waves
    and are no part of the level: if they last, intervals are too narrow.

    References
    ----------
    Harvey, A. C. (1989). Forecasting, structural time series models and the Kalman filter. Cambridge. Chapter 3.

    Examples
    --------
    >>> found = trends([[60.0, 50.0]], [[25, 25]], [20.0, 20.0], [0.0, 1.0], Motion(wander=16.0, shock=0.0))
    >>> found.level.round(2).tolist(), round(float(found.change(0).size[0]), 2)
    ([[57.16, 52.84]], -4.32)
    """
    values, noise, when = sampling(mean, people, spread, times)
    drift = _drift(noise, motion) * np.diff(when)
    courses = at_paces(values, noise + motion.shock, drift, PACES)
    weight = _weights(np.stack([one.log_likelihood for one in courses]))
    levels, variances = (np.stack([getattr(one, name) for one in courses]) for name in ("level", "variance"))
    level, variance = _mixed(weight[..., None], levels, variances)
    reach = FAR_END * np.sqrt(variance)
    return Trends(level, np.maximum(level - reach, 0.0), np.minimum(level + reach, 100.0), courses, weight)


def _weights(log_likelihood: Floats) -> Floats:
    """Bayes' rule; rows by pace."""
    log_weight = log_likelihood + np.log(PRIOR)[:, None]
    weight = np.exp(log_weight - log_weight.max(axis=0))
    return np.asarray(weight / weight.sum(axis=0))


def _mixed(weight: Floats, mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of a mixture; the first axis is that of its parts."""
    middle = (weight * mean).sum(axis=0)
    return middle, np.asarray((weight * (variance + (mean - middle) ** 2)).sum(axis=0))


def _drift(noise: Floats, motion: Motion) -> Floats:
    """Variance that the level of each series gains in a year, as a column."""
    held = np.isfinite(noise)
    usual = np.where(held, noise, 0.0).sum(axis=1) / np.maximum(held.sum(axis=1), 1)
    return np.asarray((motion.wander + EXCHANGE * usual)[:, None])
