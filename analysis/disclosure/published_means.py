"""Means that another tool counted: whole units, and which of them may be shown together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.disclosure.build import decide
from analysis.disclosure.counts import Counts, Mask
from analysis.disclosure.homogeneity import Steps
from analysis.panel import Floats, Ints
from analysis.tree import Tree

NEARLY_ALL = 0.9
"""Share of the people counted below a unit from which its own number is meant as their total: counts may differ."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a file says of each unit in one wave, on each scale.

    Attributes
    ----------
    n : ndarray of int, shape (n_units, n_scales)
        People behind each mean; 0 where it is unknown or there is no mean.
    points : ndarray of float, shape (n_units, n_scales)
        Means in points of 0–100; nan where there is none.
    sd : ndarray of float, shape (n_units, n_scales)
        Standard deviation between people, in points; nan where it is unknown.
    steps : ndarray of float, shape (n_units, n_scales)
        Answer steps from the lower end of the scale to the upper, over all answers behind the mean; 0 without n.
    """

    n: Ints
    points: Floats
    sd: Floats
    steps: Floats


def whole_units(own: Means, tree: Tree) -> Means:
    """Means of each unit and all below it.

    Parameters
    ----------
    own : Means
        As the file has them. A row of a unit with others below it is its total, unless clearly fewer people are
        behind it than behind those: then it is the rest.
    tree : Tree
        The units.

    Returns
    -------
    Means
        With a row for every unit that has one itself, or counted ones below it: means without n are not averaged.
    """
    whole = Means(own.n.copy(), own.points.copy(), own.sd.copy(), own.steps.copy())
    below = [np.flatnonzero(tree.parent == unit) for unit in range(tree.n_units)]
    for unit in tree.upward():
        if below[unit].size:
            _add_below(whole, unit, below[unit])
    return whole


def _add_below(whole: Means, unit: int, below: Ints) -> None:
    people = whole.n[below].sum(axis=0)
    put = (
        (people > 0) & (whole.n[unit] < NEARLY_ALL * people) & ~(np.isfinite(whole.points[unit]) & (whole.n[unit] == 0))
    )
    total = np.maximum(people + whole.n[unit], 1)
    sums = (whole.n[below] * np.nan_to_num(whole.points[below])).sum(axis=0)
    mean = (sums + whole.n[unit] * np.nan_to_num(whole.points[unit])) / total
    whole.points[unit, put], whole.n[unit, put], whole.sd[unit, put] = mean[put], total[put], np.nan
    whole.steps[unit, put] += whole.steps[below].sum(axis=0)[put]


def shown_means(whole: Means, tree: Tree, *, k: int) -> Mask:
    """Which means may be shown together, so that none, and no difference of them, is about fewer than k people.

    Parameters
    ----------
    whole : Means
        Of each unit and all below it, with n.
    tree : Tree
        The units.
    k : int
        Fewest people of a group, and fewest answer steps between a group's sum and an end of the scale.

    Returns
    -------
    ndarray of bool, shape (n_units, n_scales)
        Means that may be shown. Others may be left out as well: what is left above them only grows.

    Raises
    ------
    RuntimeError
        If the proof fails for what was chosen: a fault of this program. Nothing may be shown.
    """
    shown = np.zeros(whole.n.shape, np.bool_)
    for scale in range(whole.n.shape[1]):
        n, low = whole.n[:, scale], _near(whole, scale, from_top=False)
        counts = Counts(tree, np.arange(tree.n_units), np.zeros((tree.n_units, 0)), _rest(n, tree)[:, None], ())
        high = _near(whole, scale, from_top=True)
        near = Steps(_rest(low, tree)[:, None], _rest(high, tree)[:, None])
        shown[:, scale] = decide(counts, near, (), k=k).shown[0].units & (n >= k)
    return shown


def _near(whole: Means, scale: int, *, from_top: bool) -> Ints:
    """Whole answer steps between each sum and an end of the scale."""
    points = np.nan_to_num(whole.points[:, scale])
    share = (100.0 - points if from_top else points) / 100.0
    return np.floor(whole.steps[:, scale] * share + 1e-6).astype(np.int64)


def _rest(values: Ints, tree: Tree) -> Ints:
    """What is left of each unit without those below it; what rounding makes negative is nothing."""
    rest = values.copy()
    below = np.flatnonzero(tree.parent >= 0)
    np.subtract.at(rest, tree.parent[below], values[below])
    return np.maximum(rest, 0)


def shown_uncounted(points: Floats, tree: Tree) -> NDArray[np.bool_]:
    """Which means are shown where nobody knows how many people they are of: the company's and its divisions'.

    Parameters
    ----------
    points : ndarray of float, shape (n_units, n_scales)
        Means of whole units; nan where there is none.
    tree : Tree
        The units.

    Returns
    -------
    ndarray of bool, shape (n_units, n_scales)
        Nothing at an end of the scale, where it would say what each of them answered.
    """
    return np.asarray((tree.depth <= 1)[:, None] & (points > 0.0) & (points < 100.0))
