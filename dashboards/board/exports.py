"""Which numbers each page exports."""

from collections.abc import Iterator
from itertools import chain

from dashboards.board.exporting import Number, rows, table, texts, trends, waves
from dashboards.board.overview import Overview
from dashboards.board.places import name
from dashboards.board.sheets import pictures
from dashboards.board.unit import UnitPage
from dashboards.board.wording.principles import said
from dashboards.figures.drawing import Table


def overview_numbers(page: Overview) -> Iterator[Number]:
    gathered = page.gathered
    company = name(gathered.board, gathered.board.root)
    drawn = [line.series for picture in pictures(gathered).values() if picture for line in picture.lines]
    shown = [gathered.rows[line.unit] for line in page.where.lines if line.unit in gathered.rows] if page.where else []
    told = [(entry.name, f"{entry.label}: {entry.words}") for entry in page.entries]
    reply = [(company, page.reply.belief), (company, page.reply.owed)]
    return chain(
        texts("heading", [(company, page.heading)]),
        trends(gathered, drawn),
        rows(gathered, shown or [gathered.root_row]),
        texts("list", told),
        table("smallest fall found", page.unseen.table) if page.unseen else (),
        waves(gathered),
        texts("reply", reply),
    )


def unit_numbers(page: UnitPage) -> Iterator[Number]:
    gathered = page.gathered
    who = name(gathered.board, page.unit)
    drawn = [series for (unit, principle), series in gathered.series.items() if principle == page.principle]
    below = [line.unit for line in page.children.where.lines if not line.is_root] if page.children else []
    shown = [gathered.rows[unit] for unit in dict.fromkeys([page.unit, *below]) if unit in gathered.rows]
    facts = [(who, f"{said(page.principle)}, {fact}: {words}") for fact, words in page.told.facts]
    return chain(
        texts("heading", [(who, page.told.heading)]),
        trends(gathered, drawn if page.trend else []),
        rows(gathered, shown),
        texts("in words", facts),
        *(table(part, behind) for part, behind in _tables(page)),
    )


def _tables(page: UnitPage) -> Iterator[tuple[str, Table]]:
    if page.parts:
        yield "mix or mind", page.parts.drawing.table
    if page.questions:
        yield "question", page.questions.table
    for part, group in (("leaders and front line", page.gap), ("time here", page.time_here)):
        if group:
            yield part, group.drawing.table
