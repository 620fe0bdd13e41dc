"""The null model: how scores vary when nothing drifts.

A person's score is the unit's level, a lasting and a wandering deviation of the person, and noise; units, the levels
between them and the company wobble from wave to wave. `Parameters` holds the sizes of all that, as shares of the
variance between the people of one unit.
"""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats

DEFAULT_VARIANCE = 400.0
"""Variance between the people of one unit, in points squared, until the data say more."""

DEFAULT_NOISE, DEFAULT_WANDER, DEFAULT_MEMORY = 0.50, 0.20, 0.60
"""From a public three-wave panel (univbct): about half of the variance is noise, part of the rest wanders."""

MEMORY_GRID = np.array([0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])

LAGS = np.array([1, 2, 3, 6, 12])
"""Waves between two scores of a person whose difference enters the moments."""

PRIOR_PAIRS = 60.0
"""How many pairs of scores the defaults are worth."""

PRIOR_PEOPLE = 20.0
"""How many scores the default variance is worth."""

LEAST_LASTING = 0.05

NEW_MONTHS = 6.0
"""Half-life of being new."""

PRIOR_NEWNESS = 40.0
"""How much spread of newness it is worth that people do not cool: as much as sixty joiners followed for a year."""


@dataclass(frozen=True, slots=True)
class Shocks:
    """Variances of the shocks at one kind of unit, as shares of the variance between people.

    Attributes
    ----------
    white : float
        Shocks that last one wave.
    slow : float
        Shocks that fade by a tenth each month.
    lingering : float
        Shocks that fade by a fiftieth each month: levels that wander.
    """

    white: float
    slow: float
    lingering: float

    def times(self, factor: float) -> tuple[float, float, float]:
        return self.white * factor, self.slow * factor, self.lingering * factor


@dataclass(frozen=True, slots=True)
class Parameters:
    """The null model's parameters, estimated from the waves before the one they are used for.

    Attributes
    ----------
    variance : ndarray of float, shape (n_scales,)
        Between people of one unit in one wave, in points squared.
    noise, wander : float
        Shares of that variance: noise of a score with the usual number of items; wandering of the person.
        The rest lasts.
    memory : float
        Autocorrelation of the wandering part over one month.
    items : ndarray of float, shape (n_scales,)
        Usual number of items behind a score (harmonic mean).
    cooling : ndarray of float, shape (n_scales,)
        How much higher somebody who is new scores, in points; half of it is gone after half a year.
    skewness : ndarray of float, shape (n_scales,)
        Third standardised moment of one person's surprise beside the person's earlier scores.
    unit, between : tuple of Shocks, one per scale
        Of the units in which people sit, and of each level between them and the company.
    """

    variance: Floats
    noise: float
    wander: float
    memory: float
    items: Floats
    cooling: Floats
    skewness: Floats
    unit: tuple[Shocks, ...]
    between: tuple[Shocks, ...]

    @property
    def lasting(self) -> float:
        return 1.0 - self.noise - self.wander


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums of squares that the person parameters are estimated from; they hold nothing about one person.

    Attributes
    ----------
    within, within_freedom, scores, inverse_items : ndarray of float, shape (n_waves, n_scales)
        Squares around the unit's mean, their degrees of freedom; number of scores, sum of 1 / items.
    change, change_freedom : ndarray of float, shape (n_waves, n_scales, n_lags)
        The same for differences between two scores of a person, around the unit's mean difference.
    cooling, newness : ndarray of float, shape (n_waves, n_scales)
        Sums of products of a score and of its newness, and of squares of newness, around the person's means.
    """

    within: Floats
    within_freedom: Floats
    scores: Floats
    inverse_items: Floats
    change: Floats
    change_freedom: Floats
    cooling: Floats
    newness: Floats

    def before(self, wave: int) -> "Moments":
        return Moments(*(getattr(self, name)[:wave] for name in self.__slots__))

    def then(self, later: "Moments") -> "Moments":
        return Moments(*(np.concatenate((getattr(self, name), getattr(later, name))) for name in self.__slots__))


def estimate_cooling(moments: Moments) -> Floats:
    """How much higher those who are new score, in each scale, drawn towards not at all."""
    return running_total(moments.cooling) / (running_total(moments.newness) + PRIOR_NEWNESS)


def estimate_people(moments: Moments, months_per_wave: float) -> tuple[Floats, Floats, tuple[float, float, float]]:
    """Variance and items of each scale, and (noise, wander, memory) pooled over scales."""
    freedom = running_total(moments.within_freedom)
    variance = (running_total(moments.within) + PRIOR_PEOPLE * DEFAULT_VARIANCE) / (freedom + PRIOR_PEOPLE)
    inverse = running_total(moments.inverse_items)
    items = np.where(inverse > 0, running_total(moments.scores) / np.where(inverse > 0, inverse, 1.0), 1.0)
    change = running_total(moments.change) / (2.0 * variance[:, None])
    pairs = running_total(moments.change_freedom)
    return variance, items, _fit_shares(running_total(change), running_total(pairs), LAGS * months_per_wave)


def _fit_shares(change: Floats, pairs: Floats, months: Floats) -> tuple[float, float, float]:
    """Least squares of the halved squared differences on 1 and 1 - memory ** months, memory from a grid."""
    prior = DEFAULT_NOISE + DEFAULT_WANDER * (1.0 - DEFAULT_MEMORY**months)
    weight = pairs + PRIOR_PAIRS
    observed = (change + PRIOR_PAIRS * prior) / weight
    precision = weight / observed**2
    fits = [(_fit_line(observed, 1.0 - memory**months, precision), float(memory)) for memory in MEMORY_GRID]
    (_, noise, wander), memory = min(fits, key=lambda fit: (fit[0][0], abs(fit[1] - DEFAULT_MEMORY)))
    excess = max(1.0, (noise + wander) / (1.0 - LEAST_LASTING))
    return noise / excess, wander / excess, memory


def _fit_line(observed: Floats, rise: Floats, precision: Floats) -> tuple[float, float, float]:
    """Loss, intercept and slope of a weighted line, neither below its floor."""
    total = running_dot(precision, np.ones_like(rise))
    mean_rise, mean = running_dot(precision, rise) / total, running_dot(precision, observed) / total
    spread = running_dot(precision, (rise - mean_rise) ** 2)
    slope = running_dot(precision, (rise - mean_rise) * (observed - mean)) / spread if spread > 0 else 0.0
    slope = min(max(slope, 0.0), 0.9)
    noise = max(mean - slope * mean_rise, 0.05)
    return running_dot(precision, (observed - noise - slope * rise) ** 2), noise, slope


def running_total(values: Floats) -> Floats:
    """Sum over the first axis, one after the other: the same to the last bit however the array lies in memory."""
    total = np.zeros(values.shape[1:])
    for row in values:
        total = total + row
    return total


def running_sum(values: Floats) -> float:
    total = 0.0
    for value in values.tolist():
        total += value
    return total


def running_dot(left: Floats, right: Floats) -> float:
    return running_sum(left * right)
