"""When, where and about what each row is."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from survey.importing.faults import Faults
from survey.importing.items import Items, sort_items
from survey.importing.rows import Rows
from survey.importing.survey_map import SurveyMap
from survey.importing.table import Coded
from survey.importing.units import Units, units_from_paths, units_from_table
from survey.importing.waves import WaveOrder, order_waves

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Axes:
    """What the labels of a file mean, whole."""

    waves: WaveOrder
    units: Units
    items: Items


def find_axes(rows: Rows, settings: SurveyMap, map_path: Path, *, keep_strangers: bool) -> Axes:
    """Read the labels of waves, units and items; unreadable ones are told with their rows."""
    faults = rows.faults()
    wave, unit, item = (rows.columns[name] for name in ("wave", "unit", "item"))
    waves = order_waves(wave.labels.to_list(), _first_rows(wave), settings.waves)
    units = _units(unit.labels, settings, map_path, keep_strangers=keep_strangers)
    _tell(faults, wave, waves.number < 0, "wave", waves.wanted)
    _tell(faults, unit, (units.number < 0) & ~units.left_out, "unit", units.wanted)
    _tell(faults, item, np.zeros(item.labels.len(), dtype=np.bool_), "item", "an item")
    faults.stop()
    return Axes(waves, units, sort_items(item.labels.to_list(), settings))


def number(column: Coded, numbers: Ints) -> Ints:
    """The number of each row's label; −1 where there is none."""
    return np.append(numbers, -1)[column.codes]


def _units(labels: pl.Series, settings: SurveyMap, map_path: Path, *, keep_strangers: bool) -> Units:
    if settings.units is None:
        return units_from_paths(labels.to_list())
    return units_from_table(labels.to_list(), settings.units, map_path, keep_strangers=keep_strangers)


def _first_rows(column: Coded) -> Ints:
    """Row in which each label stands first."""
    first = np.full(column.labels.len() + 1, column.codes.size, dtype=np.int64)
    first[column.codes[::-1]] = np.arange(column.codes.size)[::-1]  # the last one written stays
    return first[:-1]


def _tell(faults: Faults, column: Coded, is_wrong: NDArray[np.bool_], name: str, wanted: str) -> None:
    rows = np.flatnonzero(np.append(is_wrong, True)[column.codes])
    faults.add(rows, lambda row: f"{column.text(row)!r} as the {name}" if column.text(row) else f"no {name}", wanted)
