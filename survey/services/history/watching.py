"""The drift engine on the history, and what it goes on with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis import Summaries, monitor
from analysis.disclosure.published_means import Means
from analysis.drift.border import before_another_instrument
from analysis.drift.result import Alarm
from survey.queries.people import Node
from survey.services.closing.carry_file import to_bytes
from survey.services.history.dating import in_years
from survey.services.release.sheets import seats_of


@dataclass(frozen=True, slots=True)
class Watched:
    """Changes that the history holds, each with the company's unit; and the engine's memory for the first wave."""

    changes: list[tuple[int, Alarm]]
    carry: bytes
    warnings: tuple[str, ...]


def watch(
    whole: list[Means],
    days: list[date],
    units: tuple[int | None, ...],
    company: Mapping[int, Node],
    *,
    waves_per_year: float,
    k: int,
) -> Watched | None:
    """Judge the waves as published means of the company's units; None if none of them can be used."""
    seats = seats_of(company)
    panel = _summaries(whole, units, seats.of, k=k)
    if panel is None:
        return None
    result = monitor(panel, seats.tree, times=in_years(days), waves_per_year=waves_per_year)
    changes = [(seats.units[one.unit], one) for one in (*result.alarms, *result.watch)]
    return Watched(changes, to_bytes(before_another_instrument(result.carry, seats.tree)), result.warnings)


def _summaries(
    whole: list[Means], units: tuple[int | None, ...], seat: Mapping[int, int], *, k: int
) -> Summaries | None:
    """Groups of k people or more, or of nobody knows how many."""
    rows = [
        (wave, seat[unit], scale, means.n[at, scale], means.points[at, scale], means.sd[at, scale])
        for wave, means in enumerate(whole)
        for at, scale in np.argwhere(np.isfinite(means.points) & ((means.n == 0) | (means.n >= k))).tolist()
        if (unit := units[at]) is not None
    ]
    return Summaries(*zip(*rows, strict=True)) if rows else None
