"""What is marked on the axis of waves: when a change began, and events in lanes below."""

from typing import Any

from dashboards.figures.drawing import Lane, Onset, text

LANE_HEIGHT = 18
LANE_TOP = 34
WIDE = 0.2
"""Share of the axis from which on a column would hide more than it shows."""


def onset_shapes(onset: Onset, n_waves: int) -> list[dict[str, Any]]:
    """The likeliest wave as a line, its interval as a column, or as a bracket where it is wide."""
    shared = {"xref": "x", "yref": "paper", "y0": 0}
    tint = "@up-1" if onset.rises else "@down-1"
    colour = "@data" if onset.rises else "@drift"
    mark = {"type": "line", "x0": onset.at, "x1": onset.at, "y1": 1.02}
    dashed = {**shared, **mark, "line": {"color": colour, "width": 1.5, "dash": "4px 3px"}}
    if onset.high - onset.low > WIDE * (n_waves - 1):
        return [*_bracket(onset, colour), dashed]
    column = {"type": "rect", "x0": onset.low - 0.4, "x1": onset.high + 0.4, "y1": 1, "line": {"width": 0}}
    return [{**shared, **column, "fillcolor": tint, "layer": "below"}, dashed]


def _bracket(onset: Onset, colour: str) -> list[dict[str, Any]]:
    """A span above the lines, with its two ends."""
    pen = {"type": "line", "xref": "x", "yref": "paper", "line": {"color": colour, "width": 1.5}}
    span = {**pen, "x0": onset.low, "x1": onset.high, "y0": 1, "y1": 1}
    return [span, *({**pen, "x0": end, "x1": end, "y0": 0.96, "y1": 1} for end in (onset.low, onset.high))]


def _side(at: int, n_waves: int) -> str:
    place = at / max(1, n_waves - 1)
    return "left" if place < 0.35 else "right" if place > 0.65 else "center"


def onset_words(onset: Onset, n_waves: int) -> dict[str, Any]:
    return {
        "name": "kept",
        "text": f"<b>{text(onset.words)}</b>",
        "x": onset.at,
        "yref": "paper",
        "y": 1.02,
        "yanchor": "bottom",
        "xanchor": _side(onset.at, n_waves),
        "showarrow": False,
        "font": {"size": 13, "color": "@data" if onset.rises else "@drift"},
    }


def span_shapes(lane: Lane, row: int, plot_height: int) -> list[dict[str, Any]]:
    """A span as a line with two ends, ├─┤, in its lane under the axis."""
    if not lane.is_span:
        return []
    y = -(LANE_TOP + LANE_HEIGHT * row) / plot_height
    pen = {"type": "line", "xref": "x", "yref": "paper", "line": {"color": "@edge", "width": 1.5}}
    start, end = lane.waves[0], lane.waves[-1]
    tick = 4 / plot_height
    ends = ({**pen, "x0": at, "x1": at, "y0": y - tick, "y1": y + tick} for at in (start, end))
    return [{**pen, "x0": start, "x1": end, "y0": y, "y1": y}, *ends]


def lane_words(lane: Lane, row: int, n_waves: int) -> list[dict[str, Any]]:
    """A triangle under each wave, and the words before the first or behind the last of them.

    Who draws knows the width: the other side is taken, or the words are left to the text, where they do not fit.
    """
    shared = {"yref": "paper", "y": 0, "yanchor": "middle", "yshift": -LANE_TOP - LANE_HEIGHT * row, "showarrow": False}
    font = {"size": 13, "color": "@muted"}
    triangle = {"text": "▲", "font": {"size": 10, "color": "@edge"}}
    marks = [] if lane.is_span else [{**shared, **triangle, "x": wave} for wave in lane.waves]
    words = {**shared, "name": f"lane-{row}", "text": text(lane.words), "font": font}
    if lane.waves[0] > n_waves / 2:
        return [*marks, {**words, "x": lane.waves[0], "xanchor": "right", "xshift": -9}]
    return [*marks, {**words, "x": lane.waves[-1], "xanchor": "left", "xshift": 9}]
