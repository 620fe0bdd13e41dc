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
    people, points = scored.people, np.clip(scored.points, 0.0, 100.0)
    steps = people * scored.items * _steps_of_scales(survey)[scored.scale]
    squares = people * (points**2 + np.nan_to_num(scored.variance))
    table, place = _empty(survey), (scored.wave, scored.unit, _scales(survey)[scored.scale])
    n, sums, square, table.steps[:] = (
        _summed_up(values, place, survey) for values in (people, people * points, squares, steps)
    )
    held = n > 0
    table.n[:] = np.rint(n)
    table.points[held] = sums[held] / n[held]
    several = n > 1
    variance = square[several] / n[several] - table.points[several] ** 2
    table.sd[several] = np.sqrt(np.maximum(variance, 0.0) * n[several] / (n[several] - 1))
    return table


def _steps_of_scales(survey: OutsideSurvey) -> Floats:
    """The fewest answer steps of any of its items, for each scale of the file."""
    of_items, scale = _steps_of_items(survey), survey.instrument.scale_of_item
    return np.array([of_items[scale == one].min() for one in range(len(survey.scales))])


def _summed_up(values: Floats, place: tuple[Ints, Ints, Ints], survey: OutsideSurvey) -> Floats:
    sums = np.zeros((len(survey.waves), survey.tree.n_units, len(PRINCIPLES)))
    np.add.at(sums, place, values)
    for unit in survey.tree.upward():
        if survey.tree.parent[unit] >= 0:
            sums[:, survey.tree.parent[unit]] += sums[:, unit]
    return sums
