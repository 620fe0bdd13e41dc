"""Answers: a row per person and item, checked."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from analysis import Answers
from survey.importing.axes import Axes, number
from survey.importing.faults import MOST_LINES, Faults, fault
from survey.importing.long import Floats, Long
from survey.importing.numbers import read_numbers
from survey.importing.persons import latest_in_bin, refuse_second_answers, refuse_second_units
from survey.importing.rows import Rows
from survey.importing.survey_map import SurveyMap


@dataclass(frozen=True, slots=True)
class AnswersRead:
    panel: Answers
    n_persons: int
    warnings: tuple[str, ...]


def read_answers(rows: Rows, axes: Axes, settings: SurveyMap, *, decimal_comma: bool) -> AnswersRead:
    """Values on their scales, one per person, wave and item; missing ones are left out and counted."""
    faults = rows.faults()
    long = Long(
        wave=number(rows.columns["wave"], axes.waves.number),
        unit=number(rows.columns["unit"], axes.units.number),
        item=number(rows.columns["item"], axes.items.number),
        person=rows.columns["person"].codes.astype(np.int64),
        value=column_numbers(rows, "value", settings, faults, decimal_comma=decimal_comma),
        row=None,
    )
    long, n_missing = without_missing(long)
    refuse_off_scale(long, axes, faults)
    faults.stop()
    if not long.value.size:
        raise fault(rows.table.sources[0].path, None, "no answer that is not missing", "at least one")
    warnings = [f"{_share(n_missing, long.value.size)} have no value and are left out."] if n_missing else []
    if settings.waves.bin is not None:
        long, n_earlier = latest_in_bin(long, rows)
        warnings += [f"Answers that a later one in the same bin replaces: {n_earlier:,}."] * bool(n_earlier)
    refuse_second_answers(long, rows, axes, faults)
    refuse_second_units(long, rows, axes, faults)
    faults.stop()
    n_persons = int((np.bincount(long.person[long.person >= 0]) > 0).sum()) if long.person.max() >= 0 else 0
    if not n_persons:
        warnings.append(
            "No answer names its person: answers are not linked over the waves, which hides smaller changes."
        )
    return AnswersRead(Answers(long.wave, long.person, long.unit, long.item, long.value), n_persons, tuple(warnings))


def column_numbers(rows: Rows, name: str, settings: SurveyMap, faults: Faults, *, decimal_comma: bool) -> Floats:
    """A column of numbers, nan where it stands for none; anything else is told."""
    column = rows.columns[name]
    numbers = read_numbers(column.labels, settings.values.missing, decimal_comma=decimal_comma)
    if not numbers.is_readable.all():
        wrong = np.flatnonzero(np.append(~numbers.is_readable, False)[column.codes])
        faults.add(wrong, lambda row: f"{column.text(row)!r} as the {name}", "a number, or nothing where it is missing")
    return np.append(numbers.values, np.nan)[column.codes]


def without_missing(long: Long) -> tuple[Long, int]:
    """Rows of items and units that are read and have a value, and how many of them have none."""
    read = (long.item >= 0) & (long.unit >= 0)
    given = read & ~np.isnan(long.value)
    return long.keep(given), int(read.sum() - given.sum())


def refuse_off_scale(long: Long, axes: Axes, faults: Faults) -> None:
    low, high = axes.items.instrument.low, axes.items.instrument.high
    if not long.value.size or (long.value.min() >= low.max() and long.value.max() <= high.min()):
        return
    wrong = np.flatnonzero((long.value < low[long.item]) | (long.value > high[long.item]))
    for item in np.unique(long.item[wrong]).tolist():
        here = wrong[long.item[wrong] == item]
        value = dict(zip(long.rows(here[:MOST_LINES]).tolist(), long.value[here[:MOST_LINES]].tolist(), strict=True))
        name = axes.items.names[item]
        faults.add(long.rows(here), partial(_value_of, value, name), f"{low[item]:g} to {high[item]:g}")


def _value_of(value: dict[int, float], item: str, row: int) -> str:
    return f"{value[row]:g} for item {item!r}"


def _share(part: int, rest: int) -> str:
    return f"{part:,} of {part + rest:,} answers ({100 * part / (part + rest):.0f} %)"
