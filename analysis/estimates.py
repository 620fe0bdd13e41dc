"""Levels as they are handed out, by the precision of means and by the monitor alike."""

from dataclasses import dataclass

from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Estimates:
    """Levels of every unit (its subtree) with answers, a row per wave, unit and scale, in that order.

    Attributes
    ----------
    wave, unit, scale, n : ndarray of int, shape (n_rows,)
        `n` respondents in the unit or below it; 0 where it is unknown.
    mean, se, low, high : ndarray of float, shape (n_rows,)
        Mean, its standard error and 90 % interval, in points of 0–100; nan where it cannot be said.
    shrunk : ndarray of float, shape (n_rows,)
        The mean drawn towards the parent's by as much as its error is large (empirical Bayes).
    """

    wave: Ints
    unit: Ints
    scale: Ints
    n: Ints
    mean: Floats
    se: Floats
    low: Floats
    high: Floats
    shrunk: Floats
