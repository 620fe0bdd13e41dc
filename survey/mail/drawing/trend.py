"""The trend of a unit as a PNG of double size, in the light colours of the pages: their chart, drawn once."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboards.figures.tokens import LIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT = 600, 340
"""In points of the mail."""
DOUBLE = 2
LEAST_WINDOW, TEN = 30, 10
FONTS = ("Inter", "Noto Sans", "Segoe UI", "Liberation Sans", "Arial", "Helvetica", "DejaVu Sans")
TEXT = 15
"""Larger than on pages: on a phone the picture is half as wide."""
POINT = 72 / 96
"""Of a pixel, by which fonts and lines are measured."""
LONGEST_LABEL = 16


@dataclass(frozen=True, slots=True)
class Point:
    """A wave: the level with its interval of 90 %, and the plain mean of what was answered."""

    level: float
    low: float
    high: float
    mean: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A unit, with a point for each wave in which it was shown, and the words at its end."""

    points: tuple[Point | None, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn. `onset` are the waves between which a change began and the likeliest, with the words above.

    `ticks` are waves by place, with their words.
    """

    line: Line
    context: Line | None
    onset: tuple[float, float, float] | None
    onset_words: str
    ticks: tuple[tuple[int, str], ...]


def draw_trend(picture: Picture) -> bytes:
    """The same bytes for the same picture, on one machine."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 -- weight
    from matplotlib.figure import Figure  # noqa: PLC0415 -- weight

    figure = Figure(figsize=(WIDTH / 96, HEIGHT / 96), dpi=96 * DOUBLE, facecolor=LIGHT["paper"])
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.06, 0.12, 0.7, 0.76))
    _frame(axes, picture)
    _onset(axes, picture)
    if picture.context is not None:
        _line(axes, picture.context, colour="context", dashes=(5, 3), width=2.0, band=0.0)
    _line(axes, picture.line, colour="data", dashes=None, width=2.5, band=0.16)
    _labels(axes, picture)
    written = io.BytesIO()
    figure.savefig(written, format="png", metadata={"Software": None})
    return written.getvalue()


def window_of(picture: Picture) -> tuple[int, int]:
    """In tens, at least thirty points high, with room for every band."""
    points = [one for line in (picture.line, picture.context) if line for one in line.points if one is not None]
    ends = [end for one in points for end in (one.low, one.high, one.level if one.mean is None else one.mean)]
    low, high = (max(0, int(min(ends) // TEN) * TEN), min(100, -int(-max(ends) // TEN) * TEN)) if ends else (0, 100)
    while high - low < LEAST_WINDOW:
        low, high = (low, high + TEN) if (high < 100 and (high + low) / 2 < 50) or low == 0 else (low - TEN, high)
    return low, high


def _frame(axes: "Axes", picture: Picture) -> None:
    low, high = window_of(picture)
    last = len(picture.line.points) - 1
    step = TEN if high - low <= 50 else 2 * TEN
    axes.set_xlim(0, max(1, last) + 0.15)
    axes.set_ylim(low, high)
    axes.set_yticks(range(low, high + 1, step))
    axes.set_xticks([place for place, _ in picture.ticks], [words for _, words in picture.ticks])
    axes.tick_params(
        axis="y", length=0, pad=6, labelsize=TEXT * POINT, labelcolor=LIGHT["muted"], labelfontfamily=_font()
    )
    axes.tick_params(
        axis="x",
        length=3,
        color=LIGHT["edge"],
        labelsize=TEXT * POINT,
        labelcolor=LIGHT["muted"],
        labelfontfamily=_font(),
    )
    axes.grid(visible=True, axis="y", color=LIGHT["line"], linewidth=POINT)
    axes.set_axisbelow(True)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(LIGHT["edge"])
    axes.spines["bottom"].set_linewidth(POINT)


def _onset(axes: "Axes", picture: Picture) -> None:
    if picture.onset is None:
        return
    earliest, likeliest, latest = picture.onset
    axes.axvspan(earliest - 0.08, latest + 0.08, color=LIGHT["down-1"], linewidth=0, zorder=0.5)
    axes.axvline(likeliest, color=LIGHT["drift"], linewidth=1.5 * POINT, dashes=(4, 3), zorder=1)
    last = len(picture.line.points) - 1
    side = "left" if likeliest < last * 0.6 else "right"
    axes.annotate(
        picture.onset_words,
        (likeliest, 1.0),
        xycoords=("data", "axes fraction"),
        xytext=(0, 5),
        textcoords="offset points",
        ha=side,
        va="bottom",
        **_text("drift", is_bold=True),
    )


def _line(axes: "Axes", line: Line, *, colour: str, dashes: tuple[int, int] | None, width: float, band: float) -> None:
    for places in _stretches(line.points):
        points = [point for place in places if (point := line.points[place]) is not None]
        if band:
            lows, highs = [one.low for one in points], [one.high for one in points]
            axes.fill_between(places, lows, highs, color=LIGHT[colour], alpha=band, linewidth=0, zorder=1.5)
        style: dict[str, Any] = {"dashes": dashes} if dashes else {}
        levels = [one.level for one in points]
        axes.plot(places, levels, color=LIGHT[colour], linewidth=width * POINT, zorder=2.5, clip_on=False, **style)
        means = [(place, one.mean) for place, one in zip(places, points, strict=True) if band and one.mean is not None]
        axes.plot(
            [place for place, _ in means],
            [mean for _, mean in means],
            "o",
            markersize=5 * POINT,
            markerfacecolor=LIGHT["paper"],
            markeredgecolor=LIGHT[colour],
            markeredgewidth=1.2 * POINT,
            zorder=3,
            clip_on=False,
        )


def _stretches(points: Sequence[Point | None]) -> list[list[int]]:
    """Places of points without a gap between them: gaps stay gaps."""
    found: list[list[int]] = [[]]
    for place, point in enumerate(points):
        if point is None:
            found.append([])
        else:
            found[-1].append(place)
    return [places for places in found if places]


def _labels(axes: "Axes", picture: Picture) -> None:
    """At the lines' ends, far enough from each other to be read."""
    low, high = window_of(picture)
    least = 18 / (HEIGHT * 0.76) * (high - low)
    named = [(picture.line, "data", True)] + ([(picture.context, "context", False)] if picture.context else [])
    ends = [(line, colour, bold, end) for line, colour, bold in named if line and (end := _end(line)) is not None]
    heights = [end for *_, end in ends]
    if len(heights) == 2 and abs(heights[0] - heights[1]) < least:
        middle, above = sum(heights) / 2, heights[0] >= heights[1]
        heights = [middle + least / 2, middle - least / 2] if above else [middle - least / 2, middle + least / 2]
    for (line, colour, bold, _), height in zip(ends, heights, strict=True):
        place = (len(picture.line.points) - 1, min(max(height, low), high))
        text = _text(colour, is_bold=bold)
        axes.annotate(
            line.label, place, xytext=(7, 0), textcoords="offset points", va="center", annotation_clip=False, **text
        )


def _end(line: Line) -> float | None:
    last = line.points[-1] if line.points else None
    return None if last is None else last.level


def _text(colour: str, *, is_bold: bool) -> dict[str, Any]:
    weight = "bold" if is_bold else "normal"
    return {"color": LIGHT[colour], "fontsize": TEXT * POINT, "fontfamily": _font(), "fontweight": weight}


def _font() -> str:
    """The first that this machine has; the last comes with matplotlib itself."""
    from matplotlib import font_manager  # noqa: PLC0415 -- weight

    there = set(font_manager.get_font_names())
    return next(name for name in FONTS if name in there)
