"""The level of each unit, how it has changed, and what could have gone unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from survey.queries.releases import Level
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.series import Series
from survey.services.release.findings import to_half

if TYPE_CHECKING:
    from analysis.drift.result import Detectability
    from analysis.panel import Floats, Ints
    from analysis.trend import Motion, Trends

WAVES_OF_A_CHANGE = 12
"""Waves before this one that a change begins with, where the unit was shown then."""

HORIZONS = (3, 6, 12)
"""Months for which it is said what could have gone unseen."""

DIGITS = 4

Unseen = Mapping[tuple[int, str], tuple[float | None, ...]]
"""By unit and principle the fall that would have been found, for each of the horizons."""


@dataclass(frozen=True, slots=True)
class About:
    """What stands beside levels: people asked, by unit, and what could have gone unseen."""

    asked: Mapping[int, int]
    unseen: Unseen


def motions(series: Series, units: set[int]) -> "dict[str, Motion]":
    """How levels move, by principle, as the published means of these large units tell; as far as there are any."""
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.motion import usual_motion  # noqa: PLC0415 -- weight
    from analysis.trend import Motion  # noqa: PLC0415 -- weight

    seats = [seat for unit, seat in series.seat.items() if unit in units]
    found = {}
    for name in PRINCIPLES:
        mean, people = series.mean[name][seats], series.people[name][seats]
        if np.isfinite(mean).any():
            one = usual_motion(mean, people, series.spread(name), series.times)
            # As it will stand in the release, so that charts come to the same levels.
            found[name] = Motion(round(one.wander, DIGITS), round(one.shock, DIGITS))
    return found


def levels_of(series: Series, motion: "Mapping[str, Motion]", about: About) -> list[Level]:
    """Of every unit that is shown in the last wave, by principle and unit."""
    return [one for name in motion for one in _levels(series, name, motion[name], about)]


def unseen_of(found: "Detectability", units: tuple[int, ...], large: set[tuple[int, str]]) -> Unseen:
    """Of those units and principles that are large enough; to half points, upwards, as it comes from linked answers."""
    import numpy as np  # noqa: PLC0415 -- weight

    falls: dict[tuple[int, str], dict[int, float]] = {}
    for at in np.flatnonzero(np.isfinite(found.points)).tolist():
        key = units[found.unit[at]], PRINCIPLES[found.scale[at]]
        if key in large:
            falls.setdefault(key, {})[int(found.months[at])] = to_half(float(found.points[at]) + 0.25)
    return {key: tuple(of.get(months) for months in HORIZONS) for key, of in falls.items()}


def _levels(series: Series, name: str, motion: "Motion", about: About) -> Iterator[Level]:
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.trend import trends  # noqa: PLC0415 -- weight

    shown = np.flatnonzero(np.isfinite(series.mean[name][:, -1]))
    if not shown.size:
        return
    found = trends(series.mean[name][shown], series.people[name][shown], series.spread(name), series.times, motion)
    since = _since(series, series.mean[name][shown])
    now = np.column_stack((found.level[:, -1], found.low[:, -1], found.high[:, -1])).round(DIGITS).tolist()
    # Plus nought, because not every database keeps a minus before it.
    changes = (_changes(found, since).round(DIGITS) + 0.0).tolist()
    for seat, (level, low, high), began, change in zip(shown.tolist(), now, since.tolist(), changes, strict=True):
        unit = series.units[seat]
        moved = (series.waves[began].number, *change) if began >= 0 else (None,) * 4
        yield Level(unit, name, about.asked.get(unit), level, low, high, *moved, *about.unseen.get((unit, name), ()))


def _since(series: Series, mean: "Floats") -> "Ints":
    """The first wave of a year of waves in which each was shown, before the last; −1 where there is none."""
    import numpy as np  # noqa: PLC0415 -- weight

    has_number = np.array([wave.number is not None for wave in series.waves])
    can = np.isfinite(mean) & has_number & (np.arange(mean.shape[1]) >= mean.shape[1] - 1 - WAVES_OF_A_CHANGE)
    can[:, -1] = False
    return np.where(can.any(axis=1), can.argmax(axis=1), -1)


def _changes(found: "Trends", since: "Ints") -> "Floats":
    """Size, low and high of each, shape (n_series, 3); nan where there is no wave to begin with."""
    import numpy as np  # noqa: PLC0415 -- weight

    table = np.full((since.size, 3), np.nan)
    for wave in np.unique(since[since >= 0]).tolist():
        rows, span = since == wave, found.change(wave)
        table[rows] = np.column_stack((span.size, span.low, span.high))[rows]
    return table
