"""From units to the company: what is new in each unit, added up the tree by precision."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.people import Series
from analysis.drift.whiten import MONTHLY_MEMORY, UNKNOWN, Calendar, Kinship, whiten
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
    """

    value: Floats
    precision: Floats
    response: Floats


def roll_up(
    series: Series,
    seats: Ints,
    tree: Tree,
    *,
    loads: list[Floats],
    shocks: tuple[float, float],
    calendar: Calendar,
    kinship: Kinship,
    totals: NDArray[np.bool_] | None,
) -> News:
    """Innovations of every unit given its own past (level unknown), and their sums up the tree.

    `loads` holds, per seat, the responses to what is unknown there, shape (n_loads, n_waves).
    """
    n_waves = calendar.months.size
    news = News(
        np.zeros((tree.n_units, n_waves)),
        np.zeros((tree.n_units, n_waves)),
        np.zeros((tree.n_units, n_waves, n_waves)),
    )
    known = (kinship.lasting, kinship.wander, kinship.stay, kinship.memory)
    for position, unit in enumerate(seats.tolist()):
        noise = np.full(n_waves, np.inf)
        seen = series.precision[position] > 0
        noise[seen] = 1.0 / series.precision[position, seen]
        fresh, spread, moved = whiten(
            series.value[position], noise, series.response[position], loads[position], shocks,
            (calendar.months, calendar.block, MONTHLY_MEMORY), (series.kin[position], *known),
        )  # fmt: skip
        _weigh(fresh, spread, moved, news.value[unit], news.precision[unit], news.response[unit])
    _add_up(news, tree, totals)
    return news


def _add_up(news: News, tree: Tree, totals: NDArray[np.bool_] | None) -> None:
    """Add children to parents; where a parent's own row is the published total, the better known of the two stands."""
    below = News(*(np.zeros_like(part) for part in (news.value, news.precision, news.response)))
    for unit in tree.upward():
        _join(news, below, unit, totals)
        above = int(tree.parent[unit])
        if above >= 0:
            below.value[above] += news.value[unit]
            below.precision[above] += news.precision[unit]
            below.response[above] += news.response[unit]


def _join(news: News, below: News, unit: int, totals: NDArray[np.bool_] | None) -> None:
    own = (news.value[unit], news.precision[unit], news.response[unit])
    under = (below.value[unit], below.precision[unit], below.response[unit])
    total = np.zeros(own[1].size, dtype=np.bool_) if totals is None else totals[unit]
    for mine, theirs in zip((own[0], own[2], own[1]), (under[0], under[2], under[1]), strict=True):
        replace = total & (own[1] < under[1])
        mine[replace] = theirs[replace]
        mine[~total] += theirs[~total]


@numba.njit(cache=True)
def _weigh(fresh: Floats, spread: Floats, moved: Floats, value: Floats, precision: Floats, response: Floats) -> None:
    for t in range(fresh.size):
        if np.isfinite(spread[t]):
            value[t] += fresh[t] / spread[t]
            precision[t] += 1.0 / spread[t] ** 2
            for onset in range(t + 1):
                response[t, onset] += moved[t, onset] / spread[t]


def level_load(series: Series, position: int) -> Floats:
    """The unit's level, of which nothing is known: shape (n_waves,)."""
    return np.asarray(series.response[position, :, 0] * np.sqrt(UNKNOWN))


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


def contrast(news: News, unit: int, root: int) -> Contrast | None:
    """The node against the rest of the company, or None if there is no rest."""
    own = news.precision[unit]
    rest = news.precision[root] - own
    seen = own > 0
    if unit != root:
        seen = seen & (rest > 1e-9 * news.precision[root])
    if not seen.any():
        return None
    value, noise = np.zeros(own.size), np.full(own.size, np.inf)
    value[seen] = news.value[unit, seen] / own[seen]
    noise[seen] = 1.0 / own[seen]
    if unit != root:
        value[seen] -= (news.value[root, seen] - news.value[unit, seen]) / rest[seen]
        noise[seen] += 1.0 / rest[seen]
    response = np.zeros_like(news.response[unit])
    response[seen] = news.response[unit, seen] / own[seen, None]
    return Contrast(value, noise, response)
