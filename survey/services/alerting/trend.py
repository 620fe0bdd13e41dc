"""The course of a unit up to a wave, from what was published: the lines that the pages of that release draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dashboards.board.values import Point, Range
from survey.queries import waves
from survey.queries.releases import Level, ReleaseFacts, Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.lines import MOST_DRAWN, Group, Line, lines_of
from survey.services.release import reading
from survey.services.release.reader import Reader
from survey.services.release.shown import half_width

ALL = Reader(sees_all=True)
"""HR and CEO, to whom alerts are sent."""


@dataclass(frozen=True, slots=True)
class Course:
    """Waves in order, by number, with the published numbers of some units in each, and their lines."""

    waves: tuple[ReleaseFacts, ...]
    rows: Mapping[tuple[int, int, str], Row]
    levels: Mapping[tuple[int, int, str], Level]
    lines: Mapping[Group, Line]

    @property
    def drawn(self) -> tuple[ReleaseFacts, ...]:
        return self.waves[-MOST_DRAWN:]

    def numbers(self) -> list[int]:
        return [int(facts.label) for facts in self.waves]

    def day(self, number: int) -> date | None:
        return next((facts.measured_on for facts in self.waves if int(facts.label) == number), None)

    def row(self, number: int, unit: int, measure: str) -> Row | None:
        return self.rows.get((number, unit, measure))

    def level(self, number: int, unit: int, principle: str) -> Level | None:
        return self.levels.get((number, unit, principle))

    def points(self, unit: int, principle: str) -> tuple[Point | None, ...]:
        """In each of the waves that are drawn; all of them estimated in the light of the last one."""
        line = self.lines.get((unit, "", "", principle))
        if line is None:
            return (None,) * len(self.drawn)
        end = self.level(self.numbers()[-1], unit, principle)
        return line.points(None if end is None else Range(end.level, end.low, end.high))


def course_of(session: Session, *, programme: int, until: int, units: Sequence[int]) -> Course:
    """Of a programme until the wave of this number, as it may be seen today."""
    ids = {one.id for one in waves.waves_of(session, programme) if one.number <= until}
    published = [one for one in reading.of_waves(session) if one.wave_id in ids]
    rows, levels, numbers = {}, {}, {}
    for facts in published:
        opened, number = reading.open_release(session, facts, ALL), int(facts.label)
        shown = [one for one in reading.rows(session, opened, units) if not one.factor]
        rows.update({(number, one.unit_id, one.measure): one for one in shown})
        numbers[facts.number] = [one for one in shown if one.measure in PRINCIPLES]
        found = reading.levels(session, opened, shown)
        levels.update({(number, one.unit_id, one.principle): one for one in found})
    return Course(tuple(published), rows, levels, lines_of(published[-MOST_DRAWN:], numbers))


def level_of(course: Course, number: int, unit: int, principle: str) -> Range | None:
    """The level that the pages of a wave give; of a release without estimates the plain mean."""
    found = course.level(number, unit, principle)
    if found is not None:
        return Range(found.level, found.low, found.high)
    row = course.row(number, unit, principle)
    if row is None or row.points is None:
        return None
    facts = next(one for one in course.waves if int(one.label) == number)
    half = half_width(facts.spread.get(principle), row.people) or 0.0
    return Range(row.points, max(0.0, row.points - half), min(100.0, row.points + half))
