"""Who is answering: the share of those asked, wave by wave."""

from collections.abc import Sequence
from math import floor
from typing import Any

from dashboards.figures.axes import time_axis
from dashboards.figures.drawing import AXIS_FONT, Figure, blank, text
from dashboards.wording.numbers import share

HEIGHT = 168


def answering(shares: Sequence[float | None], labels: Sequence[str]) -> Figure:
    """Shares of 0 to 1; the lowest is named, and the last."""
    known = [(wave, value) for wave, value in enumerate(shares) if value is not None]
    percent = [None if value is None else round(100 * value, 1) for value in shares]
    floor_at = min(50, floor(min((100 * value for _, value in known), default=100) / 25) * 25)
    layout = blank(HEIGHT, {"t": 12, "b": 30, "l": 32, "r": 52})
    layout["xaxis"] = time_axis(labels)
    layout["yaxis"] = {
        "range": [floor_at, 100.5],
        "dtick": 25,
        "tick0": 0,
        "tickfont": AXIS_FONT,
        "ticklabelstandoff": 6,
        "gridcolor": "@line",
        "zeroline": False,
        "fixedrange": True,
    }
    layout["meta"] = {"labels": [text(label) for label in labels]}
    layout["annotations"] = _named(known)
    line = {
        "type": "scatter",
        "mode": "lines" if len(known) > 1 else "markers",
        "x": list(range(len(percent))),
        "y": percent,
        "connectgaps": False,
        "line": {"color": "@data", "width": 2.25},
        "marker": {"color": "@data", "size": 8},
        "hoverinfo": "skip",
    }
    return {"data": [line], "layout": layout}


def _named(known: Sequence[tuple[int, float]]) -> list[dict[str, Any]]:
    if not known:
        return []
    last, value = known[-1]
    words = [_words(f"<b>{share(value)}</b>", last, value) | {"xanchor": "left", "xshift": 8, "name": "end"}]
    lowest, least = min(known, key=lambda one: one[1])
    if last - lowest > 1 and value - least >= 0.03:
        below = {"yanchor": "top", "yshift": -4, "font": {"size": 13, "color": "@muted"}}
        words.append(_words(share(least), lowest, least) | below)
    return words


def _words(said: str, at: int, value: float) -> dict[str, Any]:
    place = {"x": at, "y": 100 * value, "yanchor": "middle"}
    return {"text": said, **place, "showarrow": False, "font": {"size": 13, "color": "@data"}}
