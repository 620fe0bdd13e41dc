"""Names and values at the ends of lines, in place of a legend."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from dashboards.figures.axes import Window
from dashboards.figures.drawing import LINE_HEIGHT, Series, broken, text
from dashboards.wording.numbers import rounded

LETTER = 7.4


def end_labels(series: Sequence[Series], window: Window, plot_height: int) -> list[dict[str, Any]]:
    """Name and last value at each line's end, pushed apart where they would touch."""
    per_point = plot_height / (window[1] - window[0])
    placed: list[dict[str, Any]] = []
    named = [(line, [value for value in line.mean if value is not None]) for line in series]
    for line, values in sorted(((line, v) for line, v in named if v), key=lambda pair: -pair[1][-1]):
        rows = broken(line.name)
        rows = _with_value(rows, rounded(values[-1]))
        half = len(rows) * LINE_HEIGHT / 2
        middle = (window[1] - values[-1]) * per_point
        if placed:
            middle = max(middle, placed[-1]["bottom"] + half)
        width = ceil(max(len(row) for row in rows) * LETTER) + 4
        placed.append({"bottom": middle + half, "middle": middle, "width": width, "rows": rows, "line": line})
    _lift(placed, plot_height)
    return [{"width": end["width"], "annotation": _end_words(end, plot_height)} for end in placed]


def _with_value(rows: list[str], value: str) -> list[str]:
    if len(rows[-1]) + len(value) + 1 <= 16:
        return [*rows[:-1], f"{rows[-1]} {value}"]
    return [*rows, value]


def _lift(placed: list[dict[str, Any]], plot_height: int) -> None:
    """Move labels that run out of the bottom up again, the lowest first."""
    floor_at = plot_height + LINE_HEIGHT
    for end in reversed(placed):
        over = max(0, end["bottom"] - floor_at)
        end["middle"], end["bottom"] = end["middle"] - over, end["bottom"] - over
        floor_at = end["bottom"] - len(end["rows"]) * LINE_HEIGHT


def _end_words(end: dict[str, Any], plot_height: int) -> dict[str, Any]:
    line: Series = end["line"]
    words = "<br>".join(text(row) for row in end["rows"])
    return {
        "name": "end",
        "text": words if line.role == "context" else f"<b>{words}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "y": 1 - end["middle"] / plot_height,
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 6,
        "align": "left",
        "showarrow": False,
        "font": {"size": 13, "color": f"@{line.role}"},
    }
