"""The two axes of a trend: waves, and levels in a window in tens."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from dashboards.figures.drawing import AXIS_FONT, Series, text

LEAST_WINDOW = 30
MOST_TENS = 50
Window = tuple[int, int]


def window_of(series: Sequence[Series]) -> Window:
    """An axis in tens, at least 30 points high, that holds every band."""
    ends = [
        value
        for line in series
        for part in (line.mean, line.low, line.high, line.dots)
        for value in part
        if value is not None
    ]
    if not ends:
        return 0, 100
    low, high = max(0, floor(min(ends) / 10) * 10), min(100, ceil(max(ends) / 10) * 10)
    while high - low < LEAST_WINDOW:
        low = max(0, low - 10)
        if high - low < LEAST_WINDOW:
            high = min(100, high + 10)
    if high - low > MOST_TENS and (high - low) % 20:
        low, high = (low, high + 10) if high <= 90 else (low - 10, high)
    return low, high


def gridlines(window: Window) -> int:
    """Points between two gridlines, so that three to six are drawn."""
    return 10 if window[1] - window[0] <= MOST_TENS else 20


def time_axis(labels: Sequence[str]) -> dict[str, Any]:
    last = len(labels) - 1
    return {
        "range": [-0.006 * last - 0.05, last + 0.006 * last + 0.05],
        "tickvals": sorted({0, last}),
        "ticktext": [text(labels[wave]) for wave in sorted({0, last})],
        "tickfont": AXIS_FONT,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": "@edge",
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": "@edge",
        "fixedrange": True,
    }


def level_axis(window: Window) -> dict[str, Any]:
    low, high = window
    return {
        "range": [low, high],
        "dtick": gridlines(window),
        "tick0": low,
        "tickfont": AXIS_FONT,
        "ticklabelstandoff": 6,
        "gridcolor": "@line",
        "zeroline": False,
        "fixedrange": True,
    }
