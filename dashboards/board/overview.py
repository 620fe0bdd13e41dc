"""The overview: everything the page says, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.board import early, listing, where
from dashboards.board.answering import Answering, who_answers
from dashboards.board.boxes import Boxes, boxes
from dashboards.board.gathered import Gathered, for_overview
from dashboards.board.places import name
from dashboards.board.sheets import Sheets, sheets
from dashboards.board.sight import Sight, sight
from dashboards.board.source import Board, Source
from dashboards.board.values import PRINCIPLES, ReplyOwed, Row
from dashboards.board.wording import answering, overview, reply
from dashboards.board.wording.early import heading as early_heading
from dashboards.board.wording.early import holding as early_holding
from dashboards.board.wording.lead import SCALE, release_line, since_words, when
from dashboards.board.wording.listing import none_found, promise
from dashboards.board.wording.nothing import not_shown, not_shown_sentence, nothing_for


@dataclass(frozen=True, slots=True)
class Reply:
    belief: str
    owed: str
    button: str
    unchanged: str
    heard: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page says, from the top. `early` stands in place of `sheets` in the first quarter."""

    gathered: Gathered
    heading: str
    lead: str
    doubt: str
    sheets: Sheets | None
    early: early.Early | None
    where: where.Where | None
    boxes: Boxes | None
    entries: list[listing.Entry]
    more_entries: int
    unseen: Sight | None
    answering: Answering
    reply: Reply
    none_found: str
    promise: str
    since: str
    not_shown: str
    is_hidden: bool
    release: str


def overview_of(source: Source, board: Board, asked: where.Asked) -> Overview:
    order = _order(source, board, asked)
    shown = where.cut(order, asked.page)
    gathered = for_overview(source, board, shown)
    n_waves = len(board.waves)
    first = early.early(gathered) if early.is_early(board) else None
    entries = listing.entries(gathered)
    return Overview(
        gathered=gathered,
        heading=heading(gathered),
        lead=_lead(gathered),
        doubt="" if first or not _is_shown(gathered) else overview.doubt(gathered),
        sheets=None if first or not _is_shown(gathered) else sheets(gathered),
        early=first if _is_shown(gathered) else None,
        where=where.where(gathered, shown, asked, n_units=len(order)) if order else None,
        boxes=boxes(gathered, len(order)),
        entries=entries[: listing.MOST],
        more_entries=max(0, len(entries) - listing.MOST),
        unseen=sight(gathered),
        answering=who_answers(gathered),
        reply=_reply(gathered, source.reply(board)),
        none_found=none_found(n_waves),
        promise=promise(board.false_alarms),
        since=since_words(n_waves),
        not_shown=not_shown(board.k),
        is_hidden=not _is_shown(gathered),
        release=release_line(board),
    )


def heading(gathered: Gathered) -> str:
    board = gathered.board
    if not _is_shown(gathered):
        return f"{nothing_for(name(board, board.root), gathered.calendar.month(board.wave.number))}."
    if early.is_early(board):
        levels = sum(gathered.cell(board.root, principle) is not None for principle in PRINCIPLES)
        return early_heading(board.wave.number, len(board.waves), levels)
    return overview.heading(gathered)


def _order(source: Source, board: Board, asked: where.Asked) -> Sequence[int]:
    """All divisions in the order asked for; only the one by level asks for all their rows."""
    divisions = list(board.units[board.root].below)
    rows = source.rows(board, divisions) if asked.sort == "level" else [Row(unit, None, ()) for unit in divisions]
    return [row.unit for row in where.ordered(board, rows, asked)]


def _is_shown(gathered: Gathered) -> bool:
    return any(gathered.cell(gathered.board.root, principle) for principle in PRINCIPLES)


def _lead(gathered: Gathered) -> str:
    board = gathered.board
    parts = [f"{when(gathered.calendar, board.wave.number)}.", answering.answered(board.wave)]
    if not _is_shown(gathered):
        return " ".join([*parts, not_shown_sentence(board.k)])
    if early.is_early(board):
        parts.append(early_holding(name(board, board.root), len(board.waves)))
    return " ".join([*parts, SCALE])


def _reply(gathered: Gathered, owed: ReplyOwed) -> Reply:
    calendar = gathered.calendar
    month = calendar.month(gathered.board.wave.number)
    return Reply(
        belief=reply.belief(owed, calendar),
        owed=reply.owed(owed, month),
        button=reply.button(month) if owed.can_be_written and not owed.is_written else "",
        unchanged=reply.unchanged(calendar),
        heard=owed.heard,
    )
