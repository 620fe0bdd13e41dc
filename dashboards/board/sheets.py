"""The three sheets of the overview: a sentence and a trend for each principle."""

from dataclasses import dataclass

from dashboards.board.findings import foremost
from dashboards.board.gathered import Gathered
from dashboards.board.lanes import lanes
from dashboards.board.places import name
from dashboards.board.trends import Line, Picture, draw, drawn_lines
from dashboards.board.values import PRINCIPLES
from dashboards.board.wording.overview import verdict
from dashboards.board.wording.principles import TITLES, headed
from dashboards.figures.axes import Window, window_of
from dashboards.figures.drawing import Drawing

MOST_LANES = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """`drawing` is None where nothing can be drawn."""

    principle: str
    title: str
    words: str
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets, and the window of their axis, which is one for all."""

    sheets: list[Sheet]
    window: Window


def sheets(gathered: Gathered) -> Sheets:
    drawn = pictures(gathered)
    known = [picture for picture in drawn.values() if picture]
    window = window_of([line for picture in known for line in drawn_lines(picture)])
    rows = max((len(picture.lanes) for picture in known), default=0)
    return Sheets([_sheet(gathered, principle, picture, window, rows) for principle, picture in drawn.items()], window)


def pictures(gathered: Gathered) -> dict[str, Picture | None]:
    """What each principle is drawn from."""
    return {principle: _picture(gathered, principle) for principle in PRINCIPLES}


def _sheet(gathered: Gathered, principle: str, picture: Picture | None, window: Window, lane_rows: int) -> Sheet:
    drawing = None
    if picture is not None:
        roomy = Picture(**{field: getattr(picture, field) for field in picture.__slots__} | {"lane_rows": lane_rows})
        drawing = draw(roomy, gathered.calendar, window)
    return Sheet(principle, TITLES[principle], verdict(gathered, principle), drawing)


def _picture(gathered: Gathered, principle: str) -> Picture | None:
    """The company, and the unit with the foremost change or with a changed mix."""
    board = gathered.board
    whole = gathered.series.get((board.root, principle))
    if whole is None or not any(whole.points):
        return None
    one = foremost(board, principle)
    mix = next((mix for mix in gathered.mixes if mix.principle == principle), None)
    unit = one.unit if one else mix.unit if mix else board.root
    lines = [Line(name(board, board.root), whole)]
    part = gathered.series.get((unit, principle)) if unit != board.root else None
    if part is not None and any(part.points):
        is_fall = one is not None and one.direction == "down"
        lines.append(Line(name(board, unit), part, "drift" if is_fall else "context"))
    units = board.path(unit)
    return Picture(
        key=principle,
        title=f"{headed(principle)}, wave by wave",
        lines=tuple(lines),
        found=one if one and (unit == board.root or len(lines) > 1) else None,
        lanes=lanes(board.events, gathered.calendar, units=units, most=MOST_LANES),
    )
