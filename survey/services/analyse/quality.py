"""How well each scale measures, and how far units differ in it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis import Answers, Instrument, InsufficientData
from analysis.intraclass import anova_icc
from analysis.panel import Floats, Ints
from analysis.reliability import coefficient_alpha, omega_total
from analysis.scoring import to_points
from dashboards.source import Scale
from survey.importing.outside import OutsideSurvey

MOST_PERSON_WAVES = 20_000
"""So many respondents tell alpha to the third digit; more would cost memory for nothing."""


def describe_scales(survey: OutsideSurvey) -> list[Scale]:
    """Items and quality of each scale; summaries by unit say nothing about persons."""
    return [_describe(survey, scale) for scale in range(len(survey.scales))]


def _describe(survey: OutsideSurvey, scale: int) -> Scale:
    items = np.flatnonzero(survey.instrument.scale_of_item == scale)
    alpha = omega = icc1 = icc2 = float("nan")
    if isinstance(survey.panel, Answers):
        here = _of_scale(survey, survey.panel, scale)
        if here.key.size:
            matrix = _matrix(here, items)
            alpha, omega = _or_nan(coefficient_alpha, matrix), _or_nan(omega_total, matrix)
            icc1, icc2 = _intraclass(here)
    names = [survey.item_names[item] for item in items.tolist()]
    return Scale(survey.scales[scale], names, alpha=alpha, omega=omega, icc1=icc1, icc2=icc2)


@dataclass(frozen=True, slots=True)
class _Linked:
    """Answers of named persons to one scale; `key` numbers person and wave."""

    key: Ints
    unit: Ints
    item: Ints
    points: Floats


def _of_scale(survey: OutsideSurvey, panel: Answers, scale: int) -> _Linked:
    wanted = panel.person >= 0
    if len(survey.scales) > 1:
        wanted &= survey.instrument.scale_of_item[panel.item] == scale
    rows = slice(None) if wanted.all() else np.flatnonzero(wanted)
    item, n_persons = panel.item[rows], int(panel.person.max(initial=-1)) + 1
    key = panel.wave[rows] * n_persons + panel.person[rows]
    if key.size and key.max() > 8 * key.size:  # few answers a person: numbers without gaps need less memory
        key = np.unique(key, return_inverse=True)[1].astype(np.int64)
    return _Linked(key, panel.unit[rows], item, _points(panel.value[rows], item, survey.instrument))


def _points(value: Floats, item: Ints, instrument: Instrument) -> Floats:
    """As `to_points`, by a table of ends: many answers share few items."""
    ends = np.arange(instrument.n_items)
    bottom, top = to_points(instrument.low, ends, instrument), to_points(instrument.high, ends, instrument)
    slope = (top - bottom) / (instrument.high - instrument.low)
    points: Floats = (bottom - slope * instrument.low)[item] + slope[item] * value
    return points


def _matrix(here: _Linked, items: Ints) -> Floats:
    """Points of persons by items, waves below each other; of evenly chosen persons where there are many."""
    held = np.flatnonzero(np.bincount(here.key))
    if held.size > MOST_PERSON_WAVES:
        held = held[np.linspace(0, held.size - 1, MOST_PERSON_WAVES).astype(np.int64)]
    seat = np.full(int(here.key.max()) + 1, -1)
    seat[held] = np.arange(held.size)
    column = np.full(int(items.max()) + 1, -1)
    column[items] = np.arange(items.size)
    rows = np.flatnonzero(seat[here.key] >= 0)
    matrix = np.full((held.size, items.size), np.nan)
    matrix[seat[here.key[rows]], column[here.item[rows]]] = here.points[rows]
    return matrix


def _intraclass(here: _Linked) -> tuple[float, float]:
    """Of persons' scores (mean of what they answered, all waves together) by the unit they stand in."""
    count = np.bincount(here.key)
    held = np.flatnonzero(count)
    unit = np.zeros(count.size, dtype=np.int64)
    unit[here.key] = here.unit
    score = np.bincount(here.key, here.points)[held] / count[held]
    try:
        found = anova_icc(score, unit[held])
    except InsufficientData:
        return float("nan"), float("nan")
    return found.icc1, found.icc2


def _or_nan(statistic: Callable[[Floats], float], matrix: Floats) -> float:
    try:
        return statistic(matrix)
    except InsufficientData:
        return float("nan")
