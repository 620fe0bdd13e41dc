"""Difference between two groups of people, split within and between the parts of a unit."""

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
from numpy.typing import ArrayLike

from analysis.columns import check_lengths, real, whole
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a change.

    Attributes
    ----------
    size, se : float
        Signed size and its standard error; nan where too few people are there to give one.
    """

    size: float
    se: float


@dataclass(frozen=True, slots=True)
class Split:
    """A difference of two groups' means, as the sum of two.

    Attributes
    ----------
    within : Part
        The groups differ inside the same parts.
    between : Part
        The groups are spread differently over parts that differ.
    level : ndarray of float, shape (n_parts,)
        What each part counts as in `between`, less the mean of both groups; 0 for a part without people.
    """

    within: Part
    between: Part
    level: Floats


def kitagawa(value: ArrayLike, part: ArrayLike, other_value: ArrayLike, other_part: ArrayLike) -> Split:
    """Split the mean of one group minus the mean of another.

    Parameters
    ----------
    value : array_like of float, shape (n,)
        Values of the first group.
    part : array_like of int, shape (n,)
        The part (sub-unit) each belongs to, from 0.
    other_value : array_like of float, shape (n_other,)
        Values of the other group.
    other_part : array_like of int, shape (n_other,)
        Their parts.

    Returns
    -------
    Split
        `within.size + between.size` is the difference of the means.

    Raises
    ------
    ValueError
        If a column does not fit its neighbour.
    InsufficientData
        If a group is empty.

    Notes
    -----
    With shares p, q and means a, b of part k in the two groups,
    Σ p a − Σ q b = Σ (p + q)/2 (a − b) + Σ (a + b)/2 (p − q). A part with people of one group alone has no a − b; its
    one mean stands for both. Standard errors take people as independent, the variance inside parts as equal, and
    people's parts as drawn from the same shares (so that `between` is uncertain even where levels are known).

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical
    Association, 50, 1168-1194.

    Examples
    --------
    >>> split = kitagawa([50.0, 50.0, 80.0], [0, 0, 1], [50.0, 80.0, 80.0], [0, 1, 1])
    >>> split.within.size, round(split.between.size, 9)
    (0.0, -10.0)
    """
    one, other = _group(value, part), _group(other_value, other_part)
    n_parts = int(max(one[1].max(), other[1].max())) + 1
    middle = float(np.concatenate([one[0], other[0]]).mean())
    (n, mean), (n_other, mean_other) = (_means(group[0] - middle, group[1], n_parts) for group in (one, other))
    both = (n > 0) & (n_other > 0)
    level = np.where(both, (mean + mean_other) / 2, mean + mean_other)  # one of the two is 0 where not both
    share = (n / n.sum() + n_other / n_other.sum())[both] / 2
    square = ((one[0] - middle - mean[one[1]]) ** 2).sum() + ((other[0] - middle - mean_other[other[1]]) ** 2).sum()
    freedom = int(n.sum() + n_other.sum() - (n > 0).sum() - (n_other > 0).sum())
    spread = float(square) / freedom if freedom else nan
    weight = float((share**2 * (1 / n[both] + 1 / n_other[both])).sum())
    within = Part(float(share @ (mean - mean_other)[both]), sqrt(spread * weight) if both.any() else 0.0)
    between = float(level @ (n / n.sum() - n_other / n_other.sum()))
    apart = float(level[np.concatenate([one[1], other[1]])].var(ddof=1))
    return Split(within, Part(between, sqrt(apart * (1 / n.sum() + 1 / n_other.sum()))), level)


def _group(value: ArrayLike, part: ArrayLike) -> tuple[Floats, Ints]:
    values, parts = real(value, "value"), whole(part, "part")
    check_lengths(value=values, part=parts)
    if not values.size:
        raise InsufficientData("a group without people cannot be compared")
    return values, parts


def _means(value: Floats, part: Ints, n_parts: int) -> tuple[Floats, Floats]:
    n = np.bincount(part, minlength=n_parts).astype(np.float64)
    return n, np.bincount(part, value, n_parts) / np.maximum(n, 1)
