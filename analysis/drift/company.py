"""The company: the size of its shocks is never known well, so it is judged under every size at once."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from analysis.drift.contrast import Contrast, contrast
from analysis.drift.covariance import add_loads, from_shocks, season_loads
from analysis.drift.evidence import FAR, LOG_SUM, MERIT, gather, sums_after
from analysis.drift.model import Parameters
from analysis.drift.rollup import News
from analysis.drift.setting import Setting
from analysis.drift.shapes import FIRST_ONSET, Grid
from analysis.drift.shocks import settled_wave
from analysis.drift.tables import Tables
from analysis.drift.whiten import innovations, log_likelihood, whiten
from analysis.panel import Floats

COMPANY_GRID = np.array(
    [
        (white, slow, season)
        for white in (0.0003, 0.001, 0.003, 0.01, 0.04, 0.15)
        for slow in (0.0, 0.0015, 0.006, 0.03, 0.15)
        for season in (0.0, 0.0025)
    ]
)
"""Variances of company shocks and of the season's amplitude, as shares of the variance between people."""

COMPANY_DEFAULT, COMPANY_WIDTH, SLOW_PRIOR, SEASON_PRIOR = 0.001, 1.2, 0.05, 0.2

OTHERS_COUNT = 0.5
"""Company shocks of the principles go together: the log likelihood of another one counts half."""


@dataclass(frozen=True, slots=True)
class Company:
    """The company's series in one scale, under every model of its shocks.

    Attributes
    ----------
    series : Contrast
        What is new in the company.
    parts : ndarray of float, shape (4, n_waves, n_waves)
        Covariances made by shocks between units and company, and by white, slow and seasonal shocks of variance 1.
    sizes : ndarray of float, shape (n_models, 3)
        Variances of the last three under each model, in points squared.
    log_fit : ndarray of float, shape (n_models, n_waves)
        Log likelihood of each model without drift, running over waves.
    """

    series: Contrast
    parts: Floats
    sizes: Floats
    log_fit: Floats

    @property
    def compared(self) -> NDArray[np.bool_]:
        return np.isfinite(self.series.noise)


def company_of(news: News, setting: Setting, parameters: Parameters, scale: int) -> Company | None:
    """The company's series in one scale, or None if nobody answered."""
    variance, root = float(parameters.variance[scale]), setting.tree.root
    series = contrast(news, root, root, 0.0)
    if series is None:
        return None
    months, inner = setting.calendar.months, float(setting.inner[root])
    parts = np.zeros((4, months.size, months.size))
    parts[0] = from_shocks(series.response, parameters.between[scale].times(inner * variance), months)
    parts[1] = from_shocks(series.response, (1.0, 0.0, 0.0), months)
    parts[2] = from_shocks(series.response, (0.0, 1.0, 0.0), months)
    add_loads(season_loads(series.response, months), parts[3])
    sizes = COMPANY_GRID * variance
    return Company(series, parts, sizes, _fits(series.value, series.noise, parts, sizes))


def judge_company(
    company: Company, log_weight: Floats, setting: Setting, *, after: int, waves: tuple[int, int]
) -> Floats:
    """Log evidence for a fall and for a rise, shape (2, n_waves).

    `log_weight`, shape (n_models, n_waves), is what is known of each model after each wave, up to a constant.
    """
    series, n_waves = company.series, company.series.value.size
    columns = (series.value, series.noise, series.response, series.third)
    found = _gather_each(columns, company.parts, company.sizes, setting.shapes.grid, after, waves, setting.smallest)
    weight = np.exp(log_weight - log_weight.max(axis=0))
    log_share = np.log(np.maximum(weight / _running_sum(weight), 1e-300))
    evidence = np.full((2, n_waves), -np.inf)
    for way in range(2):
        for wave in range(*waves):
            best = int(np.argmax(found[:, way, MERIT, wave] + log_share[:, wave]))
            terms = found[:, way, LOG_SUM, wave] + log_share[:, wave]
            top = terms.max()
            if np.isfinite(top) and found[best, way, FAR, wave] >= setting.smallest:
                evidence[way, wave] = top + np.log(_running_sum(np.exp(terms - top)))
    return evidence


def company_tables(company: Company, log_weight: Floats, setting: Setting, *, wave: int, after: int) -> Tables:
    """Score and information of every hypothesis after a wave, under each model."""
    series = company.series
    columns = (series.value, series.noise, series.response, series.third)
    sums = _sums_each(columns, company.parts, company.sizes, setting.shapes.grid, wave, after)
    return Tables(sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3, 0], log_weight[:, wave].copy())


def company_prior() -> Floats:
    """Log prior of each model, shape (n_models,)."""
    rows = []
    for white, slow, season in COMPANY_GRID.tolist():
        weight = -0.5 * (np.log(white / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        if slow > 0:
            weight += np.log(SLOW_PRIOR) - 0.5 * (np.log(slow / COMPANY_DEFAULT) / COMPANY_WIDTH) ** 2
        rows.append(weight + np.log(SEASON_PRIOR if season > 0 else 1.0 - SEASON_PRIOR))
    return np.array(rows)


def log_weights(companies: list[Company | None], scale: int, months: Floats) -> Floats:
    """Prior, fit of the scale, and what settled waves of the others say of the same models; (n_models, n_waves)."""
    settled = np.array([settled_wave(months, wave) for wave in range(months.size)])
    told = np.zeros((len(COMPANY_GRID), months.size)) + company_prior()[:, None]
    for other, company in enumerate(companies):
        if company is not None and other == scale:
            told += company.log_fit
        elif company is not None:
            told += OTHERS_COUNT * np.where(settled > 0, company.log_fit[:, np.maximum(settled - 1, 0)], 0.0)
    return told


def _running_sum(values: Floats) -> Floats:
    total = np.zeros(values.shape[1:])
    for row in values:
        total = total + row
    return total


Columns = tuple[Floats, Floats, Floats, Floats]
"""Fields of `Contrast`."""


@numba.njit(cache=True)
def _cover(parts: Floats, size: Floats) -> Floats:
    cover: Floats = parts[0] + size[0] * parts[1] + size[1] * parts[2] + size[2] * parts[3]
    return cover


@numba.njit(cache=True)
def _fits(value: Floats, noise: Floats, parts: Floats, sizes: Floats) -> Floats:
    fits = np.zeros((sizes.shape[0], value.size))
    for g in range(sizes.shape[0]):
        fresh, spread, _ = innovations(value, noise, _cover(parts, sizes[g]))
        fits[g] = log_likelihood(fresh, spread)
    return fits


@numba.njit(cache=True)
def _gather_each(
    series: Columns, parts: Floats, sizes: Floats, grid: Grid, after: int, waves: tuple[int, int], smallest: float
) -> Floats:
    value, noise, response, third = series
    found = np.zeros((sizes.shape[0], 2, 3, value.size))
    for g in range(sizes.shape[0]):
        fresh, spread, moved = whiten(value, noise, _cover(parts, sizes[g]), response, grid[FIRST_ONSET])
        found[g] = gather((fresh, moved, third / spread**3), grid, after, waves, smallest)
    return found


@numba.njit(cache=True)
def _sums_each(series: Columns, parts: Floats, sizes: Floats, grid: Grid, wave: int, after: int) -> Floats:
    value, noise, response, third = series
    sums = np.zeros((sizes.shape[0], 4, grid[0].size, value.size))
    for g in range(sizes.shape[0]):
        fresh, spread, moved = whiten(value, noise, _cover(parts, sizes[g]), response, grid[FIRST_ONSET])
        sums[g] = sums_after((fresh, moved, third / spread**3), grid, wave, after)
    return sums
