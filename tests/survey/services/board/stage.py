"""A company of which some waves are published, in the hands of whoever reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from survey.db import Stores
from survey.queries import waves
from survey.queries.people import Node
from survey.queries.releases import Body, Level, Row
from survey.services.board import ReleaseSource
from survey.services.release.chain import Contents, publish
from survey.services.release.reader import Reader
from tests.survey.company import DELIVERY, MERIDIAN, NAMES, NORTH, NOW, PARENTS, SALES, add_company
from tests.survey.releases import SPREAD
from tests.survey.web.programme.scenes import Scene, begin

HR = Reader(sees_all=True, sees_watch_list=True)
CEO = Reader(sees_all=True)
ANYBODY = Reader()
OF_NORTH = Reader(own=frozenset({NORTH}))
TREE = {unit: Node(PARENTS[unit], name) for unit, name in NAMES.items()}
PEOPLE = {MERIDIAN: 60, SALES: 30, NORTH: 12, DELIVERY: 24}


def rows_of(points: float, people: Mapping[int, int] = PEOPLE) -> list[Row]:
    """Learning in every unit, the same everywhere."""
    return [Row(unit, "", "", "learning", n, 3 * n, points) for unit, n in people.items()]


def level_of(unit: int, value: float, **more: Any) -> Level:
    return Level(unit, "learning", 80, value, value - 3, value + 3, **more)


@dataclass
class Stage:
    stores: Stores
    scene: Scene

    @classmethod
    def of(cls, stores: Stores) -> "Stage":
        add_company(stores)
        return cls(stores, begin(stores))

    def publish(self, number: int, body: Body, *, tree: Mapping[int, Node] = TREE, **changed: Any) -> None:
        """A wave of its own month, and its release."""
        wave = self.scene.wave(number, "closed", date(2024 + (number - 1) // 12, (number - 1) % 12 + 1, 3), answered=60)
        with self.stores.company.write() as session:
            waves.freeze_tree(session, wave.id, tree)
        self.correct(wave.id, body, kind="closed", version=1, **changed)

    def correct(self, wave: int, body: Body, **changed: Any) -> None:
        with self.stores.company.write() as session:
            facts = waves.wave(session, wave)
            contents = Contents(
                wave_id=wave,
                version=2,
                kind="corrected",
                label=str(facts.number),
                measured_on=facts.opens_on,
                k=5,
                n_asked=80,
                n_answered=60,
                spread=SPREAD,
                certificate={"verdict": "proved", "method": "cuts/1", "groups_shown": 7, "groups_large_enough": 8},
                body=body,
            )
            publish(session, replace(contents, **changed), now=NOW)

    def publish_all(self, points: Sequence[float], **last: Any) -> None:
        """A wave for each level; the last one with whatever else is in its body."""
        for number, value in enumerate(points, start=1):
            more = last if number == len(points) else {}
            self.publish(number, Body(rows_of(value), **more))


def reading(session: Any, reader: Reader = HR) -> ReleaseSource:
    return ReleaseSource(session, reader)
