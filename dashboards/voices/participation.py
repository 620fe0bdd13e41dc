"""The page on who is answering: the company wave by wave, its divisions, whether fewer and fewer do, and the silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from dashboards.board.source import Board
from dashboards.board.values import Row, Wave
from dashboards.figures.answering import answering
from dashboards.figures.drawing import Drawing, Table
from dashboards.voices import response_words as words
from dashboards.wording.numbers import SMALL_COUNT, answered, count, give_or_take, share

if TYPE_CHECKING:
    from analysis.participation import Response

FROM_LOW_TO_HIGH = 1.645
NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table; where there is no `share`, `instead` says why."""

    name: str
    asked: str
    answered: str
    share: str = ""
    half: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    """The page in the order in which it is read."""

    heading: str
    lead: str
    drawing: Drawing | None
    facts: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    silent: tuple[str, ...]


def participation(board: Board, company: Row, divisions: Sequence[Row]) -> Participation:
    """`divisions` in the tree's order."""
    known = [wave for wave in board.waves if wave.asked and wave.answered is not None]
    found = _watched(known)
    levels = [cell.level.value if cell and cell.level else None for cell in company.cells]
    return Participation(
        heading=words.heading(known, found),
        lead=words.lead(board.wave),
        drawing=_drawing(board.waves) if len(known) > 1 else None,
        facts=words.facts(known, found),
        places=(_company(board), *(_place(board.units[row.unit].name, row) for row in divisions)),
        silent=words.silent(board.wave, levels),
    )


def share_of(wave: Wave) -> float | None:
    return None if not wave.asked or wave.answered is None else wave.answered / wave.asked


def _watched(known: Sequence[Wave]) -> "Response | None":
    """None while there are too few waves."""
    from analysis.errors import InsufficientData  # noqa: PLC0415 -- weight
    from analysis.participation import watch_response  # noqa: PLC0415 -- weight

    try:
        return watch_response([wave.asked or 0 for wave in known], [wave.answered or 0 for wave in known])
    except InsufficientData:
        return None


def _drawing(waves: Sequence[Wave]) -> Drawing:
    labels, shares = [words.short(wave) for wave in waves], [share_of(wave) for wave in waves]
    rows = [
        [words.numbered(wave), _number(wave.asked), _number(wave.answered), "unknown" if part is None else share(part)]
        for wave, part in zip(waves, shares, strict=True)
    ]
    table = Table(["Wave", "Asked", "Answered", "Share"], rows[::-1])
    return Drawing("response", answering(shares, labels), words.alt(waves, shares), table)


def _company(board: Board) -> Place:
    wave = board.wave
    return _with_share(board.company, wave.asked, wave.answered)


def _place(name: str, row: Row) -> Place:
    """Somebody who answered on one principle has answered; those who did on no principle are in no number."""
    people = [cell.people for cell in row.cells if cell is not None and cell.people is not None]
    if not people:
        asked = NOT_SHOWN if row.asked is None else count(row.asked)
        return Place(name, asked, "", instead=NOT_SHOWN)
    return _with_share(name, row.asked, max(people))


def _with_share(name: str, asked: int | None, people: int | None) -> Place:
    if people is None or people < SMALL_COUNT:
        said = "" if people is None else answered(people)
        return Place(name, _number(asked), said, instead=f"not given: fewer than {SMALL_COUNT} answered")
    if not asked or asked < people:
        return Place(name, _number(asked), count(people), instead="unknown: how many were asked is not kept")
    part = people / asked
    half = give_or_take(100 * FROM_LOW_TO_HIGH * sqrt(part * (1 - part) / asked))
    return Place(name, count(asked), count(people), share(part), half)


def _number(number: int | None) -> str:
    return "unknown" if number is None else count(number)
