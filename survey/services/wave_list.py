"""The waves of the programme as a table: what was asked, how many answered, what the engine found."""

from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import closings, people, releases, waves
from survey.queries.people import Node, path_upwards
from survey.queries.releases import Told
from survey.queries.waves import WaveFacts
from survey.services.release import reading
from survey.services.release.reader import Reader

OPERATOR = Reader(sees_all=True)
PLACES = ("wave", "opened", "last day", "state", "asked", "answered")
WIDTHS = (6, 12, 12, 9, 7, 10)


def lines(stores: Stores) -> Iterator[str]:
    with stores.company.read() as session:
        all_waves = waves.all_waves(session)
        tree = people.whole_tree(session)
        yield _row(PLACES)
        said: set[tuple[int, str, int]] = set()
        for wave in all_waves:
            yield _wave(session, wave)
            for told in _alarms(session, wave):
                # An alarm stands in every release from the first in which its group was large enough.
                if (key := (told.unit_id, told.principle, told.told_in)) not in said:
                    said.add(key)
                    yield " " * WIDTHS[0] + _told(told, tree)
    if not all_waves:
        yield "No wave has opened yet."


def _wave(session: Session, wave: WaveFacts) -> str:
    found = closings.closing(session, wave.id)
    # Before the close nobody learns more of an open wave than that it is open.
    counts = ("", "") if found is None else (str(found.n_asked), str(found.n_answered))
    return _row((str(wave.number), str(wave.opens_on), str(wave.last_day), wave.state, *counts))


def _alarms(session: Session, wave: WaveFacts) -> list[Told]:
    release = releases.of_wave(session, wave.id)
    found = [] if release is None else reading.told(session, reading.open_release(session, release, OPERATOR))
    return [told for told in found if told.list == "alarm"]


def _told(told: Told, tree: Mapping[int, Node]) -> str:
    path = "/".join(tree[unit].name for unit in reversed(path_upwards(tree, told.unit_id)))
    shape = "fell" if told.shape == "step" else "is sliding"
    size = "" if told.points is None else f", by {told.points:.0f} points ({told.low:.0f} to {told.high:.0f})"
    is_exact = told.onset_low == told.onset_high
    since = (
        f"since wave {told.onset}"
        if is_exact
        else f"since about wave {told.onset} ({told.onset_low} to {told.onset_high})"
    )
    return f"{path}: {told.principle} {shape} {since}{size}; evidence: {told.grade}"


def _row(cells: tuple[str, ...]) -> str:
    return "".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()
