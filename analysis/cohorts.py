"""Groups that cut across the tree of units, as published means that the monitor can watch."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.columns import check_lengths, whole
from analysis.panel import Floats, Ints, Scores, Summaries
from analysis.tree import Tree

MIDDLE = 50.0
"""Where a gap of none lies on the scale of 0 to 100; a gap counts half, so that every gap has a place."""


def cohort_summaries(scores: Scores, band: ArrayLike) -> tuple[Summaries, Tree]:
    """Turn people into published means of bands, such as years of service, each a part of the company.

    For HR's list alone: both `alarms` and `watch` of `monitor(*cohort_summaries(…))` tell which band moves unlike the
    others, and a clear fall stands in `alarms`. None of it is an alarm to the CEO, whose promise does not cover bands.

    Parameters
    ----------
    scores : Scores
        A row per person, wave and scale.
    band : array_like of int, shape (n_rows,)
        Number of the band of each row, from 0; −1 where it is unknown, which leaves the row out.

    Returns
    -------
    Summaries
        A row per wave, band and scale that has scores.
    Tree
        Unit 0 is the company, unit k + 1 is band k.

    Raises
    ------
    ValueError
        If there are more or fewer bands than rows, or no row has a band.

    Notes
    -----
    People stay in their band for years, so that its means hang together over time; the monitor allows for that as it
    does for any published means.

    Examples
    --------
    >>> scores = Scores([0, 0, 0], [1, 2, 3], [0, 0, 0], [0, 0, 0], [60.0, 70.0, 40.0])
    >>> summaries, tree = cohort_summaries(scores, [0, 0, 1])
    >>> summaries.unit.tolist(), summaries.mean.tolist(), tree.parent.tolist()
    ([1, 2], [65.0, 40.0], [-1, 0, 0])
    """
    bands = whole(band, "band")
    check_lengths(scores=scores.wave, band=bands)
    known = np.flatnonzero(bands >= 0)
    if not known.size:
        raise ValueError("no row has a band: at least one of 0 or more is wanted")
    place, n, mean, variance = _cells((scores.wave[known], scores.scale[known], bands[known]), scores.value[known])
    sd = np.sqrt(variance)
    parent = np.zeros(int(bands.max()) + 2, dtype=np.int64)
    parent[0] = -1
    return Summaries(place[0], place[2] + 1, place[1], n, np.clip(mean, 0, 100), sd), Tree(parent)


def gap_summaries(scores: Scores, is_leader: ArrayLike) -> tuple[Summaries, Tree]:
    """Turn people into one series: how much higher leaders score than the front line.

    For HR's list alone, from both `alarms` and `watch`. A rise means that the gap grows.

    Parameters
    ----------
    scores : Scores
        A row per person, wave and scale.
    is_leader : array_like of bool, shape (n_rows,)
        Whether the row is of somebody who leads people.

    Returns
    -------
    Summaries
        A row per wave and scale with at least two people on each side; the mean is 50 plus half the gap in points.
    Tree
        The company alone.

    Raises
    ------
    ValueError
        If there are more or fewer marks than rows, or no wave has two people on each side.

    Notes
    -----
    `n` is the harmonic mean of the numbers on both sides and `sd` such that sd²/n is the variance of half the gap,
    (s₁²/n₁ + s₂²/n₂)/4.

    Examples
    --------
    >>> scores = Scores([0] * 4, [1, 2, 3, 4], [0] * 4, [0] * 4, [80.0, 70.0, 60.0, 50.0])
    >>> summaries, tree = gap_summaries(scores, [True, True, False, False])
    >>> summaries.mean.tolist()
    [60.0]
    """
    leads = np.asarray(is_leader, dtype=np.bool_)
    check_lengths(scores=scores.wave, is_leader=leads)
    sides = [_cells((scores.wave[rows], scores.scale[rows]), scores.value[rows]) for rows in (leads, ~leads)]
    keys = [place[0] * (int(scores.scale.max(initial=0)) + 1) + place[1] for place, *_ in sides]
    _, one, other = np.intersect1d(keys[0], keys[1], return_indices=True)
    both = (sides[0][1][one] > 1) & (sides[1][1][other] > 1)
    one, other = one[both], other[both]
    if not one.size:
        raise ValueError("no wave has two leaders and two others; a gap needs both")
    (place, n, mean, variance), (_, n_other, mean_other, variance_other) = sides
    people = np.maximum(np.rint(2 / (1 / n[one] + 1 / n_other[other])), 1).astype(np.int64)
    error = (variance[one] / n[one] + variance_other[other] / n_other[other]) / 4
    gap = MIDDLE + (mean[one] - mean_other[other]) / 2
    unit = np.zeros(one.size, dtype=np.int64)
    return Summaries(place[0][one], unit, place[1][one], people, gap, np.sqrt(error * people)), Tree([-1])


def _cells(keys: tuple[NDArray[np.int64], ...], value: Floats) -> tuple[Ints, Ints, Floats, Floats]:
    """Keys of each cell, shape (n_keys, n_cells); its number of rows, mean, and variance (nan for one row)."""
    place, cell = np.unique(np.stack(keys), axis=1, return_inverse=True)
    n = np.bincount(cell, minlength=place.shape[1])
    mean = np.bincount(cell, value, place.shape[1]) / np.maximum(n, 1)
    squares = np.bincount(cell, (value - mean[cell]) ** 2, place.shape[1])
    variance = np.where(n > 1, squares / np.maximum(n - 1, 1), np.nan)
    return place, n, mean, variance
