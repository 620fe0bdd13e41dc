"""Bands of service and the gap between leaders and the front line, watched as published means; for HR's list alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from survey.models.company.people import LEVELS
from survey.models.company.waves import TENURE_BANDS
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.series import Series
from survey.services.release.findings import ENOUGH_FOR_A_SIZE, grade, to_half
from survey.services.release.shown import USUAL_SPREAD

if TYPE_CHECKING:
    from analysis.drift.result import Alarm

FRONT_LINE, LEADERS = LEVELS[0], LEVELS[1]
GAP = "leaders_less_front_line"
MIDDLE = 50.0
"""Where no gap lies; a gap counts half, as in `analysis.cohorts`."""

LEAST_WAVES = 6
"""Below it the engine has nothing to say."""

Cell = tuple[int, int, int, int, float, float]
"""Wave, unit, scale, people, mean and spread."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched together: `bands` are units of a tree below one that is not told of, or the tree alone."""

    factor: str
    bands: tuple[str, ...]
    parent: tuple[int, ...]
    cells: list[Cell]


def cohorts_of(series: Series, rows: Sequence[Sequence[Row]], *, waves_per_year: float) -> list[dict[str, Any]]:
    """Changes of the company's bands; `rows` are its bands in each wave of the series."""
    if len(series.waves) < LEAST_WAVES:
        return []
    watches = (
        Watch("tenure", TENURE_BANDS, (-1, *(0 for _ in TENURE_BANDS)), list(_bands(series, rows))),
        Watch("level", (GAP,), (-1,), list(_gaps(series, rows))),
    )
    return [found for watch in watches if watch.cells for found in _found(series, watch, waves_per_year)]


def _bands(series: Series, rows: Sequence[Sequence[Row]]) -> Iterator[Cell]:
    for at, shown in enumerate(rows):
        for row in shown:
            if row.factor == "tenure" and row.band in TENURE_BANDS and row.measure in PRINCIPLES and _is_whole(row):
                scale = PRINCIPLES.index(row.measure)
                yield at, TENURE_BANDS.index(row.band) + 1, scale, _people(row), _points(row), _spread(series, row, at)


def _gaps(series: Series, rows: Sequence[Sequence[Row]]) -> Iterator[Cell]:
    """Half the distance of those who lead from those who do not, from the middle."""
    for at, shown in enumerate(rows):
        of = {(row.band.split("+")[0], row.measure): row for row in shown if row.factor == "level" and _is_whole(row)}
        for scale, principle in enumerate(PRINCIPLES):
            leaders, others = of.get((LEADERS, principle)), of.get((FRONT_LINE, principle))
            if leaders is not None and others is not None and others.band == FRONT_LINE:
                n = max(round(2 / (1 / _people(leaders) + 1 / _people(others))), 1)
                error = _spread(series, others, at) ** 2 * (1 / _people(leaders) + 1 / _people(others)) / 4
                yield at, 0, scale, n, MIDDLE + (_points(leaders) - _points(others)) / 2, sqrt(error * n)


def _found(series: Series, watch: Watch, waves_per_year: float) -> Iterator[dict[str, Any]]:
    from analysis import Summaries, Tree, monitor  # noqa: PLC0415 -- weight

    times = series.times
    result = monitor(
        Summaries(*zip(*watch.cells, strict=True)), Tree(watch.parent), times=times, waves_per_year=waves_per_year
    )
    people = {(unit, scale): n for at, unit, scale, n, *_ in watch.cells if at == len(series.waves) - 1}
    first = 0 if len(watch.parent) == 1 else 1
    for one in (*result.alarms, *result.watch):
        if one.unit >= first and (one.unit, one.scale) in people:
            sizes = _sizes(one, of_gap=watch.factor == "level")
            if people[one.unit, one.scale] < ENOUGH_FOR_A_SIZE:
                sizes = dict.fromkeys(sizes)
            yield {
                "factor": watch.factor,
                "band": watch.bands[one.unit - first],
                "principle": PRINCIPLES[one.scale],
                "direction": one.direction,
                "onset": _number(series, one.onset),
                "told_in": _number(series, one.wave),
                "grade": grade(one.log_evidence - result.log_threshold),
                **sizes,
            }


def _sizes(one: "Alarm", *, of_gap: bool) -> dict[str, float | None]:
    """In points; a gap was watched at half its size."""
    times = 2 if of_gap else 1
    return {name: to_half(times * size) for name, size in (("points", one.size), ("low", one.low), ("high", one.high))}


def _number(series: Series, at: int) -> int | None:
    return series.waves[at].number if at >= 0 else series.waves[0].number


def _is_whole(row: Row) -> bool:
    return row.points is not None and row.people is not None


def _people(row: Row) -> int:
    return row.people or 0


def _points(row: Row) -> float:
    return row.points or 0.0


def _spread(series: Series, row: Row, at: int) -> float:
    return float(series.waves[at].spread.get(row.measure, USUAL_SPREAD))
