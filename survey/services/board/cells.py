"""Numbers of the wave that is shown: of units as they were estimated at its close, of bands as they follow from all."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sqlalchemy.orm import Session

from dashboards.board.values import MONTHS, Cell, Range, Row, Series
from survey.queries import releases
from survey.queries.over_waves import Wanted
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.board.opening import Shown, principles
from survey.services.estimates.lines import Group, Line, lines_of, spread_of
from survey.services.release import over_waves, reading
from survey.services.release.menu import TOGETHER
from survey.services.release.shown import bound, half_width
from survey.services.release.tables import MENU


def rows(session: Session, shown: Shown, units: Sequence[int]) -> list[Row]:
    """A unit of which nothing is shown has no cells."""
    opened = shown.opened
    found = over_waves.numbers(session, opened, [opened.facts], Wanted(units, PRINCIPLES))[opened.facts.number]
    levels = {(one.unit_id, one.principle): one for one in reading.levels(session, opened, found)}
    asked = {one.unit_id: one.asked for one in levels.values()}
    cells = {
        (row.unit_id, row.measure): _cell(row, levels.get((row.unit_id, row.measure)), opened.facts) for row in found
    }
    return [Row(unit, asked.get(unit), tuple(cells.get((unit, one)) for one in PRINCIPLES)) for unit in units]


def _cell(row: releases.Row, level: releases.Level | None, facts: releases.ReleaseFacts) -> Cell:
    if level is None:
        return Cell(_plain(row, spread_of(facts, row.measure)), bound(row), row.people, None, None, {})
    return _estimated(level, row.people)


@lru_cache(maxsize=4096)
def _estimated(level: releases.Level, people: int | None) -> Cell:
    """Of a number that is shown itself, so that there is no bound."""
    unseen = zip(MONTHS, (level.unseen_3, level.unseen_6, level.unseen_12), strict=True)
    return Cell(
        level=Range(level.level, level.low, level.high),
        bound="",
        people=people,
        since=level.since,
        change=_range(level.change, level.change_low, level.change_high),
        unseen={months: points for months, points in unseen if points is not None},
    )


def _plain(row: releases.Row, spread: float) -> Range | None:
    """Of a release without estimates: the mean of its wave."""
    half = half_width(spread, row.people)
    if row.points is None or half is None:
        return None
    return Range(row.points, max(0.0, row.points - half), min(100.0, row.points + half))


def _range(value: float | None, low: float | None, high: float | None) -> Range | None:
    return None if value is None or low is None or high is None else Range(value, low, high)


def bands(shown: Shown, unit: int, factor: str, lines: Mapping[Group, Line]) -> dict[str, Row]:
    """Those of which something is shown, in the order of the menu; joined ones where the first of them would stand."""
    here = {group[2] for group, line in lines.items() if line.rows[-1] is not None}
    return {
        band: Row(unit, None, tuple(_band_cell(lines, shown, (unit, factor, band, one)) for one in PRINCIPLES))
        for band in sorted(here, key=lambda band: _place(factor, band))
    }


def band_series(unit: int, factor: str, principle: str, lines: Mapping[Group, Line]) -> list[Series]:
    """Of the bands of a factor that are shown in this wave, on one principle."""
    here = {band for (_, _, band, _), line in lines.items() if line.rows[-1] is not None}
    bands = sorted(
        (band for band in here if (unit, factor, band, principle) in lines), key=lambda one: _place(factor, one)
    )
    return [Series(unit, principle, lines[unit, factor, band, principle].points(), band) for band in bands]


def lines_of_bands(session: Session, shown: Shown, unit: int, factor: str) -> dict[Group, Line]:
    """None but of company and divisions."""
    if not shown.is_high(unit):
        return {}
    return lines_of(shown.releases, principles(session, shown, [unit], factor))


def _place(factor: str, band: str) -> int:
    return MENU.index((factor, band.split(TOGETHER, maxsplit=1)[0]))


def _band_cell(lines: Mapping[Group, Line], shown: Shown, group: Group) -> Cell | None:
    line = lines.get(group)
    row = line.rows[-1] if line else None
    if line is None or row is None:
        return None
    since, last = line.since(), len(line.rows) - 1
    return Cell(
        level=line.level(last) if row.points is not None else None,
        bound=bound(row),
        people=row.people,
        since=None if since is None else shown.past[since][1].number,
        change=None if since is None else line.change(since, last),
        unseen={},
    )
