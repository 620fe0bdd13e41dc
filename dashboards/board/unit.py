"""The page of a unit: one principle of it in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.board import parts, questions, where
from dashboards.board.findings import Mix, by_cell, watched
from dashboards.board.gathered import Gathered, for_unit
from dashboards.board.groups import Group, by_time, gap
from dashboards.board.lanes import breaks, lanes, noted
from dashboards.board.places import kind, kind_below, name
from dashboards.board.source import Board, Source
from dashboards.board.tabs import Tab, tabs
from dashboards.board.trends import TALL, Line, Picture, draw, drawn_lines
from dashboards.board.unit_words import Told, still_works, told
from dashboards.board.unseen import Unseen, unseen
from dashboards.board.values import PRINCIPLES, Found, Split
from dashboards.board.wording.lead import release_line
from dashboards.board.wording.nothing import not_shown, units_not_shown, why, why_title
from dashboards.board.wording.principles import headed
from dashboards.figures.axes import Window, window_of
from dashboards.figures.drawing import Drawing

MOST_LANES = 3


@dataclass(frozen=True, slots=True)
class AskedOfUnit:
    """Which unit, which principle (None for the one that matters most), which page of its table."""

    unit: int
    principle: str | None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Children:
    """The units right below: their lines on this page, and why some are not shown."""

    kind: str
    where: where.Where
    why_title: str
    why: list[str]
    shown: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    gathered: Gathered
    unit: int
    kind: str
    principle: str
    title: str
    told: Told
    tabs: list[Tab]
    is_shown: bool
    found: Found | None
    trend: Drawing | None
    window: Window
    parts: parts.MixOrMind | None
    questions: questions.Moved | None
    gap: Group | None
    time_here: Group | None
    unseen: Unseen | None
    children: Children | None
    not_shown: str
    still_works: str
    release: str


def unit_of(source: Source, board: Board, asked: AskedOfUnit) -> UnitPage:
    unit = asked.unit
    shown = where.cut(board.units[unit].below, asked.page)
    gathered = for_unit(source, board, unit, shown)
    principle = asked.principle or _foremost(gathered, unit)
    found, mix = by_cell(board).get((unit, principle)), gathered.mix(unit, principle)
    trend, window = _trend(gathered, unit, principle, found)
    here, since = name(board, unit), found.onset_low if found else None
    levels, tenures = (source.band_series(board, unit, factor, principle) for factor in ("level", "tenure"))
    cell = gathered.cell(unit, principle)
    return UnitPage(
        gathered=gathered,
        unit=unit,
        kind=kind(board, unit),
        principle=principle,
        title=f"{headed(principle)} in {here}, wave by wave",
        told=told(gathered, unit, principle),
        tabs=tabs(gathered, unit, principle),
        is_shown=any(gathered.cell(unit, one) for one in PRINCIPLES),
        found=found,
        trend=trend,
        window=window,
        parts=parts.mix_or_mind(gathered, _split(gathered, unit, principle, found, mix)),
        questions=questions.moved(source.questions(board, unit), principle, here, gathered.calendar),
        gap=gap(gathered, levels, principle, since),
        time_here=by_time(gathered, source.bands(board, unit, "tenure"), tenures, principle),
        unseen=unseen(gathered, unit, principle) if cell and cell.level else None,
        children=_children(gathered, unit, shown, asked.page),
        not_shown=not_shown(board.k),
        still_works=still_works(gathered, unit),
        release=release_line(board),
    )


def _foremost(gathered: Gathered, unit: int) -> str:
    """The principle with the gravest finding; without one the first of which anything is shown."""
    found = by_cell(gathered.board)
    waiting = {(one.unit, one.principle) for one in watched(gathered.board)}
    alarmed = [one for one in PRINCIPLES if (unit, one) in found and (unit, one) not in waiting]
    told_of = [one for one in PRINCIPLES if (unit, one) in found or gathered.mix(unit, one)]
    shown = [one for one in PRINCIPLES if gathered.cell(unit, one)]
    return [*alarmed, *told_of, *shown, PRINCIPLES[0]][0]


def _trend(gathered: Gathered, unit: int, principle: str, found: Found | None) -> tuple[Drawing | None, Window]:
    board, calendar = gathered.board, gathered.calendar
    here = gathered.series.get((unit, principle))
    if here is None or not any(here.points) or len(board.waves) < 2:
        return None, (0, 100)
    lines = [Line(name(board, unit), here)]
    whole = gathered.series.get((board.root, principle))
    if unit != board.root and whole is not None and any(whole.points):
        lines.append(Line(name(board, board.root), whole, "context"))
    below = (*lanes(board.events, calendar, units=board.path(unit), most=MOST_LANES), *breaks(calendar))
    title = f"{headed(principle)} in {name(board, unit)}, wave by wave"
    picture = Picture(
        "trend", title, tuple(lines), found, below, height=TALL, caption=noted(board.events, units=board.path(unit))
    )
    window = window_of(drawn_lines(picture))
    return draw(picture, calendar, window), window


def _split(gathered: Gathered, unit: int, principle: str, found: Found | None, mix: Mix | None) -> Split | None:
    """Of what was found or seems to be mix; a quiet unit needs none."""
    if found is None and mix is None:
        return None
    own = found.split if found else None
    return own or gathered.splits.get(unit, {}).get(principle)


def _children(gathered: Gathered, unit: int, shown: Sequence[int], page: int) -> Children | None:
    board = gathered.board
    below = board.units[unit].below
    if not below:
        return None
    what = kind_below(board, unit)
    lines = where.where(gathered, shown, where.Asked(page=page), n_units=len(below))
    hidden = sum(one.is_hidden for one in lines.lines if not one.is_root)
    title = why_title(hidden, what) if hidden else ""
    return Children(what, lines, title, why(hidden, what, board.k), units_not_shown(hidden, what))
