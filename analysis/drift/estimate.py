"""The parameters for a stretch of waves, from the waves before it."""

import dataclasses

import numpy as np

from analysis.drift.model import Parameters, Shocks, estimate_people, running_sum, running_total
from analysis.drift.observed import Observed
from analysis.drift.people import Series
from analysis.drift.rebase import Base
from analysis.drift.rollup import News
from analysis.drift.scale_news import news_of_scale
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
from analysis.panel import Floats

TEMPER = 0.5
"""Units and scales are not independent witnesses: their log likelihood counts half."""

FEW_STEPS = 0.4
"""Steps from wave to wave that may turn out to have been quiet ones."""

PRIOR_SURPRISES = 200.0
"""How many surprises it is worth that scores have no skewness."""

OTHERS_COUNT = 0.25
"""What the mean log likelihood of the other scales counts beside a scale's own."""


def estimate_for_people(observed: Observed, wave: int, spacing: float) -> Parameters:
    """Person parameters from the waves before this one; shocks at their defaults."""
    variance, items, (noise, wander, memory) = estimate_people(observed.moments.before(wave), spacing)
    none = np.zeros((variance.size, len(GRID)))
    unit, between = _settle_each(_unit_prior(observed), none), _settle_each(_between_prior(), none)
    return Parameters(variance, noise, wander, memory, items, np.zeros(variance.size), unit, between)


def estimate_shocks(
    series: list[Series], observed: Observed, setting: Setting, *, parameters: Parameters, bases: list[Base], wave: int
) -> tuple[Parameters, list[News]]:
    """The same parameters with the shocks as the waves before this one, the latest apart, show them.

    And what is new in each scale, which depends on the shocks of units alone.
    """
    until, months = settled_wave(setting.calendar.months, wave), setting.calendar.months
    parameters = dataclasses.replace(parameters, skewness=np.array([_skewness(one, wave) for one in series]))
    variances, doubt = parameters.variance.tolist(), FEW_STEPS / max(until - 1, 1)
    if until >= 2:
        fits = [unit_log_likelihood(one, until, size, months) for one, size in zip(series, variances, strict=True)]
        parameters = dataclasses.replace(parameters, unit=_settle_each(_unit_prior(observed), np.array(fits), doubt))
    news = [
        news_of_scale(one, observed.units, setting, parameters=parameters, scale=scale, bases=bases)
        for scale, one in enumerate(series)
    ]
    if until >= 2 and setting.inner.any():
        tree = setting.tree
        fits = [
            between_log_likelihood(one, tree, until, size, months) for one, size in zip(news, variances, strict=True)
        ]
        parameters = dataclasses.replace(parameters, between=_settle_each(_between_prior(), np.array(fits), doubt))
    return parameters, news


def _settle_each(prior: Floats, fits: Floats, doubt: float = 0.0) -> tuple[Shocks, ...]:
    """Shocks of each scale, from its own log likelihood and, for less, the mean of the others'.

    Units may wobble more in the next wave than in the few that are known: `doubt` enlarges what was found and keeps it
    from vanishing.
    """
    total, usual, speaks = running_total(fits), settle(prior), fits.any(axis=1)
    others = np.maximum(speaks.sum() - speaks, 1)
    found = [
        settle(prior + TEMPER * (own + OTHERS_COUNT * (total - own) / n)) for own, n in zip(fits, others, strict=True)
    ]
    return tuple(
        Shocks(one.white + doubt * (one.white + usual.white), one.slow + doubt * (one.slow + usual.slow))
        for one in found
    )


def _skewness(series: Series, wave: int) -> float:
    """Of one person's surprise, from the waves before this one, drawn towards none."""
    count, first, second, third = (running_sum(row) for row in series.surprises[:, :wave])
    if count < 2:
        return 0.0
    mean, square = first / count, second / count
    spread = max(square - mean**2, 1e-9)
    found = (third / count - 3.0 * mean * square + 2.0 * mean**3) / spread**1.5
    return float(found * count / (count + PRIOR_SURPRISES))


def _unit_prior(observed: Observed) -> Floats:
    return log_prior(*observed.unit_shocks)


def _between_prior() -> Floats:
    return log_prior(DEFAULT_BETWEEN, PRIOR_WIDTH)
