"""The course of a unit up to a wave, from what was published: estimated levels, or else the plain means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from survey.queries import waves
from survey.queries.releases import Level, ReleaseFacts, Row
from survey.services.release import reading
from survey.services.release.reader import Reader
from survey.services.release.shown import half_width

ALL = Reader(sees_all=True)
"""HR and CEO, to whom alerts are sent."""


@dataclass(frozen=True, slots=True)
class Course:
    """Waves in order, by number, with the published numbers of some units in each."""

    waves: tuple[ReleaseFacts, ...]
    rows: Mapping[tuple[int, int, str], Row]
    levels: Mapping[tuple[int, int, str], Level]

    def numbers(self) -> list[int]:
        return [int(facts.label) for facts in self.waves]

    def day(self, number: int) -> date | None:
        return next((facts.measured_on for facts in self.waves if int(facts.label) == number), None)

    def row(self, number: int, unit: int, measure: str) -> Row | None:
        return self.rows.get((number, unit, measure))

    def level(self, number: int, unit: int, principle: str) -> Level | None:
        return self.levels.get((number, unit, principle))


def course_of(session: Session, *, programme: int, until: int, units: Sequence[int]) -> Course:
    """Of a programme until the wave of this number, as it may be seen today."""
    ids = {one.id for one in waves.waves_of(session, programme) if one.number <= until}
    published = [one for one in reading.of_waves(session) if one.wave_id in ids]
    rows, levels = {}, {}
    for facts in published:
        opened, number = reading.open_release(session, facts, ALL), int(facts.label)
        shown = [one for one in reading.rows(session, opened, units) if not one.factor]
        rows.update({(number, one.unit_id, one.measure): one for one in shown})
        found = reading.levels(session, opened, shown)
        levels.update({(number, one.unit_id, one.principle): one for one in found})
    return Course(tuple(published), rows, levels)


def estimate(course: Course, number: int, unit: int, principle: str) -> tuple[float, float, float] | None:
    """Level and interval of a wave; from the plain mean and the company's spread where none was estimated."""
    found = course.level(number, unit, principle)
    if found is not None:
        return found.level, found.low, found.high
    row = course.row(number, unit, principle)
    if row is None or row.points is None:
        return None
    facts = next(one for one in course.waves if int(one.label) == number)
    half = half_width(facts.spread.get(principle), row.people) or 0.0
    return row.points, max(0.0, row.points - half), min(100.0, row.points + half)
