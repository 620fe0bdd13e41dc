"""The report of a survey: what analysis says, under the labels of the files."""

from collections.abc import Callable

import numpy as np

from analysis import Answers, monitor
from analysis.common_change import common_changes
from analysis.drift.result import Result
from analysis.instrument_change import instrument_changes
from dashboards.source import CommonChange, Input, InstrumentChange, Report
from survey.importing.outside import OutsideSurvey
from survey.services.analyse.labels import Labels
from survey.services.analyse.means import item_means
from survey.services.analyse.quality import describe_scales


def _silently(step: str) -> None:
    del step


def analyse(
    survey: OutsideSurvey, *, false_alarms_per_year: float = 0.1, on_step: Callable[[str], None] = _silently
) -> Report:
    """Judge a survey and say it in its own labels; `on_step` hears what is being done."""
    labels = Labels(survey)
    on_step("Describing scales")
    scales = describe_scales(survey)
    on_step("Looking for drift")
    result = _watch(survey, false_alarms_per_year)
    on_step("Comparing waves")
    return Report(
        input=_input(survey),
        waves=list(survey.waves),
        units=labels.units(),
        scales=scales,
        estimates=labels.estimates(result.estimates),
        alarms=[labels.change(alarm) for alarm in result.alarms],
        watch=[labels.change(alarm) for alarm in result.watch],
        common_changes=_common_changes(survey, result),
        instrument_changes=_instrument_changes(survey),
        detectability=labels.detectability(result.detectability),
        evidence=result.log_evidence.tolist(),
        threshold=float(result.log_threshold),
        false_alarms_per_year=float(false_alarms_per_year),
        warnings=[*survey.warnings, *result.warnings],
    )


def _watch(survey: OutsideSurvey, false_alarms_per_year: float) -> Result:
    return monitor(
        survey.panel,
        survey.tree,
        instrument=survey.instrument if isinstance(survey.panel, Answers) else None,
        times=survey.times,
        waves_per_year=survey.waves_per_year,
        false_alarms_per_year=false_alarms_per_year,
    )


def _input(survey: OutsideSurvey) -> Input:
    return Input(
        rows=survey.n_rows,
        persons=survey.n_persons,
        units=len(survey.units),
        waves=len(survey.waves),
        kind="answers" if isinstance(survey.panel, Answers) else "summaries",
    )


def _common_changes(survey: OutsideSurvey, result: Result) -> list[CommonChange]:
    return [
        CommonChange(
            wave=survey.waves[change.wave],
            unit=survey.units[change.unit],
            scale=survey.scales[change.scale],
            size=change.size,
            low=change.low,
            high=change.high,
            share=change.share,
        )
        for change in common_changes(result.estimates, survey.tree)
    ]


def _instrument_changes(survey: OutsideSurvey) -> list[InstrumentChange]:
    means = item_means(survey)
    return [
        InstrumentChange(
            wave=survey.waves[change.wave],
            scale=survey.scales[change.scale],
            items_added=[survey.item_names[item] for item in change.items_added],
            items_removed=[survey.item_names[item] for item in change.items_removed],
            size_as_published=change.size_as_published,
            size_on_common_items=change.size_on_common_items,
        )
        for change in instrument_changes(means, survey.instrument.scale_of_item)
        if np.isfinite(change.size_as_published) or np.isfinite(change.size_on_common_items)
    ]
