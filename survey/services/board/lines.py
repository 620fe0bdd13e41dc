"""One group on one principle over the waves of a board: its published means, and the levels that follow from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboards.board.values import Point
from survey.queries.releases import ReleaseFacts, Row
from survey.services.board.opening import Shown
from survey.services.board.trends import Motion, Smoothed, smoothed
from survey.services.release.shown import USUAL_SPREAD

Group = tuple[int, str, str, str]
"""Unit, factor, band, principle."""

CHANGE_OVER = 12
"""Waves back to the one that a change begins with."""


@dataclass(frozen=True, slots=True)
class Line:
    """By wave; `rows` and with it the mean may be missing in any."""

    rows: tuple[Row | None, ...]
    levels: Smoothed

    def points(self) -> tuple[Point | None, ...]:
        return tuple(self._point(wave) for wave in range(len(self.rows)))

    def since(self) -> int | None:
        """The first wave within reach of the last one from which on it is told how the level changed."""
        last = len(self.rows) - 1
        if not self._is_exact(last):
            return None
        return next((wave for wave in range(max(0, last - CHANGE_OVER), last) if self._is_exact(wave)), None)

    def _point(self, wave: int) -> Point | None:
        row, level = self.rows[wave], self.levels.at(wave)
        return None if row is None or row.points is None or level is None else Point(level, row.points)

    def _is_exact(self, wave: int) -> bool:
        row = self.rows[wave]
        return row is not None and row.points is not None


def lines_of(shown: Shown, numbers: Mapping[int, Iterable[Row]]) -> dict[Group, Line]:
    """Every group of which anything is shown in any wave."""
    held: dict[Group, list[Row | None]] = {}
    for wave, facts in enumerate(shown.releases):
        for row in numbers[facts.number]:
            group = (row.unit_id, row.factor, row.band, row.measure)
            held.setdefault(group, [None] * len(shown.past))[wave] = row
    times, motions = shown.times, motions_of(shown.opened.facts)
    spreads = {measure: [spread_of(facts, measure) for facts in shown.releases] for _, _, _, measure in held}
    return {
        group: Line(tuple(rows), _levels(rows, spreads[group[3]], times, motions.get(group[3], Motion())))
        for group, rows in held.items()
    }


def motions_of(facts: ReleaseFacts) -> dict[str, Motion]:
    """How levels of this company move, by principle, as was found at the close."""
    found = (facts.health or {}).get("trend", {})
    return {principle: Motion(one["wander"], one["shock"]) for principle, one in found.items()}


def spread_of(facts: ReleaseFacts, measure: str) -> float:
    """Standard deviation between people; the usual one where the company's own was not published."""
    return facts.spread.get(measure, USUAL_SPREAD)


def _levels(rows: list[Row | None], spread: list[float], times: list[float], motion: Motion) -> Smoothed:
    means = [row.points if row and row.people else None for row in rows]
    people = [row.people or 0 if row else 0 for row in rows]
    return smoothed(means, people, spread=spread, times=times, motion=motion)
