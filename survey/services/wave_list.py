"""The waves of the programme as a table: what was asked, how many answered, what the engine found."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import closings, people, waves
from survey.queries.people import Node, path_upwards
from survey.queries.waves import WaveFacts

PLACES = ("wave", "opened", "last day", "state", "asked", "answered")
WIDTHS = (6, 12, 12, 9, 7, 10)


def lines(stores: Stores) -> Iterator[str]:
    with stores.company.read() as session:
        all_waves = waves.all_waves(session)
        tree = people.whole_tree(session)
        yield _row(PLACES)
        for wave in all_waves:
            yield from _lines_of(session, wave, tree)
    if not all_waves:
        yield "No wave has opened yet."


def _lines_of(session: Session, wave: WaveFacts, tree: Mapping[int, Node]) -> Iterator[str]:
    found = closings.closing(session, wave.id)
    # Before the close nobody learns more of an open wave than that it is open.
    counts = ("", "") if found is None else (str(found.n_asked), str(found.n_answered))
    yield _row((str(wave.number), str(wave.opens_on), str(wave.last_day), wave.state, *counts))
    for alarm in [] if found is None or found.monitor is None else found.monitor["alarms"]:
        if alarm["wave"] == wave.number:
            yield " " * WIDTHS[0] + _told(alarm, tree)


def _told(alarm: Mapping[str, Any], tree: Mapping[int, Node]) -> str:
    path = "/".join(tree[unit].name for unit in reversed(path_upwards(tree, alarm["unit"])))
    size, low, high = alarm["points"]
    shape = "fell" if alarm["shape"] == "step" else "is sliding"
    onset, first, last = alarm["onset"]
    return (
        f"{path}: {alarm['principle']} {shape} since about wave {onset} ({first} to {last}), "
        f"by {size:.0f} points ({low:.0f} to {high:.0f})"
    )


def _row(cells: tuple[str, ...]) -> str:
    return "".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()
