"""Changes as dots with their intervals against a line at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from dashboards.figures.beside import LETTERS, bar, dot, layout_of, places, upright, value_words
from dashboards.figures.drawing import Figure, broken
from dashboards.wording.numbers import decimals_for, signed, signed_span

LEAST_ROOM = 0.38
"""Share of the axis that a value needs beside its interval."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row: what changed, and by how much."""

    words: str
    value: float
    low: float
    high: float

    @property
    def leaves_out_zero(self) -> bool:
        return self.low > 0 or self.high < 0


def change_dots(rows: Sequence[Change]) -> Figure:
    """One row for each change, from the top; a change whose interval leaves out 0 is in the colour of drift."""
    words = [broken(row.words, longest=LETTERS, lines=3) for row in rows]
    window = _window(rows)
    layout = layout_of(words, window, dtick=_step(window))
    layout["shapes"] = [upright(0)]
    data = []
    for row, place in zip(rows, places(words), strict=True):
        colour = "@drift" if row.leaves_out_zero and row.value < 0 else "@data" if row.leaves_out_zero else "@context"
        data += [bar(row.low, row.high, place.middle, colour=colour), dot(row.value, place.middle, colour=colour)]
        is_right = window[1] - row.high >= row.low - window[0]
        side, at = ("right", row.high) if is_right else ("left", row.low)
        layout["annotations"].append(value_words(_said(row), at, place.middle, side=side, colour=colour))
    return {"data": data, "layout": layout}


def _said(row: Change) -> str:
    decimals = decimals_for(row.low, row.high)
    return f"{signed(row.value, decimals)} ({signed_span(row.low, row.high, decimals)})"


def _window(rows: Sequence[Change]) -> tuple[float, float]:
    """In fives, with zero in it, and wide enough for every value to stand beside its interval."""
    low = floor(min([0.0, *(row.low for row in rows)]) / 5) * 5 - 1.0
    high = ceil(max([0.0, *(row.high for row in rows)]) / 5) * 5 + 1.0
    while any(max(high - row.high, row.low - low) < LEAST_ROOM * (high - low) for row in rows):
        high += 5
    return low, high


def _step(window: tuple[float, float]) -> int:
    wide = window[1] - window[0]
    return next((step for step in (5, 10, 20) if wide / step <= 6), 50)
