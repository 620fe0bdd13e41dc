"""The brief as it is read: every sentence of the page, in the reader's language."""

from dataclasses import dataclass

from dashboards.board.brief.facts import Facts, facts_of
from dashboards.board.brief.foot import caption, foot
from dashboards.board.brief.labels import words
from dashboards.board.brief.parts import Part, parts_of
from dashboards.board.brief.pictures import has_dots
from dashboards.board.source import Board, Source
from dashboards.board.told import alarms, below, opening
from dashboards.board.told.telling import Telling
from dashboards.board.values import Found, ReplyOwed
from dashboards.wording.voice import Voice

SHORTEST_LIST = 2
LATEST = 4
"""Moments that are listed while nothing slides."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with sentences, as points of a list if there are several of a kind, or with terms and their texts."""

    heading: str
    sentences: list[str]
    points: bool = False
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """`alert` is the first that nobody has acknowledged, `sliding` the units that slide; both for the links below."""

    board: Board
    heading: str
    lead: str
    also: tuple[str, ...]
    wave: str
    parts: list[Part]
    caption: str
    columns: list[Column]
    foot: str
    words: dict[str, str]
    rounds: list[tuple[int, str]]
    alert: int | None
    sliding: tuple[Found, ...]
    can_reply: bool


def brief_of(source: Source, board: Board, voice: Voice) -> Brief:
    telling, facts = Telling(voice, board), facts_of(source, board)
    parts, axis = parts_of(telling, facts)
    several = len(facts.open) >= opening.NAMED
    also = [*(facts.open if several else facts.open[1:]), *facts.recovered]
    waiting = [one.alert for one in facts.open if one.state == "open" and one.alert is not None]
    return Brief(
        board=board,
        heading=opening.heading(telling, facts.company),
        lead=opening.lead(telling, facts.company, facts.divisions),
        also=tuple(alarms.also(telling, one) for one in also),
        wave=_wave(telling),
        parts=parts,
        caption=caption(telling, axis, has_dots=has_dots(board)) if any(part.drawing for part in parts) else "",
        columns=_columns(telling, facts),
        foot=foot(telling, facts),
        words=words(voice, facts, is_list=several),
        rounds=_rounds(telling),
        alert=waiting[0] if waiting else None,
        sliding=facts.open,
        can_reply=facts.reply.can_be_written,
    )


def _wave(telling: Telling) -> str:
    board, voice = telling.board, telling.voice
    return voice.text(
        "Round %(number)s, %(month)s. Published on %(day)s.",
        number=board.wave.number,
        month=voice.month(board.wave.opened_on),
        day=voice.dated(board.published_at.date(), "day of year"),
    )


def _columns(telling: Telling, facts: Facts) -> list[Column]:
    text, first = telling.voice.text, facts.open[0] if facts.open else None
    if first:
        look = Column(text("Look at next"), below.look_at(telling, first, facts.gap), points=True)
    else:
        moments = [below.moment(telling, one) for one in facts.board.events[-LATEST:]]
        said = moments or [text("No moment has been put on the timeline.")]
        look = Column(text("Under way in the company"), said, points=len(moments) >= SHORTEST_LIST)
    not_known = below.not_known(telling, facts.company, facts.divisions, first)
    return [look, Column(text("What we do not know"), [" ".join(not_known)]), _reply(telling, facts.reply)]


def _reply(telling: Telling, reply: ReplyOwed) -> Column:
    text = telling.voice.text
    said = ((text("You said"), reply.heard), (text("We did"), reply.done), (text("Not done"), reply.not_done))
    sentences = [one for one in (below.reply_owed(telling, reply), below.belief(telling, reply)) if one]
    terms = tuple((label, words) for label, words in said if words) if reply.is_written else ()
    return Column(text("After the last round"), sentences, terms=terms)


def _rounds(telling: Telling) -> list[tuple[int, str]]:
    """The round before and the one after, as far as there are any."""
    board, voice = telling.board, telling.voice
    around = [board.waves[-2].number] if len(board.waves) > 1 else []
    around += [board.wave.number + 1] if board.wave.number < board.newest else []
    return [(one, voice.text("Round %(number)s", number=one)) for one in around]
