"""The parameters for a stretch of waves, from the waves before it."""

import dataclasses

import numpy as np

from analysis.drift.model import Parameters, estimate_cooling, estimate_people, running_sum
from analysis.drift.observed import Observed
from analysis.drift.people import Series
from analysis.drift.rebase import Base
from analysis.drift.rollup import News
from analysis.drift.scale_news import news_of_scale
from analysis.drift.setting import Setting
from analysis.drift.shock_estimate import BETWEEN_SHOCKS, between_shocks, unit_shocks
from analysis.drift.shocks import GRID, log_prior, settle, settled_wave

PRIOR_SURPRISES = 200.0
"""How many surprises it is worth that scores have no skewness."""


def estimate_for_people(observed: Observed, wave: int, spacing: float) -> Parameters:
    """Person parameters from the waves before this one; shocks at their defaults."""
    variance, items, (noise, wander, memory) = estimate_people(observed.moments.before(wave), spacing)
    cooling, n_scales = estimate_cooling(observed.moments.before(wave)), variance.size
    unit = (settle(GRID, log_prior(GRID, *observed.unit_shocks)),) * n_scales
    between = (settle(GRID, log_prior(GRID, *BETWEEN_SHOCKS)),) * n_scales
    return Parameters(variance, noise, wander, memory, items, cooling, np.zeros(n_scales), unit, between)


def estimate_shocks(
    series: list[Series], observed: Observed, setting: Setting, *, parameters: Parameters, bases: list[Base], wave: int
) -> tuple[Parameters, list[News]]:
    """The same parameters with the shocks as the waves before this one, the latest apart, show them.

    And what is new in each scale, which depends on the shocks of units alone.
    """
    months = setting.calendar.months[: settled_wave(setting.calendar.months, wave)]
    n_taught = months.size - _n_untold(series, observed, months.size)
    parameters = dataclasses.replace(parameters, skewness=np.array([_skewness(one, wave) for one in series]))
    if months.size >= 2:
        parameters = dataclasses.replace(
            parameters, unit=unit_shocks(series, observed, parameters, months, n_taught=n_taught)
        )
    news = [
        news_of_scale(one, observed.units, setting, parameters=parameters, scale=scale, bases=bases)
        for scale, one in enumerate(series)
    ]
    if months.size >= 2 and setting.inner.any():
        parameters = dataclasses.replace(
            parameters, between=between_shocks(news, setting, parameters, months, n_taught=n_taught)
        )
    return parameters, news


def _n_untold(series: list[Series], observed: Observed, wave: int) -> int:
    """Waves of another instrument that told of the company alone."""
    held = np.any([(one.precision[:, :wave] > 0).any(axis=0) for one in series], axis=0)
    return int((held & ~observed.asked[:wave]).sum())


def _skewness(series: Series, wave: int) -> float:
    """Of one person's surprise, from the waves before this one, drawn towards none."""
    count, first, second, third = (running_sum(row) for row in series.surprises[:, :wave])
    if count < 2:
        return 0.0
    mean, square = first / count, second / count
    spread = max(square - mean**2, 1e-9)
    found = (third / count - 3.0 * mean * square + 2.0 * mean**3) / spread**1.5
    return float(found * count / (count + PRIOR_SURPRISES))
