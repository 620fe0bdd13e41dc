"""Trends as pictures: lines, the mark of a change, events in their lanes, and the table behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.board.calendar import Calendar
from dashboards.board.values import Found, Point, Range, Series
from dashboards.board.wording import trends as words
from dashboards.board.wording.found import mark
from dashboards.figures import drawing
from dashboards.figures.axes import Window
from dashboards.figures.drawing import Drawing, Lane, Onset, Table
from dashboards.figures.trend import trend
from dashboards.wording.numbers import level, rounded

HEIGHT, TALL = 232, 300
MOST_DOTS = 30
TALLER = 424
"""The height of a tall picture where the page is wide."""


@dataclass(frozen=True, slots=True)
class Line:
    """A published trend, and how a picture names and colours it."""

    name: str
    series: Series
    role: str = "data"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a trend is drawn from; `lane_rows` keeps room for as many lanes."""

    key: str
    title: str
    lines: tuple[Line, ...]
    found: Found | None = None
    lanes: tuple[Lane, ...] = ()
    lane_rows: int = 0
    height: int = HEIGHT
    caption: str = ""


def drawn_line(line: Line, *, has_dots: bool) -> drawing.Series:
    points = line.series.points
    dots = [None if point is None else _near(point.mean) for point in points] if has_dots else []
    return drawing.Series(
        name=line.name,
        mean=[_part(point, "value") for point in points],
        low=[_part(point, "low") for point in points],
        high=[_part(point, "high") for point in points],
        role=line.role,
        dots=dots,
    )


def drawn_lines(picture: Picture) -> list[drawing.Series]:
    """Circles stand on the first line only: two sets of them cannot be told apart."""
    few = all(len(line.series.points) <= MOST_DOTS for line in picture.lines)
    return [drawn_line(line, has_dots=few and not number) for number, line in enumerate(picture.lines)]


def draw(picture: Picture, calendar: Calendar, window: Window) -> Drawing:
    """The figure, its sentence and its table."""
    figure = trend(
        drawn_lines(picture),
        calendar.short,
        window=window,
        height=picture.height,
        onset=None if picture.found is None else onset(picture.found, calendar),
        lanes=picture.lanes,
        lane_rows=picture.lane_rows,
    )
    with_calendar(figure, calendar)
    if picture.height == TALL:
        figure["layout"]["meta"]["tall"] = TALLER
    told = [(line.name, _ends(line.series, calendar)) for line in picture.lines]
    alt = words.alt(picture.title, told, picture.found, calendar)
    return Drawing(picture.key, figure, alt, table(picture, calendar), picture.caption)


def with_calendar(figure: dict[str, Any], calendar: Calendar) -> dict[str, Any]:
    """The figure with the ticks that its axis may name."""
    if ticks := calendar.ticks():
        figure["layout"]["meta"]["calendar"] = ticks
    return figure


def onset(found: Found, calendar: Calendar) -> Onset:
    low, high = calendar.at(found.onset_low), calendar.at(found.onset_high)
    return Onset(calendar.at(found.onset), low, high, mark(found, calendar), rises=found.direction == "up")


def table(picture: Picture, calendar: Calendar) -> Table:
    """Wave by wave what the picture draws; the newest wave first."""
    head = ["Wave", *(cell for line in picture.lines for cell in (line.name, "Plain mean"))]
    rows = [
        [label, *(cell for line in picture.lines for cell in _cells(line.series.points[at]))]
        for at, label in enumerate(calendar.short)
    ]
    return Table(head, rows[::-1])


def _cells(point: Point | None) -> Sequence[str]:
    if point is None:
        return "not shown", ""
    said = level(point.level.value, point.level.low, point.level.high)
    return said, "" if point.mean is None else rounded(point.mean)


def _ends(series: Series, calendar: Calendar) -> tuple[tuple[str, Range], tuple[str, Range]] | None:
    known = [(wave.number, point) for wave, point in zip(calendar.waves, series.points, strict=True) if point]
    if not known:
        return None
    (first, begun), (last, ended) = known[0], known[-1]
    return (calendar.spoken(first), begun.level), (calendar.spoken(last), ended.level)


def _part(point: Point | None, end: str) -> float | None:
    return None if point is None else _near(getattr(point.level, end))


def _near(value: float | None) -> float | None:
    """Two digits are more than a picture can show."""
    return None if value is None else round(value, 2)
