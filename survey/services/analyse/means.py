"""Means by item, in which changed instruments are looked for."""

import numpy as np

from analysis import Answers
from analysis.instrument_change import ItemMeans
from analysis.scoring import to_points
from survey.importing.outside import OutsideSurvey


def item_means(survey: OutsideSurvey) -> ItemMeans:
    """Of every published unit; of the whole company where there are answers."""
    if survey.by_item is not None:
        rows = survey.by_item
        return ItemMeans(rows.wave, rows.unit, rows.item, rows.mean)
    panel, n_items = survey.panel, survey.instrument.n_items
    if not isinstance(panel, Answers):
        raise TypeError("summaries are read with their items")
    cell = panel.wave * n_items + panel.item
    total, count = np.bincount(cell, panel.value), np.bincount(cell)
    held = np.flatnonzero(count)
    item = held % n_items
    mean = np.clip(total[held] / count[held], survey.instrument.low[item], survey.instrument.high[item])
    root = np.full(held.size, survey.tree.root)
    return ItemMeans(held // n_items, root, item, to_points(mean, item, survey.instrument))
