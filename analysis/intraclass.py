"""How much answers depend on the unit: intraclass correlations, by analysis of variance or REML."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.columns import real
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class IntraclassCorrelation:
    """Share of differences between units, and how reliable the units' means are.

    Attributes
    ----------
    icc1 : float
        Share of the variance of single answers that lies between units (ICC(1)); slightly negative by chance where
        units do not differ.
    icc2 : float
        Reliability of the mean of a unit of average size (ICC(2)).
    n, n_groups : int
        Values and units used.
    """

    icc1: float
    icc2: float
    n: int
    n_groups: int


def anova_icc(values: ArrayLike, groups: ArrayLike) -> IntraclassCorrelation:
    """ICC(1) and ICC(2) from a one-way analysis of variance.

    Parameters
    ----------
    values : array_like of float, shape (n_rows,)
        One value per person (or answer), finite.
    groups : array_like of int, shape (n_rows,)
        The unit of each (or the person, for the stability of persons over waves).

    Returns
    -------
    IntraclassCorrelation
        The estimator is the analysis of variance; REML (`reml_icc`) differs by up to .02.

    Raises
    ------
    ValueError
        If the columns differ in length or a value is not finite.
    InsufficientData
        If there are fewer than two units, none with two values, or nothing varies.

    Notes
    -----
    With mean squares MSB between and MSW within units and k the average size,
    ICC(1) = (MSB − MSW) / (MSB + (k − 1) MSW), ICC(2) = (MSB − MSW) / MSB. Assumes units that vary alike inside.
    Where MSB is 0, ICC(2) is nan.

    References
    ----------
    Bliese, P. D. (2000). Within-group agreement, non-independence, and reliability. In Klein & Kozlowski (Eds.),
    Multilevel theory, research, and methods in organizations, 349-381. Jossey-Bass.

    Examples
    --------
    >>> anova_icc([1, 2, 5, 6], [0, 0, 1, 1]).icc2
    0.96875
    """
    value, group, sizes = _grouped(values, groups)
    means = np.bincount(group, value) / sizes
    between = float(np.sum(sizes * (means - value.mean()) ** 2)) / (sizes.size - 1)
    within = float(np.sum((value - means[group]) ** 2)) / (value.size - sizes.size)
    size = value.size / sizes.size
    spread = between + (size - 1) * within
    if not spread > 0:
        raise InsufficientData("an intraclass correlation needs values that vary")
    icc2 = (between - within) / between if between > 0 else np.nan
    return IntraclassCorrelation((between - within) / spread, icc2, value.size, sizes.size)


def reml_icc(values: ArrayLike, groups: ArrayLike) -> IntraclassCorrelation:
    """ICC(1) and ICC(2) by restricted maximum likelihood, for units of very unequal size.

    Parameters
    ----------
    values : array_like of float, shape (n_rows,)
        One value per person (or answer), finite.
    groups : array_like of int, shape (n_rows,)
        The unit of each.

    Returns
    -------
    IntraclassCorrelation
        Never negative; ICC(2) is that of a unit of average size.

    Raises
    ------
    ValueError, InsufficientData
        As `anova_icc`; also where nothing varies inside units.

    Notes
    -----
    Random-intercept model y = μ + a_unit + e with normal a and e; the restricted likelihood depends on the data through
    the units' means and sizes and the sum of squares inside, and is maximised over ICC(1) = var a / (var a + var e)
    alone. ICC(2) = k ICC(1) / (1 + (k − 1) ICC(1)) (Spearman-Brown). statsmodels' MixedLM gives the same where it
    converges; near 0 it often does not.

    References
    ----------
    Patterson, H. D., & Thompson, R. (1971). Recovery of inter-block information when block sizes are unequal.
    Biometrika, 58, 545-554.

    Examples
    --------
    >>> round(reml_icc([1, 2, 5, 6, 3, 4], [0, 0, 1, 1, 2, 2]).icc1, 3)
    0.882
    """
    from scipy.optimize import minimize_scalar  # noqa: PLC0415 -- weight

    value, group, sizes = _grouped(values, groups)
    means = np.bincount(group, value) / sizes
    within = float(np.sum((value - means[group]) ** 2))
    if not within > 0:
        raise InsufficientData("REML needs values that vary inside units")

    def misfit(share: float) -> float:
        weight = sizes / (1 + (sizes - 1) * share)  # times 1 − share, which is put back in the last terms
        square = within / (1 - share) + float(weight @ (means - weight @ means / weight.sum()) ** 2)
        spread = np.log1p((sizes - 1) * share).sum() + (value.size - sizes.size) * np.log1p(-share)
        return float((value.size - 1) * np.log(square) + spread + np.log(weight.sum()))

    best = minimize_scalar(misfit, bounds=(0.0, 1.0), method="bounded", options={"xatol": 1e-10})
    icc1 = float(best.x) if best.fun < misfit(0.0) else 0.0
    size = value.size / sizes.size
    return IntraclassCorrelation(icc1, size * icc1 / (1 + (size - 1) * icc1), value.size, sizes.size)


def _grouped(values: ArrayLike, groups: ArrayLike) -> tuple[Floats, Ints, Ints]:
    value, labels = real(values, "values"), np.asarray(groups)
    if labels.shape != value.shape:
        raise ValueError(f"values and groups must have the same length; got {value.shape} and {labels.shape}")
    _, group = np.unique(labels, return_inverse=True)
    sizes = np.bincount(group)
    if sizes.size < 2 or value.size == sizes.size:
        raise InsufficientData(
            f"an intraclass correlation needs two units and one with two values; got {sizes.size} units"
        )
    return value, group.astype(np.int64), sizes.astype(np.int64)
