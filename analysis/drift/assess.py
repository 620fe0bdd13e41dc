"""The evidence for every unit and scale after every wave, given parameters and the changes already told."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.drift.evidence import Shapes, tabulate, weigh
from analysis.drift.model import Parameters
from analysis.drift.people import Series
from analysis.drift.rebase import Base, restarts, unknown_loads
from analysis.drift.rollup import Contrast, News, contrast, roll_up
from analysis.drift.shocks import NO_KIN, log_likelihood, settled_wave
from analysis.drift.whiten import MONTHLY_MEMORY, Calendar, Kinship, whiten
from analysis.panel import Floats, Ints
from analysis.tree import Tree

COMPANY_GRID = tuple(
    (white, slow, season)
    for white in (0.0003, 0.001, 0.003, 0.01, 0.04, 0.15)
    for slow in (0.0, 0.0015, 0.006, 0.03, 0.15)
    for season in (0.0, 0.0025)
)
"""Variances of company shocks and of the season's amplitude, as shares of the variance between people."""

COMPANY_DEFAULT, COMPANY_WIDTH, SLOW_PRIOR, SEASON_PRIOR = 0.0015, 1.2, 0.15, 0.2

STAY = 0.98
"""Share of people still there a month later, for ties between epochs and between unlinked waves."""

SEEN_AGAIN = 0.75
"""Share of the people of one block who also answer in the next, departures apart."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same through a call: tree, calendar, shapes, smallest change, whether parents' rows are totals."""

    tree: Tree
    calendar: Calendar
    shapes: Shapes
    smallest: float
    totals: bool
    inner: Floats
    """How often the shocks of levels between units and company enter each node, shape (n_units,)."""

    def until(self, wave: int) -> "Setting":
        short = Calendar(self.calendar.months[:wave], self.calendar.block[:wave])
        cut = Shapes(self.shapes.months, self.shapes.rise[:, :wave, :wave], self.shapes.first_onset[:wave])
        return Setting(self.tree, short, cut, self.smallest, self.totals, self.inner)


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


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the waves say of each node.

    Attributes
    ----------
    down, up : ndarray of float, shape (n_scales, n_units, n_waves)
        Logarithm of the evidence for a fall and for a rise; −inf where there is none.
    waves : ndarray of int, shape (n_units, n_waves)
        Waves so far in which the node could be compared, in any scale.
    """

    down: Floats
    up: Floats
    waves: Ints


def news_of_scale(
    series: Series, seats: Ints, setting: Setting, *, parameters: Parameters, scale: int, bases: list[Base]
) -> News:
    """What is new in each unit, in one scale."""
    mine = [base for base in bases if base.scale == scale]
    loads = unknown_loads(series, seats, setting.tree, bases=mine, shapes=setting.shapes)
    variance = float(parameters.variance[scale])
    ties = variance * SEEN_AGAIN
    kinship = Kinship(ties * parameters.lasting, ties * parameters.wander, STAY, parameters.memory)
    shocks = (parameters.unit.white * variance, parameters.unit.slow * variance)
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
    beside = contrast(news, unit, setting.tree.root)
    if beside is None:
        return None
    variance = float(parameters.variance[scale])
    inner = float(setting.inner[unit])
    shared = (parameters.between.white * inner * variance, parameters.between.slow * inner * variance)
    if unit != setting.tree.root:
        return _tables(beside, [(*shared, 0.0)], np.zeros(1), setting)
    models = [
        (shared[0] + white * variance, shared[1] + slow * variance, season * variance)
        for white, slow, season in COMPANY_GRID
    ]
    return _tables(beside, models, _company_prior(), setting)


def _company_prior() -> Floats:
    rows = []
    for white, slow, season in COMPANY_GRID:
        weight = -0.5 * (np.log(white / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        if slow > 0:
            weight += np.log(SLOW_PRIOR) - 0.5 * (np.log(slow / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        rows.append(weight + np.log(SEASON_PRIOR if season > 0 else 1.0 - SEASON_PRIOR))
    return np.array(rows)


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


def inner_levels(tree: Tree, published: NDArray[np.bool_]) -> Floats:
    """How often a level's shock enters each node: its own, those of inner units above, averaged ones of those below.

    Units with `published` rows of their own count as leaves: their shocks are those of a unit.
    """
    has_children = np.zeros(tree.n_units, dtype=np.bool_)
    has_children[tree.parent[tree.parent >= 0]] = True
    has_children &= ~published
    leaves, below, squares = (~has_children).astype(np.float64), np.zeros(tree.n_units), np.zeros(tree.n_units)
    for unit in tree.upward():
        if published[unit]:
            leaves[unit], squares[unit] = 1.0, 0.0
        below[unit] = squares[unit] / leaves[unit] ** 2
        above = int(tree.parent[unit])
        if above >= 0:
            leaves[above] += leaves[unit]
            squares[above] += leaves[unit] ** 2 * (below[unit] + float(has_children[unit]))
    own = has_children.astype(np.float64)
    own[tree.root] = 0.0
    for unit in tree.downward.tolist():
        if tree.parent[unit] >= 0:
            own[unit] += own[tree.parent[unit]]
    return own + below


def assess(
    series: list[Series],
    seats: Ints,
    setting: Setting,
    *,
    parameters: Parameters,
    bases: list[Base],
    waves: tuple[int, int],
) -> Assessment:
    """Evidence after each of the waves, for every scale and unit."""
    n_scales, tree, n_waves = len(series), setting.tree, setting.calendar.months.size
    down, up = (np.full((n_scales, tree.n_units, n_waves), -np.inf) for _ in range(2))
    after = restarts(tree, n_scales, bases)
    compared = np.zeros((tree.n_units, n_waves), dtype=np.bool_)
    company: list[Tables | None] = []
    for scale in range(n_scales):
        news = news_of_scale(series[scale], seats, setting, parameters=parameters, scale=scale, bases=bases)
        company.append(node_tables(news, tree.root, setting, parameters, scale))
        for unit in range(tree.n_units):
            tables = node_tables(news, unit, setting, parameters, scale) if unit != tree.root else None
            if tables is not None:
                compared[unit] |= tables.compared
                limits = (setting.shapes.first_onset, int(after[scale, unit]), waves, setting.smallest)
                found = weigh(tables.score, tables.information, tables.log_fit, *limits)
                down[scale, unit], up[scale, unit] = found
    for scale, tables in enumerate(company):
        if tables is not None:
            compared[tree.root] |= tables.compared
            limits = (setting.shapes.first_onset, int(after[scale, tree.root]), waves, setting.smallest)
            log_fit = tables.log_fit + _told_by_others(company, scale, setting.calendar.months)
            found = weigh(tables.score, tables.information, log_fit, *limits)
            down[scale, tree.root], up[scale, tree.root] = found
    return Assessment(down, up, np.cumsum(compared, axis=1))


OTHERS_COUNT = 0.5
"""Company shocks of the principles go together: the log likelihood of another one counts half."""


def _told_by_others(company: list[Tables | None], scale: int, months: Floats) -> Floats:
    """What the other scales' settled waves say about the company's shocks, shape (n_models, n_waves)."""
    settled = np.array([settled_wave(months, wave) for wave in range(months.size)])
    told = np.zeros((len(COMPANY_GRID), months.size))
    for other, tables in enumerate(company):
        if other != scale and tables is not None:
            fit = tables.log_fit - _company_prior()[:, None]
            told += OTHERS_COUNT * np.where(settled > 0, fit[:, np.maximum(settled - 1, 0)], 0.0)
    return told
