"""The parameters for a stretch of waves, from the waves before it."""

import dataclasses

import numpy as np

from analysis.drift.model import Parameters, estimate_people
from analysis.drift.observed import Observed
from analysis.drift.people import Series
from analysis.drift.rebase import Base
from analysis.drift.setting import Setting
from analysis.drift.shocks import (
    DEFAULT_BETWEEN,
    GRID,
    PRIOR_WIDTH,
    between_log_likelihood,
    log_prior,
    settle,
    settled_wave,
    unit_log_likelihood,
)
from analysis.drift.tables import news_of_scale

TEMPER = 0.5
"""Scales and units are not independent witnesses: their common log likelihood counts half."""


def estimate_for_people(observed: Observed, wave: int, spacing: float) -> Parameters:
    """Person parameters from the waves before this one; shocks at their defaults."""
    variance, items, (noise, wander, memory) = estimate_people(observed.moments.before(wave), spacing)
    unit, between = settle(log_prior(*observed.unit_shocks)), settle(log_prior(DEFAULT_BETWEEN, PRIOR_WIDTH))
    return Parameters(variance, noise, wander, memory, items, unit, between)


def estimate_shocks(
    series: list[Series], observed: Observed, setting: Setting, *, parameters: Parameters, bases: list[Base], wave: int
) -> Parameters:
    """The same parameters with the shocks as the waves before this one, the latest apart, show them."""
    until = settled_wave(setting.calendar.months, wave)
    if until < 2:
        return parameters
    fit = np.zeros(len(GRID))
    for scale, one in enumerate(series):
        fit += unit_log_likelihood(one, until, float(parameters.variance[scale]), setting.calendar)
    parameters = dataclasses.replace(parameters, unit=settle(log_prior(*observed.unit_shocks) + TEMPER * fit))
    if not setting.inner.any():
        return parameters
    fit = np.zeros(len(GRID))
    for scale, one in enumerate(series):
        news = news_of_scale(one, observed.units, setting, parameters=parameters, scale=scale, bases=bases)
        fit += between_log_likelihood(news, setting.tree, until, float(parameters.variance[scale]), setting.calendar)
    return dataclasses.replace(parameters, between=settle(log_prior(DEFAULT_BETWEEN, PRIOR_WIDTH) + TEMPER * fit))
