"""The company's own shocks: their size is never known well, so the root is judged under every size at once."""

import numpy as np

from analysis.drift.shocks import settled_wave
from analysis.panel import Floats

COMPANY_GRID = tuple(
    (white, slow, season)
    for white in (0.0003, 0.001, 0.003, 0.01, 0.04, 0.15)
    for slow in (0.0, 0.0015, 0.006, 0.03, 0.15)
    for season in (0.0, 0.0025)
)
"""Variances of company shocks and of the season's amplitude, as shares of the variance between people."""

COMPANY_DEFAULT, COMPANY_WIDTH, SLOW_PRIOR, SEASON_PRIOR = 0.001, 1.2, 0.05, 0.2


def company_prior() -> Floats:
    """Log prior of each point of the grid, shape (n_models,)."""
    rows = []
    for white, slow, season in COMPANY_GRID:
        weight = -0.5 * (np.log(white / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        if slow > 0:
            weight += np.log(SLOW_PRIOR) - 0.5 * (np.log(slow / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        rows.append(weight + np.log(SEASON_PRIOR if season > 0 else 1.0 - SEASON_PRIOR))
    return np.array(rows)


OTHERS_COUNT = 0.5
"""Company shocks of the principles go together: the log likelihood of another one counts half."""


def told_by_others(fits: list[Floats | None], scale: int, months: Floats) -> Floats:
    """What the other scales' settled waves say about the company's shocks, shape (n_models, n_waves).

    `fits` holds the running log likelihood of each scale under each model, or None.
    """
    settled = np.array([settled_wave(months, wave) for wave in range(months.size)])
    told = np.zeros((len(COMPANY_GRID), months.size))
    for other, fit in enumerate(fits):
        if other != scale and fit is not None:
            told += OTHERS_COUNT * np.where(settled > 0, fit[:, np.maximum(settled - 1, 0)], 0.0)
    return told
