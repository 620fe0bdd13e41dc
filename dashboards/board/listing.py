"""Alerts, the watch list, and what is only a matter of who works there: the entries beside the heat map."""

from dataclasses import dataclass
from typing import Literal

from dashboards.board.findings import Mix, alarms, recovered, watched
from dashboards.board.gathered import Gathered
from dashboards.board.places import may_open
from dashboards.board.values import BandMove, Found
from dashboards.board.wording import listing as words
from dashboards.board.wording.bands import band_name, band_words
from dashboards.board.wording.principles import said
from dashboards.board.wording.units import path
from dashboards.wording.numbers import opened

MOST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    kind: Literal["alarm", "watch", "mix"]
    label: str
    state: str
    unit: int
    principle: str
    name: str
    words: str
    has_page: bool


def entries(gathered: Gathered) -> list[Entry]:
    """Alerts, the watch list and the company's bands, changes of mix, alerts that have recovered, in this order."""
    board = gathered.board
    told = [_entry(gathered, one) for one in (*alarms(board), *watched(board))]
    bands = [_band(gathered, one) for one in board.bands]
    mixed = [_mix(gathered, one) for one in gathered.mixes]
    return [*told, *bands, *mixed, *(_entry(gathered, one) for one in recovered(board))]


def _entry(gathered: Gathered, one: Found) -> Entry:
    return Entry(
        kind=one.list,
        label=words.label(gathered, one),
        state=words.state(gathered, one),
        unit=one.unit,
        principle=one.principle,
        name=_name(gathered, one.unit, one.principle),
        words=words.about(gathered, one),
        has_page=may_open(gathered.board, one.unit),
    )


def _band(gathered: Gathered, one: BandMove) -> Entry:
    return Entry(
        kind="watch",
        label="Watching",
        state=f"since about {gathered.calendar.brief(one.onset)}",
        unit=gathered.board.root,
        principle=one.principle,
        name=f"{opened(band_name(one))}, {said(one.principle)}",
        words=band_words(one),
        has_page=True,
    )


def _mix(gathered: Gathered, one: Mix) -> Entry:
    return Entry(
        kind="mix",
        label="Not a drift",
        state=f"since {gathered.calendar.brief(one.since)}",
        unit=one.unit,
        principle=one.principle,
        name=_name(gathered, one.unit, one.principle),
        words=words.mix_about(one),
        has_page=may_open(gathered.board, one.unit),
    )


def _name(gathered: Gathered, unit: int, principle: str) -> str:
    return f"{path(gathered.board, unit)}, {said(principle)}"
