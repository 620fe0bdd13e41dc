"""Mix or mind: from the level then to the level now, a bar for each part of the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor
from typing import Any, Literal

from dashboards.figures.beside import dot, layout_of, places, value_words
from dashboards.figures.drawing import Figure
from dashboards.wording.numbers import rounded, signed

BAR = 16
LEAST_WINDOW = 10
VALUE_ROOM = 0.14
COLOURS = {"mind": "@drift", "mix": "@context", "unsplit": "@hatch"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the change, in points. `kind` names its look: minds, mix, or what cannot be split."""

    words: str
    points: float
    kind: Literal["mind", "mix", "unsplit"]


@dataclass(frozen=True, slots=True)
class End:
    """A level that the parts lead from or to."""

    words: str
    level: float


def waterfall(start: End, parts: Sequence[Part], end: End) -> Figure:
    words = [[start.words], *([part.words] for part in parts), [end.words]]
    levels = list(accumulate((part.points for part in parts), initial=start.level))
    window = _window([*levels, end.level])
    layout = layout_of(words, window, dtick=_step(window))
    rows = places(words)
    data = [dot(start.level, rows[0].middle, colour="@data"), dot(end.level, rows[-1].middle, colour="@data")]
    layout["annotations"] += [
        value_words(rounded(one.level), one.level, row.middle, side="right", colour="@data")
        for one, row in ((start, rows[0]), (end, rows[-1]))
    ]
    for part, begun, row in zip(parts, levels, rows[1:], strict=False):
        data.append(_bar(part, begun, row.middle))
        at = max(begun, begun + part.points)
        layout["annotations"].append(value_words(signed(part.points, 1), at, row.middle, side="right", colour="@ink"))
    layout["shapes"] = [
        _joint(level, upper.middle, lower.middle)
        for level, upper, lower in zip([*levels[:-1], end.level], rows, rows[1:], strict=False)
    ]
    return {"data": data, "layout": layout}


def _bar(part: Part, begun: float, y: float) -> dict[str, Any]:
    is_hatched = part.kind == "unsplit"
    return {
        "type": "bar",
        "orientation": "h",
        "base": begun,
        "x": [part.points],
        "y": [y],
        "width": BAR,
        "marker": {
            "color": "@none" if is_hatched else COLOURS[part.kind],
            "line": {"color": "@edge" if is_hatched else COLOURS[part.kind], "width": 1},
            "pattern": {"shape": "/", "fgcolor": "@edge", "bgcolor": "@none", "size": 6} if is_hatched else {},
        },
        "hoverinfo": "skip",
    }


def _joint(level: float, upper: float, lower: float) -> dict[str, Any]:
    """A thin line that leads from a row's end to the next."""
    pen = {"color": "@edge", "width": 1}
    return {"type": "line", "x0": level, "x1": level, "y0": upper, "y1": lower, "line": pen, "layer": "below"}


def _window(levels: Sequence[float]) -> tuple[float, float]:
    low, high = floor(min(levels)) - 1.0, ceil(max(levels)) + 1.0
    while high - low < LEAST_WINDOW:
        low, high = low - 1, high + 1
    return low, high + VALUE_ROOM * (high - low)


def _step(window: tuple[float, float]) -> int:
    wide = window[1] - window[0]
    return next((step for step in (2, 5, 10) if wide / step <= 7), 20)
