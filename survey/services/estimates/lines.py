"""One group on one principle over waves: its published means, and the levels that follow from them.

Pages and mails draw the same lines, as both come from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboards.board.values import Point, Range
from survey.queries.releases import ReleaseFacts, Row
from survey.services.estimates.series import DAYS_OF_A_YEAR
from survey.services.estimates.trends import Levels, levels_of
from survey.services.release.shown import USUAL_SPREAD

if TYPE_CHECKING:
    from analysis.trend import Motion

Group = tuple[int, str, str, str]
"""Unit, factor, band, principle."""

MOST_DRAWN = 60
"""Waves of a trend; those before them have pages of their own."""

CHANGE_OVER = 12
"""Waves back to the one that a change begins with."""


@dataclass(frozen=True, slots=True)
class Line:
    """By wave; `rows` and with it the mean may be missing in any."""

    rows: tuple[Row | None, ...]
    levels: Levels | None

    def level(self, wave: int) -> Range | None:
        return self.levels.at(wave) if self.levels else None

    def change(self, since: int, until: int) -> Range | None:
        return self.levels.change(since, until) if self.levels else None

    def points(self, end: Range | None = None) -> tuple[Point | None, ...]:
        """Wave by wave; in `end` that of the last as its release gives it, where that is known."""
        levels = self.levels.by_wave if self.levels else (None,) * len(self.rows)
        points = tuple(map(_point, self.rows, levels))
        last = points[-1]
        return points if end is None or last is None else (*points[:-1], replace(last, level=end))

    def since(self) -> int | None:
        """The first wave within reach of the last one from which on it is told how the level changed."""
        last = len(self.rows) - 1
        if not self._is_exact(last):
            return None
        return next((wave for wave in range(max(0, last - CHANGE_OVER), last) if self._is_exact(wave)), None)

    def _is_exact(self, wave: int) -> bool:
        row = self.rows[wave]
        return row is not None and row.points is not None


def _point(row: Row | None, level: Range | None) -> Point | None:
    return None if row is None or row.points is None or level is None else Point(level, row.points)


def lines_of(releases: Sequence[ReleaseFacts], numbers: Mapping[int, Iterable[Row]]) -> dict[Group, Line]:
    """Every group of which a number is shown in any wave; `numbers` by that of the release."""
    held: dict[str, dict[Group, list[Row | None]]] = {}
    for wave, facts in enumerate(releases):
        for row in numbers[facts.number]:
            group = (row.unit_id, row.factor, row.band, row.measure)
            held.setdefault(row.measure, {}).setdefault(group, [None] * len(releases))[wave] = row
    return {
        group: line for measure, groups in held.items() for group, line in _lines(releases, measure, groups).items()
    }


def _lines(
    releases: Sequence[ReleaseFacts], measure: str, groups: Mapping[Group, list[Row | None]]
) -> dict[Group, Line]:
    spread = [spread_of(facts, measure) for facts in releases]
    times = [facts.measured_on.toordinal() / DAYS_OF_A_YEAR for facts in releases]
    levels = levels_of(groups, spread=spread, times=times, motion=_motion(releases[-1], measure))
    return {group: Line(tuple(rows), levels.get(group)) for group, rows in groups.items()}


def _motion(facts: ReleaseFacts, principle: str) -> "Motion":
    """How levels of this company move, as was found at the close."""
    from analysis.motion import USUAL  # noqa: PLC0415 -- weight
    from analysis.trend import Motion  # noqa: PLC0415 -- weight

    found = (facts.health or {}).get("trend", {}).get(principle)
    return Motion(**found) if found else USUAL


def spread_of(facts: ReleaseFacts, measure: str) -> float:
    """Standard deviation between people; the usual one where the company's own was not published."""
    return facts.spread.get(measure, USUAL_SPREAD)
