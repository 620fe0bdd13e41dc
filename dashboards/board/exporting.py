"""The numbers of a page as lines for a spreadsheet: what the page shows, rounded as there, one a line."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from dashboards.board.gathered import Gathered
from dashboards.board.host import Value
from dashboards.board.places import name
from dashboards.board.values import PRINCIPLES, Cell, Range, Row, Series
from dashboards.board.wording.principles import said
from dashboards.figures.drawing import Table
from dashboards.wording.numbers import MINUS, answered, decimals_for, rounded

NAMES: tuple[Value, ...] = ("part", "unit", "principle", "wave", "value", "low", "high", "people", "words")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a page: which part of it, of whom, of which wave; `words` stand where there is none."""

    part: str
    unit: str
    principle: str = ""
    wave: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: str = ""
    words: str = ""


def lines(numbers: Iterator[Number]) -> list[tuple[Value, ...]]:
    """With the names of the columns on top."""
    return [NAMES, *(astuple(number) for number in numbers)]


def trends(gathered: Gathered, drawn: Sequence[Series]) -> Iterator[Number]:
    """Levels and plain means, wave by wave, as the tables behind the pictures have them."""
    for series in drawn:
        unit = name(gathered.board, series.unit) + (f", {series.band}" if series.band else "")
        for label, point in zip(gathered.calendar.short, series.points, strict=True):
            what = said(series.principle)
            if point is None:
                yield Number("level", unit, what, label, words="not shown")
                continue
            yield _ranged("level", point.level, unit=unit, principle=what, wave=label)
            if point.mean is not None:
                yield Number("plain mean", unit, what, label, _near(point.mean))


def rows(gathered: Gathered, shown: Sequence[Row]) -> Iterator[Number]:
    """The cells of a table of units."""
    for row in shown:
        unit = name(gathered.board, row.unit)
        if row.asked is not None:
            yield Number("asked", unit, value=row.asked)
        for principle, cell in zip(PRINCIPLES, row.cells or (None,) * len(PRINCIPLES), strict=True):
            yield from _cell(gathered, unit, said(principle), cell)


def waves(gathered: Gathered) -> Iterator[Number]:
    """Who answered, wave by wave."""
    company = name(gathered.board, gathered.board.root)
    for label, wave in zip(gathered.calendar.short, gathered.calendar.waves, strict=True):
        for part, number in (("asked", wave.asked), ("answered", wave.answered)):
            yield Number(part, company, wave=label, value=number, words="unknown" if number is None else "")


def texts(part: str, entries: Sequence[tuple[str, str]]) -> Iterator[Number]:
    """What the page says in words, each with whom it is about."""
    return (Number(part, about, words=words) for about, words in entries)


def table(part: str, behind: Table) -> Iterator[Number]:
    """A table of the page, a line for each of its rows."""
    for row in behind.rows:
        cells = zip(behind.head[1:], row[1:], strict=True)
        yield Number(part, row[0], words="; ".join(f"{head}: {cell}" for head, cell in cells if cell))


def _cell(gathered: Gathered, unit: str, principle: str, cell: Cell | None) -> Iterator[Number]:
    wave = gathered.calendar.brief(gathered.board.wave.number)
    if cell is None:
        yield Number("level now", unit, principle, wave, words="not shown")
        return
    people = "" if cell.people is None else answered(cell.people)
    if cell.level is None:
        yield Number("level now", unit, principle, wave, people=people, words=cell.bound)
    else:
        yield _ranged("level now", cell.level, unit=unit, principle=principle, wave=wave, people=people)
    if cell.change is not None:
        since = "" if cell.since is None else f"since {gathered.calendar.brief(cell.since)}"
        yield _ranged("change", cell.change, unit=unit, principle=principle, wave=wave, words=since)
    for months, points in cell.unseen.items():
        yield Number("smallest fall found", unit, principle, wave, _near(points), words=f"{months} months")


def _ranged(
    part: str, one: Range, *, unit: str, principle: str, wave: str, people: str = "", words: str = ""
) -> Number:
    """Rounded as the page says it: to whole points, unless the range is so narrow that its ends would read the same."""
    decimals = decimals_for(one.low, one.high)
    value, low, high = (_near(end, decimals) for end in (one.value, one.low, one.high))
    return Number(part, unit, principle, wave, value, low, high, people, words)


def _near(value: float, decimals: int = 0) -> float:
    """Halves away from zero, as in sentences; a whole number has no point."""
    near = float(rounded(value, decimals).replace(MINUS, "-"))
    return int(near) if decimals == 0 else near
