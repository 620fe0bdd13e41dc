"""Summaries by item: wave, unit and item with n, mean and standard deviation."""

from dataclasses import dataclass

import numpy as np

from survey.importing.long import Floats, Ints


@dataclass(frozen=True, slots=True)
class ItemSummaries:
    """A row per wave, unit and item; `mean` and `sd` in points of 0–100 (sd nan, n 0 where they are unknown)."""

    wave: Ints
    unit: Ints
    item: Ints
    n: Ints
    mean: Floats
    sd: Floats


def share_sd(points: Floats, n: Ints) -> Floats:
    """Standard deviation between respondents of whom a share answers one way.

    One respondent of each kind is added where n is known: ten of ten who agree do not show that nobody would not.
    """
    share: Floats = np.where(n > 0, (points / 100 * n + 1) / (n + 2), points / 100)
    spread: Floats = 100 * np.sqrt(share * (1 - share))
    return spread


def pooled(rows: ItemSummaries) -> ItemSummaries:
    """One row per wave, unit and item, in that order; several (dates in one bin) as if asked at once."""
    order = np.lexsort((rows.item, rows.unit, rows.wave))
    wave, unit, item = rows.wave[order], rows.unit[order], rows.item[order]
    n, mean, sd = rows.n[order], rows.mean[order], rows.sd[order]
    fresh = np.ones(order.size, dtype=np.bool_)
    fresh[1:] = (np.diff(wave) != 0) | (np.diff(unit) != 0) | (np.diff(item) != 0)
    if fresh.all():
        return ItemSummaries(wave, unit, item, n, mean, sd)
    start = np.flatnonzero(fresh)
    group = np.cumsum(fresh) - 1
    counted = (np.add.reduceat((n == 0).astype(np.int64), start) == 0)[group]
    weight = np.where(counted, n, 1).astype(np.float64)
    total = np.add.reduceat(weight, start)
    middle = np.add.reduceat(weight * mean, start) / total
    square = np.add.reduceat(weight * (sd**2 + (mean - middle[group]) ** 2), start) / total
    people = np.where(counted[start], total, 0).astype(np.int64)
    return ItemSummaries(wave[start], unit[start], item[start], people, middle, np.sqrt(square))
