"""An outside survey: the files of another tool as the values that analysis takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis import Answers, Instrument, Summaries, Tree
from survey.importing.answers import read_answers
from survey.importing.axes import Axes, find_axes
from survey.importing.faults import UnreadableSurvey
from survey.importing.item_summaries import ItemSummaries
from survey.importing.layout import Layout, check_layout, lay_out, listed
from survey.importing.rows import Rows, arrange
from survey.importing.summaries import read_summaries
from survey.importing.survey_map import SurveyMap, load_map
from survey.importing.table import open_sources, read_table
from survey.importing.waves import WaveOrder


@dataclass(frozen=True, slots=True)
class OutsideSurvey:
    """What was read.

    `by_item` holds the summaries by item that `panel` was made from (none for answers); `is_share` says which items are
    percentages; `times` is when each wave was, in years since the first.
    """

    panel: Answers | Summaries
    by_item: ItemSummaries | None
    instrument: Instrument
    is_share: NDArray[np.bool_]
    tree: Tree
    waves: tuple[str, ...]
    units: tuple[str, ...]
    scales: tuple[str, ...]
    item_names: tuple[str, ...]
    times: NDArray[np.float64]
    waves_per_year: float
    n_rows: int
    n_persons: int
    warnings: tuple[str, ...]


def read_survey(
    files: Sequence[Path], *, map_path: Path | None = None, waves_per_year: float | None = None
) -> OutsideSurvey:
    """Read the files of one survey, all of one shape; raises UnreadableSurvey with a line per bad row."""
    settings = _settings(map_path, waves_per_year)
    beside = map_path or files[0]
    layout, rows, unread = _read(files, settings)
    axes = _axes(rows, settings, beside, layout)
    comma = any(source.separator not in {"", ","} for source in rows.table.sources)
    panel: Answers | Summaries
    by_item: ItemSummaries | None
    if layout.shape == "answers":
        answers = read_answers(rows, axes, settings, decimal_comma=comma)
        panel, by_item, n_persons, warnings = answers.panel, None, answers.n_persons, answers.warnings
    else:
        summaries = read_summaries(rows, axes, settings, decimal_comma=comma)
        panel, by_item, n_persons, warnings = summaries.panel, summaries.by_item, 0, summaries.warnings
    return OutsideSurvey(
        panel=panel,
        by_item=by_item,
        instrument=axes.items.instrument,
        is_share=axes.items.is_share,
        tree=axes.units.tree,
        waves=axes.waves.labels,
        units=axes.units.paths,
        scales=axes.items.scales,
        item_names=axes.items.names,
        times=_times(axes.waves),
        waves_per_year=axes.waves.per_year,
        n_rows=rows.table.n_rows,
        n_persons=n_persons,
        warnings=(*unread, *axes.waves.warnings, *axes.units.warnings, *axes.items.warnings, *warnings),
    )


def _settings(map_path: Path | None, waves_per_year: float | None) -> SurveyMap:
    settings = SurveyMap() if map_path is None else load_map(map_path)
    if waves_per_year is None:
        return settings
    return settings.model_copy(update={"waves": settings.waves.model_copy(update={"per_year": waves_per_year})})


def _read(files: Sequence[Path], settings: SurveyMap) -> tuple[Layout, Rows, tuple[str, ...]]:
    sources = open_sources(files)
    layout = lay_out(sources[0], settings)
    for source in sources[1:]:
        check_layout(source, layout)
    unread = [name for name in sources[0].header if name not in layout.names]
    told = (f"Columns that are not read: {listed(unread, 6)}.",) if unread else ()
    if layout.wide and layout.shape == "answers" and "person" not in layout.columns:
        told = (*told, "Each row is taken as a person of its own: nothing links answers over the waves.")
    return layout, arrange(read_table(sources, layout.names, layout.wide), layout), told


def _axes(rows: Rows, settings: SurveyMap, beside: Path, layout: Layout) -> Axes:
    try:
        axes = find_axes(rows, settings, beside, keep_strangers=layout.shape == "answers")
    except ValueError as error:  # a range of the map which no check of the map alone can see
        raise UnreadableSurvey([f"{beside}: {error}"]) from error
    if not axes.items.scales:
        raise UnreadableSurvey([f"{beside}: got no item of the files in any scale; wanted the names of their items"])
    return axes


def _times(waves: WaveOrder) -> NDArray[np.float64]:
    """Even spacing is said exactly, whatever the dates round to."""
    n_waves = len(waves.labels)
    even: NDArray[np.float64] = np.arange(n_waves) / waves.per_year
    if waves.years is None:
        return even
    years: NDArray[np.float64] = waves.years - waves.years[:1]
    return even if np.allclose(years, even, rtol=0, atol=1e-9) else years
