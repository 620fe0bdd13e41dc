"""Rows of marks on one axis, each row's words above its marks, so that a narrow page has room for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.figures.drawing import AXIS_FONT, LINE_HEIGHT, Figure, blank, text

MARK = 24
GAP = 10
LETTERS = 44
FOOT = 34


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands, in pixels from the top: its words begin at `top`, its marks stand at `middle`."""

    top: float
    middle: float


def places(words: Sequence[Sequence[str]], *, marks: int = 1) -> list[RowPlace]:
    """A place for each row of words, with `marks` lines of marks under it."""
    found, at = [], 0.0
    for lines in words:
        height = len(lines) * LINE_HEIGHT
        found.append(RowPlace(at, at + height + MARK / 2))
        at += height + marks * MARK + GAP
    return found


def layout_of(words: Sequence[Sequence[str]], window: tuple[float, float], *, dtick: float, marks: int = 1) -> Figure:
    """Axes for the rows: points across, pixels down."""
    tall = sum(len(lines) * LINE_HEIGHT + marks * MARK + GAP for lines in words)
    layout = blank(round(tall) + FOOT, {"t": 4, "b": FOOT - 4, "l": 10, "r": 10})
    layout["xaxis"] = {
        "range": list(window),
        "dtick": dtick,
        "tick0": 0,
        "tickfont": AXIS_FONT,
        "gridcolor": "@line",
        "zeroline": False,
        "fixedrange": True,
        "ticklabelstandoff": 4,
    }
    layout["yaxis"] = {"range": [tall, 0], "visible": False, "fixedrange": True}
    layout["annotations"] = [
        _words(lines, place) for lines, place in zip(words, places(words, marks=marks), strict=True)
    ]
    layout["shapes"] = []
    return layout


def _words(lines: Sequence[str], place: RowPlace) -> dict[str, Any]:
    return {
        "text": "<br>".join(text(line) for line in lines),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -10,
        "align": "left",
        "y": place.top,
        "yanchor": "top",
        "borderpad": 0,
        "bgcolor": "@paper",
        "showarrow": False,
        "font": {"size": 13, "color": "@ink"},
    }


def value_words(said: str, at: float, y: float, *, side: str, colour: str) -> dict[str, Any]:
    """A value beside its mark."""
    return {
        "text": f"<b>{text(said)}</b>",
        "x": at,
        "y": y,
        "xanchor": "left" if side == "right" else "right",
        "xshift": 7 if side == "right" else -7,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 13, "color": colour},
    }


def bar(low: float, high: float, y: float, *, colour: str) -> dict[str, Any]:
    """An interval."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [low, high],
        "y": [y, y],
        "opacity": 0.45,
        "line": {"color": colour, "width": 4},
        "hoverinfo": "skip",
    }


def dot(at: float, y: float, *, colour: str, is_hollow: bool = False) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [at],
        "y": [y],
        "marker": {
            "size": 10,
            "color": "@paper" if is_hollow else colour,
            "opacity": 1,
            "line": {"color": colour, "width": 1.5},
        },
        "hoverinfo": "skip",
    }


def upright(at: float, *, colour: str = "@edge", top: float = 1) -> dict[str, Any]:
    """A line across all rows, such as the one at zero."""
    line = {"color": colour, "width": 1.25}
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": top, "line": line, "layer": "below"}
