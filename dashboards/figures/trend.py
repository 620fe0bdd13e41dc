"""Levels wave by wave, with their intervals, and when a change began."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dashboards.figures.axes import Window, level_axis, time_axis
from dashboards.figures.drawing import Figure, Lane, Onset, Series, blank, broken, text
from dashboards.figures.labels import end_labels
from dashboards.figures.marks import LANE_HEIGHT, lane_words, onset_shapes, onset_words, span_shapes
from dashboards.wording.numbers import level, rounded

MOST_CIRCLES = 12
TOP, BOTTOM, LEFT = 28, 30, 32


def trend(
    series: Sequence[Series],
    labels: Sequence[str],
    *,
    window: Window,
    height: int = 240,
    onset: Onset | None = None,
    lanes: Sequence[Lane] = (),
    lane_rows: int = 0,
) -> Figure:
    """Lines with bands, the first series foremost; words at the ends of the lines, no legend.

    `lane_rows` keeps room for as many lanes, so that the axes of neighbours stand on one line.
    """
    lanes = [lane for lane in lanes if lane.waves]
    bottom = BOTTOM + LANE_HEIGHT * max(len(lanes), lane_rows)
    ends = end_labels(series, window, height - TOP - bottom)
    right = max((end["width"] for end in ends), default=0) + 12
    layout = blank(height, {"t": TOP, "b": bottom, "l": LEFT, "r": right})
    layout["xaxis"], layout["yaxis"] = time_axis(labels), level_axis(window)
    layout["annotations"] = [end["annotation"] for end in ends]
    ends_of_lanes = [[lane.waves[0], lane.waves[-1]] for lane in lanes]
    layout["meta"] = {"labels": [text(label) for label in labels], "lanes": ends_of_lanes}
    shapes = [shape for row, lane in enumerate(lanes) for shape in span_shapes(lane, row)]
    if onset is not None:
        shapes += onset_shapes(onset, len(labels))
        layout["annotations"].append(onset_words(onset, len(labels)))
    if shapes:
        layout["shapes"] = shapes
    for row, lane in enumerate(lanes):
        layout["annotations"] += lane_words(lane, row, len(labels))
    traces = [trace for line in reversed(series) for trace in _bands(line)]
    traces += [_line(line, labels) for line in reversed(series)]
    traces += [_dots(line) for line in series if line.dots]
    return {"data": traces, "layout": layout}


def _bands(line: Series) -> list[dict[str, Any]]:
    """Two lines and the fill between them, for each stretch without a gap."""
    traces: list[dict[str, Any]] = []
    for stretch in _stretches(line):
        if len(stretch) < 2:
            continue
        shared = {"type": "scatter", "mode": "lines", "x": stretch, "line": {"width": 0}, "hoverinfo": "skip"}
        traces.append({**shared, "y": [line.low[wave] for wave in stretch]})
        traces.append(
            {
                **shared,
                "y": [line.high[wave] for wave in stretch],
                "fill": "tonexty",
                "fillcolor": f"@{line.role}-band",
            }
        )
    return traces


def _stretches(line: Series) -> list[list[int]]:
    waves = range(len(line.mean))
    known = groupby(waves, key=lambda wave: None not in (line.mean[wave], line.low[wave], line.high[wave]))
    return [list(stretch) for is_known, stretch in known if is_known]


def _line(line: Series, labels: Sequence[str]) -> dict[str, Any]:
    is_context = line.role == "context"
    alone = {stretch[0] for stretch in _stretches(line) if len(stretch) == 1}
    circles = len(labels) <= MOST_CIRCLES and not is_context and not line.dots
    sizes = [5 if wave in alone or circles else 0 for wave in range(len(labels))]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(labels))),
        "y": line.mean,
        "connectgaps": False,
        "line": {
            "color": f"@{line.role}",
            "width": 1.5 if is_context else 2.25,
            "dash": "5px 3px" if is_context else "solid",
        },
        "marker": {
            "size": sizes,
            "color": "@paper",
            "opacity": 1,
            "line": {"color": f"@{line.role}", "width": [1.25 if size else 0 for size in sizes]},
        },
        "error_y": _whiskers(line, alone),
        **(_hovering(line, labels) if line.hovers else {"hoverinfo": "skip"}),
    }


def _dots(line: Series) -> dict[str, Any]:
    """The plain means of the waves, beside the line that is estimated from them."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(range(len(line.dots))),
        "y": line.dots,
        "marker": {"size": 5, "color": "@paper", "opacity": 1, "line": {"color": f"@{line.role}", "width": 1.25}},
        "hoverinfo": "skip",
    }


def _whiskers(line: Series, alone: set[int]) -> dict[str, Any]:
    """Where a wave stands alone between gaps no band can be drawn, so its interval is a bar."""

    def arm(ends: list[float | None]) -> list[float]:
        pairs = zip(ends, line.mean, strict=True)
        return [
            abs(end - mean) if wave in alone and end is not None and mean is not None else 0
            for wave, (end, mean) in enumerate(pairs)
        ]

    colour = {"color": f"@{line.role}", "thickness": 1.25, "width": 0}
    shown = {"visible": bool(alone), "type": "data", "symmetric": False}
    return {**shown, "array": arm(line.high), "arrayminus": arm(line.low), **colour}


def _hovering(line: Series, labels: Sequence[str]) -> dict[str, Any]:
    name = text(" ".join(broken(line.name, longest=40, lines=1)))
    return {
        "hoverinfo": "text",
        "text": [_hover(line, wave, f"{text(one)}, {name}") for wave, one in enumerate(labels)],
    }


def _hover(line: Series, wave: int, head: str) -> str:
    mean, low, high = line.mean[wave], line.low[wave], line.high[wave]
    if mean is None:
        return ""
    return f"{head}: {rounded(mean) if low is None or high is None else level(mean, low, high)}"
