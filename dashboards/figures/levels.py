"""Levels of one wave: a dot and a bar for each scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dashboards.figures.axes import Window, gridlines
from dashboards.figures.drawing import AXIS_FONT, Figure, blank, broken, text
from dashboards.figures.labels import LETTER
from dashboards.wording.numbers import level

ROW = 44
LONGEST_NAME = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One scale's level; `low` and `high` are nan where the range is unknown."""

    name: str
    mean: float
    low: float
    high: float


def levels(rows: Sequence[Level], *, window: Window) -> Figure:
    """One row for each scale, in their order from the top; the value stands beside its dot."""
    names = [broken(row.name, longest=LONGEST_NAME) for row in rows]
    left = ceil(max(len(line) for name in names for line in name) * LETTER) + 16
    figure = blank(ROW * len(rows) + 48, {"t": 8, "b": 40, "l": left, "r": 24})
    low, high = window
    figure["xaxis"] = {
        "range": [low, high],
        "dtick": gridlines(window),
        "tick0": low,
        "tickfont": AXIS_FONT,
        "gridcolor": "@line",
        "zeroline": False,
        "fixedrange": True,
    }
    figure["yaxis"] = {
        "range": [len(rows) - 0.5, -0.5],
        "tickvals": list(range(len(rows))),
        "ticktext": ["<br>".join(text(line) for line in name) for name in names],
        "tickfont": {"size": 13, "color": "@ink"},
        "ticks": "outside",
        "ticklen": 8,
        "tickcolor": "@none",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    figure["annotations"] = [_value(row, at) for at, row in enumerate(rows)]
    return {"data": _bars(rows), "layout": figure}


def _bars(rows: Sequence[Level]) -> list[Figure]:
    bars = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [row.low, row.high],
            "y": [at, at],
            "opacity": 0.35,
            "line": {"color": "@data", "width": 5},
            "hoverinfo": "skip",
        }
        for at, row in enumerate(rows)
        if row.low < row.high
    ]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.mean for row in rows],
        "y": list(range(len(rows))),
        "marker": {"size": 10, "color": "@data", "opacity": 1},
        "hoverinfo": "skip",
    }
    return [*bars, dots]


def _value(row: Level, at: int) -> Figure:
    return {
        "text": f"<b>{text(level(row.mean, row.low, row.high))}</b>",
        "x": row.mean,
        "y": at,
        "yanchor": "bottom",
        "yshift": 5,
        "showarrow": False,
        "font": {"size": 13, "color": "@data"},
    }
