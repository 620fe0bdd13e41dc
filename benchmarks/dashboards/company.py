"""A company with many units and waves, of which every release is put straight into the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from benchmarks.dashboards.numbers import body_of
from survey.db import Stores
from survey.models.company.people import Company, Unit
from survey.queries import closings, programme, releases, staff, waves
from survey.queries.many import insert_many
from survey.queries.people import Node, live_tree
from survey.queries.releases import ReleaseFacts
from survey.questionnaires.reading import our_file
from survey.scheduling.plan import Plan
from survey.services.programme import By, create_programme

STARTS = date(2026, 1, 5)
LONG_AGO = date(2020, 1, 6)
SPREAD = {"learning": 18.0, "customer_truth": 17.5, "equal_say": 19.0}
PER_EPOCH = 12


@dataclass(frozen=True, slots=True)
class Size:
    """`children` are those of the company, and of each unit down to the third level."""

    people: int
    units: int
    waves: int
    children: int = 20


def settle(stores: Stores, size: Size) -> None:
    """Units, people, a programme, and every wave with its release."""
    with stores.company.write() as session:
        session.add(Company(id=1, name="Meridian", language="en", time_zone="UTC", contact="hr@meridian.example"))
        for level in _levels(size):
            insert_many(session, Unit, [dict(one) for one in level])
        tree = live_tree(session, STARTS)
        _hire(session, size.people, sorted(tree.keys() - {node.parent for node in tree.values()}))
        plan = Plan(rule="monthly", starts_on=STARTS)
        made = create_programme(
            session, plan, questionnaire=our_file(), with_module=False, by=By(None, datetime(2026, 1, 5, tzinfo=UTC))
        )
    for number in range(1, size.waves + 1):
        with stores.company.write() as session:
            _wave(session, made, number, tree, size)
    _count(stores)


def _levels(size: Size) -> Iterator[list[dict[str, object]]]:
    """The tree from above, one level after the other; the first unit of each has four times as many below it."""
    above, number = [0], 1
    yield [_unit(1, None)]
    above = [1]
    while number < size.units:
        level: list[dict[str, object]] = []
        for at, parent in enumerate(above):
            n_below = size.children * (4 if at == 0 and parent != 1 else 1)
            level += [_unit(number + len(level) + 1 + one, parent) for one in range(n_below)]
        level = level[: size.units - number]
        yield level
        number += len(level)
        above = [int(str(one["id"])) for one in level]


def _unit(number: int, parent: int | None) -> dict[str, object]:
    return {"id": number, "parent_id": parent, "name": f"Unit {number}", "added_on": LONG_AGO}


def _hire(session: Session, n: int, teams: list[int]) -> None:
    keys = [f"P{number}" for number in range(1, n + 1)]
    shared = {"level": "front_line", "language": "en", "time_zone": "UTC"}
    staff.add_people(session, [{"key": one, "name": one, "mail": f"{one}@meridian.example", **shared} for one in keys])
    ids = staff.ids_of(session, keys).values()
    belongings = [
        {"person_id": id_, "unit_id": teams[at % len(teams)], "from_on": LONG_AGO} for at, id_ in enumerate(ids)
    ]
    staff.add_memberships(session, belongings)


def _wave(session: Session, made: int, number: int, tree: dict[int, Node], size: Size) -> None:
    opens_on = date(2026 + (number - 1) // 12, (number - 1) % 12 + 1, 5)
    last_day = opens_on + timedelta(days=11)
    epoch = programme.epoch(session, programme=made, number=(number - 1) // PER_EPOCH + 1) or programme.add_epoch(
        session, programme=made, number=(number - 1) // PER_EPOCH + 1, begun_on=opens_on
    )
    wave = waves.add_wave(
        session,
        state="closed",
        programme_id=made,
        epoch_id=epoch.id,
        number=number,
        opens_on=opens_on,
        last_day=last_day,
        opens_at=datetime.combine(opens_on, time(8), UTC),
        closes_at=datetime.combine(last_day, time(23), UTC),
        is_last_of_epoch=number % PER_EPOCH == 0,
        k=5,
        questionnaire="aloft-1",
        closed_at=datetime.combine(last_day, time(23, 5), UTC),
    )
    waves.freeze_tree(session, wave, tree)
    closings.add_closing(session, wave=wave, n_asked=size.people, n_answered=size.people * 7 // 10)
    releases.add(session, _facts(wave, number, opens_on, size), body_of(number, tree, size.people))


def _facts(wave: int, number: int, opens_on: date, size: Size) -> ReleaseFacts:
    """The hashes are none: nobody checks the chain here."""
    return ReleaseFacts(
        number=number,
        wave_id=wave,
        version=1,
        kind="closed",
        label=str(number),
        measured_on=opens_on,
        k=5,
        n_asked=size.people,
        n_answered=size.people * 7 // 10,
        spread=SPREAD,
        certificate={"verdict": "proved", "method": "cuts/1", "k": 5, "groups_shown": 9, "groups_large_enough": 9},
        made_at=datetime.combine(opens_on + timedelta(days=12), time(1), UTC),
        previous_hash=(number - 1).to_bytes(32),
        entry_hash=number.to_bytes(32),
        health={"trend": {principle: {"wander": 2.25, "shock": 0.25} for principle in SPREAD}},
    )


def _count(stores: Stores) -> None:
    """PostgreSQL counts its rows by itself after a while; here it is told to."""
    if stores.company.engine.dialect.name == "postgresql":
        with stores.company.write() as session:
            session.execute(text("ANALYZE"))
