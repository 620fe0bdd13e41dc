"""A picture together with what must stand beside it: words for those who cannot see it, and its numbers."""

from dataclasses import dataclass, field
from typing import Any

Figure = dict[str, Any]
AXIS_FONT = {"size": 13, "color": "@muted"}
LINE_HEIGHT = 17
LONGEST_LINE = 14


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers as a table; the first cell of each row is its heading."""

    head: list[str]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of Plotly's schema, what it shows in one sentence, and the table behind it."""

    key: str
    figure: Figure
    alt: str
    table: Table
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One unit's level, wave by wave; None where there is none.

    `role` names the colour, `dots` are the plain means; `hovers` where a wave says its level under the pointer.
    """

    name: str
    mean: list[float | None]
    low: list[float | None]
    high: list[float | None]
    role: str = "data"
    dots: list[float | None] = field(default_factory=list)
    hovers: bool = True

    @property
    def is_known(self) -> bool:
        return any(value is not None for value in self.mean)


@dataclass(frozen=True, slots=True)
class Onset:
    """When a change began: the likeliest wave, its interval, and the words above the mark."""

    at: int
    low: int
    high: int
    words: str
    rises: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Days marked under the axis, counted in waves, and the words beside the last mark; `is_span` is one from, to."""

    waves: list[float] = field(default_factory=list)
    words: str = ""
    is_span: bool = False


def text(words: str) -> str:
    """Text for Plotly, which reads a part of HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def broken(words: str, *, longest: int = LONGEST_LINE, lines: int = 2) -> list[str]:
    """A name on at most `lines` lines; what does not fit ends in an ellipsis."""
    rows = [""]
    for word in words.split():
        joined = f"{rows[-1]} {word}".strip()
        if len(joined) <= longest or not rows[-1]:
            rows[-1] = joined
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return [row if len(row) <= longest else f"{row[: longest - 1].rstrip()}…" for row in rows]


def blank(height: int, margin: dict[str, int]) -> Figure:
    """The layout all figures share: no legend, no motion, nothing to drag."""
    return {
        "height": height,
        "margin": {**margin, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "@paper", "bordercolor": "@edge", "font": {"color": "@ink", "size": 13}},
        "paper_bgcolor": "@none",
        "plot_bgcolor": "@none",
        "font": {"size": 13, "color": "@muted"},
    }
