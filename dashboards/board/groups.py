"""Leaders against the front line over time, and groups by their time here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboards.board.gathered import Gathered
from dashboards.board.trends import Line, Picture, draw, drawn_lines
from dashboards.board.values import PRINCIPLES, Cell, Range, Row, Series
from dashboards.board.wording import groups as words
from dashboards.board.wording.principles import headed
from dashboards.figures.axes import window_of
from dashboards.figures.bands import Band, band_intervals
from dashboards.figures.drawing import Drawing, Table
from dashboards.wording.numbers import answered, level, signed_size

FRONT_LINE = "front_line"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Group:
    note: str
    drawing: Drawing
    words: str


def gap(gathered: Gathered, series: Sequence[Series], principle: str, since: int | None) -> Group | None:
    """Those who lead against those who do not; None where either is not shown."""
    here = {one.band: one for one in series if one.principle == principle and any(one.points)}
    leads = next((one for band, one in here.items() if "lead" in band.split("+")), None)
    front = here.get(FRONT_LINE)
    if leads is None or front is None:
        return None
    names = words.BANDS[FRONT_LINE], words.leads(leads.band)
    lines = Line(names[0], front), Line(names[1], leads, "context")
    picture = Picture("gap", f"{headed(principle)}, {names[1].lower()} and {names[0].lower()}", lines)
    window = window_of(drawn_lines(picture))
    drawing = draw(picture, gathered.calendar, window)
    told = words.gap(_gaps(leads, front), None if since is None else gathered.calendar.at(since), gathered.calendar)
    return Group(words.axis(window), drawing, told)


def by_time(gathered: Gathered, bands: Mapping[str, Row], series: Sequence[Series], principle: str) -> Group | None:
    """By time here: now, and when it was last compared with."""
    at = PRINCIPLES.index(principle)
    cells = {band: row.cells[at] for band, row in bands.items() if row.cells and band != UNKNOWN}
    known = {band: cell for band, cell in cells.items() if cell is not None and cell.level is not None}
    if not known:
        return None
    lines = {one.band: one for one in series if one.principle == principle}
    since = max((cell.since for cell in known.values() if cell.since is not None), default=None)
    rows = [_band(gathered, band, cell, lines.get(band), since) for band, cell in known.items()]
    drawing = Drawing("time-here", band_intervals(rows), words.alt(rows), _table(known))
    changes = [(words.band(band), cell.change) for band, cell in known.items() if cell.change]
    return Group(words.compared(since, gathered.calendar), drawing, words.changes(changes))


def _band(gathered: Gathered, band: str, cell: Cell, line: Series | None, since: int | None) -> Band:
    then = None
    if line is not None and since is not None:
        point = line.points[gathered.calendar.at(since)]
        then = _ends(point.level) if point else None
    people = "" if cell.people is None else f", {answered(cell.people)} answered"
    now = _ends(cell.level) if cell.level else (0.0, 0.0, 0.0)
    return Band(f"{words.band(band)}{people}", now, then)


def _gaps(leads: Series, front: Series) -> list[Range | None]:
    """Wave by wave, with the interval of a difference of two groups that share nobody."""
    gaps: list[Range | None] = []
    for lead, other in zip(leads.points, front.points, strict=True):
        if lead is None or other is None:
            gaps.append(None)
            continue
        value = lead.level.value - other.level.value
        aside = (lead.level.half**2 + other.level.half**2) ** 0.5
        gaps.append(Range(value, value - aside, value + aside))
    return gaps


def _table(known: Mapping[str, Cell]) -> Table:
    rows = []
    for band, cell in known.items():
        now = level(cell.level.value, cell.level.low, cell.level.high) if cell.level else cell.bound
        change = signed_size(cell.change.value, cell.change.low, cell.change.high) if cell.change else "unknown"
        rows.append([words.band(band), now, change])
    return Table(["Time here", "Level", "Change"], rows)


def _ends(one: Range) -> tuple[float, float, float]:
    return round(one.value, 2), round(one.low, 2), round(one.high, 2)
