"""Levels of bands, now and then, each with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from dashboards.figures.beside import LETTERS, MARK, bar, dot, layout_of, places, value_words
from dashboards.figures.drawing import Figure, broken
from dashboards.wording.numbers import rounded

Level = tuple[float, float, float]
LEAST_WINDOW = 20
ROOM = 0.12


@dataclass(frozen=True, slots=True)
class Band:
    """A group and its level: value, low, high; `then` is None where there is nothing to compare with."""

    words: str
    now: Level
    then: Level | None


def band_intervals(rows: Sequence[Band]) -> Figure:
    """Two marks a row where there was a level before: then hollow above, now filled below."""
    words = [broken(row.words, longest=LETTERS) for row in rows]
    marks = 2 if any(row.then for row in rows) else 1
    window = _window(rows)
    layout = layout_of(words, window, dtick=10, marks=marks)
    data = []
    for row, place in zip(rows, places(words, marks=marks), strict=True):
        lines = [(row.then, "@context", True), (row.now, "@data", False)]
        for at, (level, colour, is_hollow) in enumerate(lines[2 - marks :]):
            if level is None:
                continue
            y = place.middle + at * MARK
            value, low, high = level
            data += [bar(low, high, y, colour=colour), dot(value, y, colour=colour, is_hollow=is_hollow)]
            layout["annotations"].append(value_words(rounded(value), high, y, side="right", colour=colour))
    return {"data": data, "layout": layout}


def _window(rows: Sequence[Band]) -> tuple[float, float]:
    ends = [end for row in rows for level in (row.now, row.then) if level for end in level]
    low, high = floor(min(ends) / 5) * 5.0, ceil(max(ends) / 5) * 5.0
    while high - low < LEAST_WINDOW:
        low, high = low - 5, high + 5
    return low, high + ROOM * (high - low)
