"""How large the shocks of units, and of the levels above them, are: from the waves before, per scale."""

from collections.abc import Callable

import numpy as np

from analysis.drift.model import Parameters, Shocks, running_sum, running_total
from analysis.drift.observed import Observed
from analysis.drift.people import Series
from analysis.drift.rollup import News
from analysis.drift.setting import Setting
from analysis.drift.shock_likelihood import between_log_likelihood, unit_log_likelihood
from analysis.drift.shocks import DEFAULT_BETWEEN, GRID, PRIOR_WIDTH, beside_white, log_prior, settle
from analysis.panel import Floats

TEMPER = 0.8
"""Units are not quite independent witnesses: their log likelihood counts less."""

FEW_STEPS, FEW_LASTING_STEPS, LASTING_KEPT = 0.4, 32.0, 4.0
"""Steps from wave to wave that may turn out to have been quiet ones.

Units may wobble more in the next wave than in the few that are known: white shocks are enlarged by so many steps' share
of all, and kept from vanishing. Lasting ones, of which many waves tell little, are enlarged by their own share, at most
doubled, and kept from vanishing by that of the last number.
"""

MOST_WAVES, MOST_WAVES_OF_LASTING = 40, 80
"""Waves of each unit that tell of shocks, and of lasting shocks when white ones are known: the latest."""

BETWEEN_SHOCKS = (DEFAULT_BETWEEN, PRIOR_WIDTH)

TURN = 0.382
"""Share of the distance between two units by which each scale's choice of them is turned on: the golden section."""

BETWEEN_SHARE = 0.25
"""Lingering shocks that are expected of a level above, for each one of the units'."""

OTHERS_COUNT, MOST_OTHERS = 0.5, 2
"""What the log likelihood of each other scale counts beside a scale's own; if they are many, that of so many."""


def unit_shocks(
    series: list[Series], observed: Observed, parameters: Parameters, months: Floats, *, n_taught: int
) -> tuple[Shocks, ...]:
    """White shocks from the latest waves; what lasts longer needs more waves to tell."""
    n_scales = len(series)

    def fits(sizes: list[Floats], most_waves: int) -> Floats:
        # Each scale takes other units, so that together they tell of more of them.
        return np.array(
            [
                unit_log_likelihood(
                    one,
                    sizes[scale],
                    variance=float(parameters.variance[scale]),
                    months=months,
                    most_waves=most_waves,
                    turn=scale * TURN % 1.0,
                )
                for scale, one in enumerate(series)
            ]
        )

    return _in_two_steps(fits, n_scales, observed.unit_shocks, 0.0, n_taught)


def between_shocks(
    news: list[News], setting: Setting, parameters: Parameters, months: Floats, *, n_taught: int
) -> tuple[Shocks, ...]:
    """Where units wander, the levels above them are expected to wander too, if less."""

    def fits(sizes: list[Floats], most_waves: int) -> Floats:
        return np.array(
            [
                between_log_likelihood(
                    one,
                    setting.tree,
                    sizes[scale],
                    variance=float(parameters.variance[scale]),
                    months=months,
                    most_waves=most_waves,
                )
                for scale, one in enumerate(news)
            ]
        )

    asked = [scale for scale, one in enumerate(news) if (one.precision[:, : months.size] > 0).any()]
    lingering = running_sum(np.array([parameters.unit[scale].lingering for scale in asked])) / max(len(asked), 1)
    return _in_two_steps(fits, len(news), BETWEEN_SHOCKS, BETWEEN_SHARE * lingering, n_taught)


def _in_two_steps(
    fits: Callable[[list[Floats], int], Floats],
    n_scales: int,
    prior: tuple[float, float],
    lingering: float,
    n_waves: int,
) -> tuple[Shocks, ...]:
    """Shocks of all sizes from the last `MOST_WAVES`, then, white ones being known, lasting ones from more."""
    sizes = [GRID] * n_scales
    found = _settle_each(sizes, fits(sizes, MOST_WAVES), prior, lingering)
    if n_waves > MOST_WAVES:
        sizes = [beside_white(one.white) for one in found]
        found = _settle_each(sizes, fits(sizes, MOST_WAVES_OF_LASTING), prior, lingering)
    usual = settle(GRID, log_prior(GRID, *prior))
    return tuple(_enlarged(one, usual, max(n_waves - 1, 1)) for one in found)


def _enlarged(found: Shocks, usual: Shocks, n_steps: int) -> Shocks:
    white = FEW_STEPS / n_steps
    more, kept = 1.0 + min(1.0, FEW_LASTING_STEPS / n_steps), min(1.0, LASTING_KEPT / n_steps)
    return Shocks(
        found.white + white * (found.white + usual.white),
        more * found.slow + kept * usual.slow,
        more * found.lingering + kept * usual.lingering,
    )


def _settle_each(sizes: list[Floats], fits: Floats, prior: tuple[float, float], lingering: float) -> tuple[Shocks, ...]:
    """Shocks of each scale, from its own log likelihood and, for less, those of the others."""
    total, speaks = running_total(fits), fits.any(axis=1)
    counts = OTHERS_COUNT * np.minimum(1.0, MOST_OTHERS / np.maximum(speaks.sum() - speaks, 1))
    return tuple(
        settle(points, log_prior(points, *prior, lingering) + TEMPER * (own + count * (total - own)))
        for points, own, count in zip(sizes, fits, counts, strict=True)
    )
