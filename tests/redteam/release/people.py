"""A made-up company in the stores: a tree of any depth, uneven teams, people who come, move and leave in clusters."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from sqlalchemy.orm import Session

from survey.models.company.people import Company, Membership, Person, Unit
from tests.survey.factories import let_leave, move_person

LONG_AGO = date(2020, 1, 6)
LEVELS = ("front_line", "lead", "executive")
LEVEL_SHARES = (0.87, 0.1, 0.03)
YEARS_HERE = (0.4, 2.0, 6.0, 14.0)
YEARS_SHARES = (0.2, 0.25, 0.3, 0.25)


@dataclass
class Town:
    """The units, by id, with the id of the one above; and who works where."""

    above: dict[int, int | None]
    rng: np.random.Generator
    works_in: dict[int, int] = field(default_factory=dict)

    @property
    def teams(self) -> list[int]:
        return sorted(set(self.above) - set(self.above.values()))


def found(session: Session, rng: np.random.Generator, *, people: int, depth: int) -> Town:
    """A company of so many people, whose tree is at most so deep."""
    session.add(Company(id=1, name="Meridian", language="en", time_zone="UTC", contact="hr@meridian.example"))
    town = Town(_tree(rng, people=people, depth=depth), rng)
    for unit, above in town.above.items():
        session.add(Unit(id=unit, parent_id=above, name=f"Unit {unit}", added_on=LONG_AGO))
        session.flush()
    places = _places(town, people)
    for number, unit in enumerate(places, start=1):
        _hire(session, town, number, unit=unit, since=LONG_AGO)
    session.flush()
    return town


def change(session: Session, town: Town, *, on: date) -> None:
    """Some leave, some move, and a cluster joins one team."""
    rng, staff = town.rng, sorted(town.works_in)
    n_some = max(1, len(staff) // 40)
    chosen = [int(one) for one in rng.choice(staff, size=2 * n_some, replace=False)]
    for person in chosen[:n_some]:
        let_leave(session, person, on=on)
        del town.works_in[person]
    for person in chosen[n_some:]:
        unit = int(rng.choice(town.teams))
        if unit != town.works_in[person]:
            move_person(session, person, unit=unit, on=on)
            town.works_in[person] = unit
    team = int(rng.choice(town.teams))
    first = session.query(Person).count() + 1
    for number in range(first, first + int(rng.integers(1, 9))):
        _hire(session, town, number, unit=team, since=on)


def _tree(rng: np.random.Generator, *, people: int, depth: int) -> dict[int, int | None]:
    """Units are hung below others until there is about one for every nine people."""
    above: dict[int, int | None] = {1: None}
    level = {1: 0}
    for unit in range(2, 2 + max(2, people // 9)):
        can = [one for one in above if level[one] < depth]
        weight = np.array([1.0 if one == 1 else 1.5 + level[one] for one in can])
        parent = int(rng.choice(can, p=weight / weight.sum()))
        above[unit], level[unit] = parent, level[parent] + 1
    return above


def _places(town: Town, people: int) -> list[int]:
    """Most people in teams of uneven size, a few in the units above them."""
    units = [unit for unit in town.above if unit != 1]
    is_team = np.isin(units, town.teams)
    weight = town.rng.gamma(3.0, size=len(units)) * np.where(is_team, 1.0, 0.15)
    return [int(unit) for unit in town.rng.choice(units, size=people, p=weight / weight.sum())]


def _hire(session: Session, town: Town, number: int, *, unit: int, since: date) -> None:
    rng = town.rng
    years = float(rng.choice(YEARS_HERE, p=YEARS_SHARES))
    session.add(
        Person(
            id=number,
            key=f"P{number:04d}",
            name=f"Person {number}",
            mail=f"person.{number}@meridian.example",
            level=str(rng.choice(LEVELS, p=LEVEL_SHARES)),
            language="en",
            time_zone="UTC",
            hired_on=None if rng.random() < 0.01 else since if since > LONG_AGO else _years_ago(years),
        )
    )
    session.flush()
    session.add(Membership(person_id=number, unit_id=unit, from_on=since))
    town.works_in[number] = unit


def _years_ago(years: float) -> date:
    return date(2026, 1, 5) - timedelta(days=round(365.25 * years))
