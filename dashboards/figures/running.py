"""One number a wave without an interval: evidence against its line, answers received."""

from collections.abc import Sequence

from dashboards.figures.axes import time_axis
from dashboards.figures.drawing import AXIS_FONT, Figure, blank, text

HEIGHT = 200


def running(
    values: Sequence[float | None], labels: Sequence[str], *, line_at: float | None = None, line_words: str = ""
) -> Figure:
    """A line over the waves from zero up, and optionally a level line with its words."""
    known = [value for value in values if value is not None]
    top = max([*known, line_at or 0, 1]) * 1.15
    bottom = min([*known, 0])
    layout = blank(HEIGHT, {"t": 14, "b": 30, "l": 46, "r": 40})
    layout["xaxis"] = time_axis(labels)
    layout["yaxis"] = {
        "range": [bottom * 1.1, top],
        "nticks": 5,
        "tickfont": AXIS_FONT,
        "ticklabelstandoff": 6,
        "tickformat": ",~g",
        "gridcolor": "@line",
        "zeroline": False,
        "fixedrange": True,
    }
    layout["meta"] = {"labels": [text(label) for label in labels]}
    if line_at is not None:
        layout["shapes"] = [_line(line_at)]
        layout["annotations"] = [_words(line_words, line_at)]
    trace = {
        "type": "scatter",
        "mode": "lines" if len(known) > 1 else "markers",
        "x": list(range(len(labels))),
        "y": list(values),
        "connectgaps": False,
        "line": {"color": "@data", "width": 2.25},
        "marker": {"color": "@data", "size": 6},
        "hoverinfo": "skip",
    }
    return {"data": [trace], "layout": layout}


def _line(at: float) -> Figure:
    stroke = {"color": "@edge", "width": 1.25, "dash": "4px 3px"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": stroke}


def _words(words: str, at: float) -> Figure:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": at, "yanchor": "bottom"}
    return {"text": text(words), **place, "showarrow": False, "font": {"size": 13, "color": "@muted"}}
