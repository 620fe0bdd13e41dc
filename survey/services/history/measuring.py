"""What the file says of each unit: n, mean, spread and answer steps, by wave and principle."""

from dataclasses import dataclass, fields

import numpy as np

from analysis import Answers, Summaries
from analysis.disclosure.published_means import Means, whole_units
from analysis.panel import Floats, Ints
from analysis.scoring import score_rows
from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import OutsideSurvey
from survey.questionnaires.questionnaire import PRINCIPLES

LIKERT = 4
"""Answer steps of a question whose own are not known: five answers."""

MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """`whole` has an entry for each wave, its scales in the order of `PRINCIPLES`; `n_uncounted` rows are left out."""

    whole: list[Means]
    n_uncounted: int


def check_scales(survey: OutsideSurvey) -> None:
    """Raises UnreadableSurvey for scales that are no principles."""
    wanted = f"{', '.join(PRINCIPLES[:-1])} or {PRINCIPLES[-1]}, named so in the map's [scales]"
    lines = [f"scale {scale!r}: got a scale that is no principle; wanted {wanted}" for scale in _strangers(survey)]
    if lines:
        raise UnreadableSurvey(lines)


def _strangers(survey: OutsideSurvey) -> list[str]:
    return [scale for scale in survey.scales if scale not in PRINCIPLES]


def measure(survey: OutsideSurvey) -> Measured:
    """Whole units, wave by wave."""
    table = _from_summaries(survey) if isinstance(survey.panel, Summaries) else _from_answers(survey, survey.panel)
    counted = (table.n > 0).any(axis=(1, 2), keepdims=True)
    uncounted = np.isfinite(table.points) & (table.n == 0) & counted
    table.points[uncounted] = np.nan
    each = [Means(*(getattr(table, field.name)[wave] for field in fields(Means))) for wave in range(len(survey.waves))]
    return Measured([whole_units(one, survey.tree) for one in each], int(uncounted.sum()))


def _empty(survey: OutsideSurvey) -> Means:
    shape = (len(survey.waves), survey.tree.n_units, len(PRINCIPLES))
    return Means(np.zeros(shape, np.int64), np.full(shape, np.nan), np.full(shape, np.nan), np.zeros(shape))


def _scales(survey: OutsideSurvey) -> Ints:
    """The principle of each scale of the file."""
    return np.array([PRINCIPLES.index(scale) for scale in survey.scales], np.int64)


def _steps_of_items(survey: OutsideSurvey) -> Floats:
    """Answer steps of each item: whole numbers are counted; a percentage is of people who agree or do not."""
    width = survey.instrument.high - survey.instrument.low
    whole = (width == np.floor(width)) & (width <= MOST_STEPS)
    return np.where(survey.is_share, 1.0, np.where(whole, width, LIKERT))


def _from_summaries(survey: OutsideSurvey) -> Means:
    table, panel, items = _empty(survey), survey.panel, survey.by_item
    assert isinstance(panel, Summaries)  # noqa: S101 -- the caller looked
    assert items is not None  # noqa: S101 -- summaries are read with their items
    scale = _scales(survey)
    place = panel.wave, panel.unit, scale[panel.scale]
    table.n[place], table.points[place], table.sd[place] = panel.n, panel.mean, panel.sd
    of_item = scale[survey.instrument.scale_of_item][items.item]
    np.add.at(table.steps, (items.wave, items.unit, of_item), items.n * _steps_of_items(survey)[items.item])
    return table


def _from_answers(survey: OutsideSurvey, answers: Answers) -> Means:
    """People counted in their unit and in every one above it, so that each row is a total."""
    scored, _ = score_rows(answers, survey.instrument, n_waves=len(survey.waves))
    table, scale = _empty(survey), _scales(survey)
    most = _steps_of_items(survey)
    of_scale = np.array([most[survey.instrument.scale_of_item == one].min() for one in range(len(survey.scales))])
    people, points = scored.people, np.clip(scored.points, 0.0, 100.0)
    sums, squares = np.zeros(table.n.shape), np.zeros(table.n.shape)
    unit = scored.unit.copy()
    spread = np.nan_to_num(scored.variance)
    while (here := unit >= 0).any():
        at = scored.wave[here], unit[here], scale[scored.scale[here]]
        np.add.at(table.n, at, np.rint(people[here]).astype(np.int64))
        np.add.at(sums, at, (people * points)[here])
        np.add.at(squares, at, (people * (points**2 + spread))[here])
        np.add.at(table.steps, at, (people * scored.items * of_scale[scored.scale])[here])
        unit[here] = survey.tree.parent[unit[here]]
    held = table.n > 0
    mean, n = sums[held] / table.n[held], table.n[held]
    table.points[held] = mean
    table.sd[held] = np.where(n > 1, np.sqrt(np.maximum(squares[held] / n - mean**2, 0) * n / np.maximum(n - 1, 1)), np.nan)
    return table
