"""From units to the company: what is new in each unit, added up the tree by precision."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.people import Series
from analysis.drift.whiten import MONTHLY_MEMORY, UNKNOWN, Calendar, Kinship, When, whiten
from analysis.panel import Floats, Ints
from analysis.tree import Tree


@dataclass(frozen=True, slots=True)
class News:
    """What is new per node and wave: sums over the units at or below it, each weighted by its precision.

    Attributes
    ----------
    value, precision : ndarray of float, shape (n_units, n_waves)
        Sum of precision times innovation; sum of precisions.
    response : ndarray of float, shape (n_units, n_waves, n_waves)
        Sum of precision times response to a step that begins in the wave of the last axis.
    rest_value, rest_precision : ndarray of float, shape (n_units, n_waves)
        The same sums over the rest of the company.
    """

    value: Floats
    precision: Floats
    response: Floats
    rest_value: Floats
    rest_precision: Floats


def roll_up(
    series: Series,
    seats: Ints,
    tree: Tree,
    *,
    loads: Floats,
    shocks: tuple[float, float],
    calendar: Calendar,
    kinship: Kinship,
    totals: NDArray[np.bool_],
) -> News:
    """Innovations of every unit given its own past (level unknown), and their sums up the tree.

    `loads` holds, per seat, the responses to what is unknown there, shape (n_seats, n_loads, n_waves); `totals` says
    where a unit's own row is the published total of all below it, shape (n_units, n_waves).
    """
    n_waves = calendar.months.size
    flat = (tree.n_units, n_waves)
    news = News(np.zeros(flat), np.zeros(flat), np.zeros((*flat, n_waves)), np.zeros(flat), np.zeros(flat))
    when = (calendar.months, calendar.block, MONTHLY_MEMORY)
    known = (kinship.lasting, kinship.wander, kinship.stay, kinship.memory)
    columns = (series.value, series.precision, series.response, series.kin, loads)
    sums = (news.value, news.precision, news.response)
    _whiten_seats(columns, seats, shocks, when, known, sums)
    _add_up(sums, (news.rest_value, news.rest_precision), tree.parent, tree.downward, totals)
    return news


Sums = tuple[Floats, Floats, Floats]
"""Value, precision and response of `News`."""


@numba.njit(cache=True)
def _whiten_seats(
    columns: tuple[Floats, Floats, Floats, Floats, Floats],
    seats: Ints,
    shocks: tuple[float, float],
    when: When,
    known: tuple[float, float, float, float],
    sums: Sums,
) -> None:
    value, precision, response, kin, loads = columns
    for position in range(seats.size):
        unit = seats[position]
        noise = np.full(value.shape[1], np.inf)
        for t in range(noise.size):
            if precision[position, t] > 0.0:
                noise[t] = 1.0 / precision[position, t]
        ties = (kin[position], known[0], known[1], known[2], known[3])
        fresh, spread, moved = whiten(value[position], noise, response[position], loads[position], shocks, when, ties)
        for t in range(noise.size):
            if np.isfinite(spread[t]):
                sums[0][unit, t] += fresh[t] / spread[t]
                sums[1][unit, t] += 1.0 / spread[t] ** 2
                for onset in range(t + 1):
                    sums[2][unit, t, onset] += moved[t, onset] / spread[t]


@numba.njit(cache=True)
def _add_up(sums: Sums, rest: tuple[Floats, Floats], parent: Ints, downward: Ints, totals: NDArray[np.bool_]) -> None:
    """Add children to parents; where a parent's own row is the published total, the better known of the two stands.

    The rest of the company, for a unit, is its siblings and the rest for its parent.
    """
    value, precision, response = sums
    below_value, below_precision, below = np.zeros_like(value), np.zeros_like(precision), np.zeros_like(response)
    for unit in downward[::-1]:
        for t in range(value.shape[1]):
            if not totals[unit, t]:
                value[unit, t] += below_value[unit, t]
                precision[unit, t] += below_precision[unit, t]
                response[unit, t] += below[unit, t]
            elif precision[unit, t] < below_precision[unit, t]:
                value[unit, t] = below_value[unit, t]
                precision[unit, t] = below_precision[unit, t]
                response[unit, t] = below[unit, t]
        above = parent[unit]
        if above >= 0:
            below_value[above] += value[unit]
            below_precision[above] += precision[unit]
            below[above] += response[unit]
    for unit in downward[1:]:
        above = parent[unit]
        for t in range(value.shape[1]):
            inside = (below_value[above, t], below_precision[above, t])
            if not totals[above, t]:
                inside = (value[above, t], precision[above, t])
            rest[0][unit, t] = rest[0][above, t] + inside[0] - value[unit, t]
            rest[1][unit, t] = rest[1][above, t] + inside[1] - precision[unit, t]


def level_load(series: Series, position: int) -> Floats:
    """The unit's level, of which nothing is known: shape (n_waves,)."""
    return np.asarray(series.response[position, :, 0] * np.sqrt(UNKNOWN))


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
    """

    value: Floats
    noise: Floats
    response: Floats


Columns = tuple[Floats, Floats, Floats, Floats, Floats]
"""Fields of `News`."""


def columns(news: News) -> Columns:
    return news.value, news.precision, news.response, news.rest_value, news.rest_precision


def contrast(news: News, unit: int, root: int, company: float) -> Contrast | None:
    """The node against the rest of the company, or None if the waves are too few or there is no rest.

    `company` is the variance of what the whole company may do together in a wave, in points squared. The rest tells of
    it with an error of its own, so only a part of it is taken off: nearly all in a large company, little beside one
    other team, which would otherwise make a fall here and a rise there look alike.
    """
    value, noise, response = beside(columns(news), unit, root, company)
    enough = 1 if unit == root else 2
    return Contrast(value, noise, response) if np.isfinite(noise).sum() >= enough else None


@numba.njit(cache=True)
def beside(news: Columns, unit: int, root: int, company: float) -> tuple[Floats, Floats, Floats]:
    """Value, noise and response of `Contrast`."""
    n_waves, alone = news[0].shape[1], unit == root
    value, noise, response = np.zeros(n_waves), np.full(n_waves, np.inf), np.zeros((n_waves, n_waves))
    for t in range(n_waves):
        own, rest = news[1][unit, t], news[4][unit, t]
        if own <= 0.0 or (not alone and rest <= LEAST_REST * own):
            continue
        value[t], noise[t] = news[0][unit, t] / own, 1.0 / own
        if not alone:
            taken = company / (company + 1.0 / rest)
            value[t] -= taken * news[3][unit, t] / rest
            noise[t] += taken**2 / rest + (1.0 - taken) ** 2 * company
        for onset in range(t + 1):
            response[t, onset] = news[2][unit, t, onset] / own
    return value, noise, response
