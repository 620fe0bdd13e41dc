"""One node beside the rest of the company."""

from dataclasses import dataclass

import numba
import numpy as np

from analysis.drift.rollup import News
from analysis.panel import Floats

LEAST_REST = 1e-6
"""Precision of the rest, beside the node's own, below which it is what rounding left of nothing."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One node's series beside the rest of the company (the root's stands alone).

    Attributes
    ----------
    value, noise : ndarray of float, shape (n_waves,)
        Points; points squared, inf where there is nothing to compare.
    response : ndarray of float, shape (n_waves, n_waves)
        Of the value to a step in the node.
    third : ndarray of float, shape (n_waves,)
        Third cumulant of the value, in points cubed.
    """

    value: Floats
    noise: Floats
    response: Floats
    third: Floats


Columns = tuple[Floats, Floats, Floats, Floats, Floats, Floats]
"""Fields of `News`."""


def columns(news: News) -> Columns:
    return news.value, news.precision, news.response, news.third, news.rest_value, news.rest_precision


def contrast(news: News, unit: int, root: int, company: float) -> Contrast | None:
    """The node against the rest of the company, or None if the waves are too few or there is no rest.

    `company` is the variance of what the whole company may do together in a wave, in points squared. The rest tells of
    it with an error of its own, so only a part of it is taken off: nearly all in a large company, little beside one
    other team, which would otherwise make a fall here and a rise there look alike.
    """
    value, noise, response, third = beside(columns(news), unit, root, company)
    enough = 1 if unit == root else 2
    return Contrast(value, noise, response, third) if np.isfinite(noise).sum() >= enough else None


@numba.njit(cache=True)
def beside(news: Columns, unit: int, root: int, company: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Value, noise, response and third cumulant of `Contrast`."""
    n_waves, alone = news[0].shape[1], unit == root
    value, noise, response = np.zeros(n_waves), np.full(n_waves, np.inf), np.zeros((n_waves, n_waves))
    third = np.zeros(n_waves)
    for t in range(n_waves):
        own, rest = news[1][unit, t], news[5][unit, t]
        if own <= 0.0 or (not alone and rest <= LEAST_REST * own):
            continue
        value[t], noise[t] = news[0][unit, t] / own, 1.0 / own
        third[t] = news[3][unit, t] / own**3
        if not alone:
            taken = company / (company + 1.0 / rest)
            value[t] -= taken * news[4][unit, t] / rest
            noise[t] += taken**2 / rest + (1.0 - taken) ** 2 * company
        for onset in range(t + 1):
            response[t, onset] = news[2][unit, t, onset] / own
    return value, noise, response, third
