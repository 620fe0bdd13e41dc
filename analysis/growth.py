"""Growth: the average straight line of units or people that each have their own."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from analysis.columns import check_lengths, real
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints
from analysis.reml.lines import best_factor, fit_lines, line_sums


@dataclass(frozen=True, slots=True)
class Growth:
    """The average line, and how far lines differ.

    Attributes
    ----------
    level, level_se : float
        Average value at time 0, in units of the values, and its standard error.
    slope, slope_se, low, high : float
        Average change per unit of time, its standard error and 90 % interval.
    slope_sd : float
        Standard deviation of the groups' own slopes around it.
    residual_sd : float
        Standard deviation of a value of average weight around its group's line.
    n, n_groups : int
        Values and groups used.
    """

    level: float
    level_se: float
    slope: float
    slope_se: float
    low: float
    high: float
    slope_sd: float
    residual_sd: float
    n: int
    n_groups: int


def growth(value: ArrayLike, time: ArrayLike, group: ArrayLike, *, weight: ArrayLike | None = None) -> Growth:
    """Average growth of groups that start and grow differently, by REML.

    Groups are units with their wave means (weight: respondents) or people with their scores. Describes a steady
    trend; for when and where a level changed use `analysis.drift`.

    Parameters
    ----------
    value : array_like of float, shape (n_rows,)
        One value per group and time.
    time : array_like of float, shape (n_rows,)
        When, for instance in years.
    group : array_like of int, shape (n_rows,)
        The unit or person.
    weight : array_like of float, shape (n_rows,), optional
        Precision of each value relative to the others, above 0; equal if not given.

    Returns
    -------
    Growth
        `slope` is the growth per unit of `time`.

    Raises
    ------
    ValueError
        If columns do not fit together, or a weight is not above 0.
    InsufficientData
        If there are fewer than two groups or times, fewer than six values, no group with two times, or values that
        lie on their lines exactly.

    Notes
    -----
    Mixed model y = (β₀ + b₀) + (β₁ + b₁) t + e, (b₀, b₁) normal with any covariance, e normal with variance
    σ² / weight; the restricted likelihood is maximised over the covariance in units of σ² (Laird & Ware 1982), from
    sums per group, so that 100,000 people take seconds. The interval is Student's t on groups − 1. Who is missing may
    depend on the values that were seen. statsmodels' MixedLM maximises the same for equal weights.

    References
    ----------
    Laird, N. M., & Ware, J. H. (1982). Random-effects models for longitudinal data. Biometrics, 38, 963-974.

    Examples
    --------
    >>> time = np.tile([0.0, 1.0, 2.0], 4)
    >>> value = 50 + 2 * time + np.array([0.1, -0.2, 0.1, 0, 0.3, -0.3, -0.1, 0, 0.1, 0.2, -0.2, 0])
    >>> round(growth(value, time, np.repeat(np.arange(4), 3)).slope, 2)
    1.96
    """
    data, origin, width = line_sums(*_checked(value, time, group, weight))
    factor = best_factor(data)
    fit = fit_lines(data, factor)
    scale = float(fit.square) / (data.n - 2)
    covariance = np.linalg.inv(fit.information) * scale
    at_zero = np.array([1.0, -origin[0] / width])
    slope, slope_se = fit.line[1] / width, np.sqrt(covariance[1, 1]) / width
    reach = float(stdtrit(int(data.n_groups.sum()) - 1, 0.95)) * slope_se
    return Growth(
        level=float(origin[1] + at_zero @ fit.line),
        level_se=float(np.sqrt(at_zero @ covariance @ at_zero)),
        slope=float(slope),
        slope_se=float(slope_se),
        low=float(slope - reach),
        high=float(slope + reach),
        slope_sd=float(np.sqrt(scale * (factor @ factor.T)[1, 1]) / width),
        residual_sd=float(np.sqrt(scale)),
        n=data.n,
        n_groups=int(data.n_groups.sum()),
    )


def _checked(
    value: ArrayLike, time: ArrayLike, group: ArrayLike, weight: ArrayLike | None
) -> tuple[Floats, Floats, Ints, Floats]:
    values, times, labels = real(value, "value"), real(time, "time"), np.asarray(group)
    weights = np.ones(values.size) if weight is None else real(weight, "weight")
    check_lengths(value=values, time=times, group=labels, weight=weights)
    if (weights <= 0).any():
        raise ValueError(f"weight must be above 0; got {weights.min()}")
    _, row = np.unique(labels, return_inverse=True)
    n_groups = int(row.max(initial=-1)) + 1
    if n_groups < 2 or values.size < 6 or np.unique(np.stack([row, times]), axis=1).shape[1] == n_groups:
        raise InsufficientData(f"growth needs two groups with two times and six values; got {n_groups}, {values.size}")
    return values, times, row.astype(np.int64), weights / weights.mean()
