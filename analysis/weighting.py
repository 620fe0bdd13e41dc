"""Weights that let those who answered stand for everybody who was asked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from analysis.columns import check_least, check_lengths, real, whole
from analysis.errors import InsufficientData
from analysis.panel import Floats, Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one wave's respondents.

    Attributes
    ----------
    weight : ndarray of float, shape (n_rows,)
        Mean 1.
    design_effect : float
        Factor by which unequal weights raise the variance of a mean (Kish), at least 1.
    uncovered : float
        Share of the members for whom nobody stands, 0–1.
    """

    weight: Floats
    design_effect: float
    uncovered: float


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """A mean with weights.

    Attributes
    ----------
    mean, se : float
        In the unit of the values; `se` is nan for one value.
    """

    mean: float
    se: float


def nonresponse_weights(
    unit: ArrayLike, n_members: ArrayLike, tree: Tree, *, least: int = 5, largest: float = 3.0
) -> Weights:
    """Weights by unit, so that teams which answered less count as much as they have members.

    Use it for a level that is compared with other companies or years of other response. It corrects only as far as
    those who answer resemble those of their unit who do not. A trend within one company hardly needs it.

    Parameters
    ----------
    unit : array_like of int, shape (n_rows,)
        Unit of each respondent of one wave.
    n_members : array_like of int, shape (n_units,)
        People asked at each unit itself (not below it).
    tree : Tree
        The units.
    least : int
        Respondents that a stratum needs; smaller units are put together with their like under the same parent.
    largest : float
        Weights above it are cut, which costs a little bias and saves much variance.

    Returns
    -------
    Weights
        One weight per respondent.

    Raises
    ------
    ValueError
        If a unit is unknown or has more respondents than members, or `largest` is not above 1.
    InsufficientData
        If nobody answered.

    Notes
    -----
    Post-stratification: weight = (members of the stratum / all members) / (its respondents / all respondents), then
    cut at `largest`, the rest raised in proportion to keep mean 1. From the leaves up a unit is a stratum as soon as
    it holds `least` respondents not yet in one; what is left at the root is one stratum of any size. The design effect
    is Σw²·n/(Σw)².

    References
    ----------
    Kish, L. (1992). Weighting for unequal Pi. Journal of Official Statistics, 8, 183-200.

    Examples
    --------
    >>> weights = nonresponse_weights([1] * 8 + [2] * 4, [0, 10, 10], Tree([-1, 0, 0]), least=2)
    >>> weights.weight[[0, 8]].tolist()
    [0.75, 1.5]
    """
    units, members = whole(unit, "unit"), whole(n_members, "n_members")
    if not largest > 1:
        raise ValueError(f"largest must be above 1, the mean of all weights; got {largest}")
    if not units.size:
        raise InsufficientData("nobody answered, so there is nobody to weight")
    check_least(units, 0, "unit")
    if units.max() >= tree.n_units or members.shape != (tree.n_units,):
        raise ValueError(
            f"units must be 0 to {tree.n_units - 1}, one n_members each; got {units.max()}, {members.shape}"
        )
    answered = np.bincount(units, minlength=tree.n_units)
    if (answered > members).any():
        row = int(np.flatnonzero(answered > members)[0])
        raise ValueError(f"unit {row} has {members[row]} members, but {answered[row]} answered")
    stratum = _strata(answered, tree, least)
    size = np.bincount(stratum, members, tree.n_units)
    people = np.bincount(stratum, answered, tree.n_units)
    covered = float(size[people > 0].sum())
    raw = (size[stratum] / np.maximum(people[stratum], 1) * units.size / covered)[units]
    weight = _cut(raw, largest)
    return Weights(weight, float((weight**2).mean()), 1 - covered / float(members.sum()))


def weighted_mean(value: ArrayLike, weight: ArrayLike) -> WeightedMean:
    """Mean with weights, and its linearised standard error.

    Parameters
    ----------
    value : array_like of float, shape (n_rows,)
        One value per respondent.
    weight : array_like of float, shape (n_rows,)
        Their weights, not negative, not all 0.

    Returns
    -------
    WeightedMean
        The ratio estimate Σwy/Σw.

    Raises
    ------
    ValueError
        If columns do not fit together or a weight is negative.
    InsufficientData
        If no weight is above 0.

    Notes
    -----
    se² = n/(n − 1) Σ w²(y − mean)² / (Σw)², people taken as independent and weights as known.

    Examples
    --------
    >>> weighted_mean([60.0, 80.0], [3.0, 1.0]).mean
    65.0
    """
    values, weights = real(value, "value"), real(weight, "weight")
    check_lengths(value=values, weight=weights)
    if (weights < 0).any():
        raise ValueError(f"weight must not be negative; got {weights.min()}")
    if not weights.sum() > 0:
        raise InsufficientData("a weighted mean needs a weight above 0")
    share = weights / weights.sum()
    mean = float(share @ values)
    n = int(np.count_nonzero(weights))
    square = float(share**2 @ (values - mean) ** 2)
    return WeightedMean(mean, float(np.sqrt(square * n / (n - 1))) if n > 1 else float("nan"))


def _cut(weight: Floats, largest: float) -> Floats:
    """Weights of mean 1, none above `largest`; each pass cuts at least one more, so it ends."""
    cut = np.zeros(weight.size, dtype=np.bool_)
    while (weight > largest * (1 + 1e-12)).any():
        cut |= weight > largest
        rest = weight.size - largest * np.count_nonzero(cut)
        weight = np.where(cut, largest, weight * rest / weight[~cut].sum())
    return weight


def _strata(answered: Ints, tree: Tree, least: int) -> Ints:
    """The unit whose stratum each unit belongs to."""
    stratum = np.arange(tree.n_units)
    waiting = [[unit] for unit in range(tree.n_units)]
    people = answered.copy()
    for unit in tree.upward():
        parent = tree.parent[unit]
        if people[unit] >= least or parent < 0:
            stratum[waiting[unit]] = unit
        else:
            waiting[parent] += waiting[unit]
            people[parent] += people[unit]
    return stratum
