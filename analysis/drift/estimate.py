"""The parameters for a stretch of waves, from the waves before it."""

import dataclasses

import numpy as np

from analysis.drift.model import Parameters, Shocks, estimate_cooling, estimate_people, running_sum, running_total
from analysis.drift.observed import Observed
from analysis.drift.people import Series
from analysis.drift.rebase import Base
from analysis.drift.rollup import News
from analysis.drift.scale_news import news_of_scale
from analysis.drift.setting import Setting
from analysis.drift.shock_likelihood import between_log_likelihood, unit_log_likelihood
from analysis.drift.shocks import (
    DEFAULT_BETWEEN,
    GRID,
    PRIOR_WIDTH,
    log_prior,
    settle,
    settled_wave,
)
from analysis.panel import Floats

TEMPER = 0.8
"""Units are not quite independent witnesses: their log likelihood counts less."""

FEW_STEPS = 0.4
"""Steps from wave to wave that may turn out to have been quiet ones."""

BETWEEN_SHARE = 0.25
"""Lingering shocks that are expected of a level above, for each one of the units'."""

PRIOR_SURPRISES = 200.0
"""How many surprises it is worth that scores have no skewness."""

OTHERS_COUNT, MOST_OTHERS = 0.5, 2
"""What the log likelihood of each other scale counts beside a scale's own; if they are many, that of so many."""


def estimate_for_people(observed: Observed, wave: int, spacing: float) -> Parameters:
    """Person parameters from the waves before this one; shocks at their defaults."""
    variance, items, (noise, wander, memory) = estimate_people(observed.moments.before(wave), spacing)
    none = np.zeros((variance.size, len(GRID)))
    unit, between = _settle_each(_unit_prior(observed), none), _settle_each(_between_prior(), none)
    cooling = estimate_cooling(observed.moments.before(wave))
    return Parameters(variance, noise, wander, memory, items, cooling, np.zeros(variance.size), unit, between)


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
        # Each scale takes other units, so that together they tell of more of them.
        fits = [
            unit_log_likelihood(one, until, variances[scale], months, turn=scale / len(series))
            for scale, one in enumerate(series)
        ]
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
        parameters = dataclasses.replace(
            parameters, between=_settle_each(_between_prior(parameters), np.array(fits), doubt)
        )
    return parameters, news


def _settle_each(prior: Floats, fits: Floats, doubt: float = 0.0) -> tuple[Shocks, ...]:
    """Shocks of each scale, from its own log likelihood and, for less, the mean of the others'.

    Units may wobble more in the next wave than in the few that are known: `doubt` enlarges what was found and keeps it
    from vanishing.
    """
    total, usual, speaks = running_total(fits), settle(prior), fits.any(axis=1)
    counts = OTHERS_COUNT * np.minimum(1.0, MOST_OTHERS / np.maximum(speaks.sum() - speaks, 1))
    found = [settle(prior + TEMPER * (own + count * (total - own))) for own, count in zip(fits, counts, strict=True)]
    return tuple(
        Shocks(*(size + doubt * (size + before) for size, before in zip(one.times(1.0), usual.times(1.0), strict=True)))
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


def _between_prior(known: Parameters | None = None) -> Floats:
    """Where units wander, the levels above them are expected to wander too, if less."""
    wander = 0.0 if known is None else running_sum(np.array([shocks.lingering for shocks in known.unit]))
    share = 0.0 if known is None else BETWEEN_SHARE / len(known.unit)
    return log_prior(DEFAULT_BETWEEN, PRIOR_WIDTH, share * wander)
