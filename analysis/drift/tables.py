"""Score and information of one node: what its series says of every onset and shape."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.company import COMPANY_GRID, company_prior
from analysis.drift.evidence import tabulate
from analysis.drift.model import Parameters
from analysis.drift.people import Series
from analysis.drift.rebase import Base, unknown_loads
from analysis.drift.rollup import Contrast, News, contrast, roll_up
from analysis.drift.setting import Setting
from analysis.drift.shocks import COMPANY_MOVES, NO_KIN, log_likelihood
from analysis.drift.whiten import MONTHLY_MEMORY, Kinship, whiten
from analysis.panel import Floats, Ints

STAY = 0.98
"""Share of people still there a month later, for ties between epochs and between unlinked waves."""

SEEN_AGAIN = 0.75
"""Share of the people of one block who also answer in the next, departures apart."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Score and information of one node.

    Attributes
    ----------
    score, information : ndarray of float, shape (n_models, n_waves, n_shapes, n_onsets)
        After each wave; models differ in the size of the company's shocks (one model below the root).
    log_fit : ndarray of float, shape (n_models, n_waves)
        Log prior plus log likelihood of each model without drift.
    compared : ndarray of bool, shape (n_waves,)
        Waves in which there was something to compare.
    """

    score: Floats
    information: Floats
    log_fit: Floats
    compared: NDArray[np.bool_]


def news_of_scale(
    series: Series, seats: Ints, setting: Setting, *, parameters: Parameters, scale: int, bases: list[Base]
) -> News:
    """What is new in each unit, in one scale."""
    mine = [base for base in bases if base.scale == scale]
    loads = unknown_loads(series, seats, setting.tree, bases=mine, shapes=setting.shapes, totals=setting.totals)
    variance = float(parameters.variance[scale])
    ties = variance * SEEN_AGAIN
    kinship = Kinship(ties * parameters.lasting, ties * parameters.wander, STAY, parameters.memory)
    unit = parameters.unit[scale]
    shocks = (unit.white * variance, unit.slow * variance)
    totals = np.zeros((setting.tree.n_units, series.value.shape[1]), dtype=np.bool_)
    if setting.totals:
        totals[seats] = series.precision > 0
    return roll_up(
        series,
        seats,
        setting.tree,
        loads=loads,
        shocks=shocks,
        calendar=setting.calendar,
        kinship=kinship,
        totals=totals,
    )


def node_tables(news: News, unit: int, setting: Setting, parameters: Parameters, scale: int) -> Tables | None:
    """Score and information of one node, beside the rest of the company; the root's for each size of its shocks."""
    variance = float(parameters.variance[scale])
    beside = contrast(news, unit, setting.tree.root, COMPANY_MOVES * variance)
    if beside is None:
        return None
    inner = float(setting.inner[unit])
    between = parameters.between[scale]
    shared = (between.white * inner * variance, between.slow * inner * variance)
    if unit != setting.tree.root:
        return _tables(beside, [(*shared, 0.0)], np.zeros(1), setting)
    models = [
        (shared[0] + white * variance, shared[1] + slow * variance, season * variance)
        for white, slow, season in COMPANY_GRID
    ]
    return _tables(beside, models, company_prior(), setting)


def _tables(beside: Contrast, models: list[tuple[float, float, float]], log_prior: Floats, setting: Setting) -> Tables:
    n_waves, n_shapes = setting.calendar.months.size, setting.shapes.months.size
    shape = (len(models), n_waves, n_shapes, n_waves)
    score, information, log_fit = np.zeros(shape), np.zeros(shape), np.zeros((len(models), n_waves))
    when = (setting.calendar.months, setting.calendar.block, MONTHLY_MEMORY)
    yearly = _season_loads(beside.response, setting.calendar.months) if len(models) > 1 else np.zeros((0, n_waves))
    for g, (white, slow, season) in enumerate(models):
        loads = yearly * np.sqrt(season) if season > 0 else yearly[:0]
        kin = (np.zeros(n_waves), *NO_KIN)
        fresh, spread, moved = whiten(beside.value, beside.noise, beside.response, loads, (white, slow), when, kin)
        tabulate(fresh, moved, setting.shapes.rise, score[g], information[g])
        log_fit[g] = log_prior[g] + log_likelihood(fresh, spread)
    return Tables(score, information, log_fit, np.isfinite(beside.noise))


def _season_loads(response: Floats, months: Floats) -> Floats:
    """Responses to a yearly sine and cosine of one point."""
    impulse = response.copy()
    impulse[:, :-1] -= response[:, 1:]
    angle = 2.0 * np.pi * months / 12.0
    loads = np.zeros((2, months.size))
    for wave in range(months.size):
        loads[0] += impulse[:, wave] * np.cos(angle[wave])
        loads[1] += impulse[:, wave] * np.sin(angle[wave])
    return loads
