"""What was published of every unit, wave by wave, as tables that `analysis` reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from survey.queries import published
from survey.queries.published import Mean
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.release.shown import USUAL_SPREAD

if TYPE_CHECKING:
    from analysis.panel import Floats

MOST_WAVES = 36
"""Waves that a level is estimated from, the newest ones."""

DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class WaveMeans:
    """What the release of a wave shows of whole units; `number` is None for a wave of the history.

    `release` is the number of a release that is written.
    """

    number: int | None
    measured_on: date
    spread: Mapping[str, float]
    means: Sequence[Mean]
    release: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Waves in order; by principle a table of means and one of people, shape (n_units, n_waves), nan where none is."""

    waves: Sequence[WaveMeans]
    units: tuple[int, ...]
    mean: "Mapping[str, Floats]"
    people: "Mapping[str, Floats]"
    seat: Mapping[int, int] = field(repr=False)

    @property
    def times(self) -> "Floats":
        """Years."""
        import numpy as np  # noqa: PLC0415 -- weight

        return np.array([wave.measured_on.toordinal() / DAYS_OF_A_YEAR for wave in self.waves])

    def spread(self, principle: str) -> "Floats":
        """Between people in the company, in points, by wave."""
        import numpy as np  # noqa: PLC0415 -- weight

        return np.array([wave.spread.get(principle, USUAL_SPREAD) for wave in self.waves])

    def until(self, n_waves: int) -> "Series":
        """As it stood after the first so many waves."""
        last = slice(max(0, n_waves - MOST_WAVES), n_waves)
        mean, people = ({name: table[:, last] for name, table in each.items()} for each in (self.mean, self.people))
        return Series(self.waves[last], self.units, mean, people, self.seat)


def means_of(rows: Sequence[Row]) -> list[Mean]:
    """Of whole units on the principles, as far as they are numbers of so many people."""
    return [
        (row.unit_id, row.measure, row.people, row.points)
        for row in rows
        if not row.factor and row.measure in PRINCIPLES and row.points is not None and row.people
    ]


def waves_before(session: Session, *, programme: int, number: int) -> list[WaveMeans]:
    """What stands published of the programme's waves before this one."""
    found = published.of_programme(session, programme, before=number)[-(MOST_WAVES - 1) :]
    means = published.means(session, [facts.number for facts in found], PRINCIPLES)
    return [
        WaveMeans(int(one.label), one.measured_on, one.spread, means.get(one.number, ()), one.number) for one in found
    ]


def series_of(waves: Sequence[WaveMeans], *, k: int) -> Series:
    """Groups of fewer than the k of today are left out, also where they were shown once."""
    import numpy as np  # noqa: PLC0415 -- weight

    kept = [[one for one in wave.means if one[2] >= k] for wave in waves]
    units = tuple(sorted({unit for means in kept for unit, *_ in means}))
    seat = {unit: at for at, unit in enumerate(units)}
    mean, people = ({name: np.full((len(units), len(waves)), np.nan) for name in PRINCIPLES} for _ in range(2))
    for at, means in enumerate(kept):
        for unit, principle, n, points in means:
            mean[principle][seat[unit], at], people[principle][seat[unit], at] = points, n
    return Series(waves, units, mean, people, seat)
