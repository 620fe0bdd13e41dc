"""Companies for tests, as few rows as the test needs."""

from datetime import date

from sqlalchemy.orm import Session

from survey.models.company.people import Company, Membership, Person, Unit

LONG_AGO = date(2020, 1, 6)


def add_company(
    session: Session,
    *,
    divisions: int = 2,
    teams: int = 2,
    people_per_team: int = 10,
    zones: tuple[str, ...] = ("UTC",),
) -> None:
    """A company with a regular tree: unit 1 is the root, then the divisions, each followed by its teams."""
    session.add(Company(id=1, name="Meridian", language="en", time_zone="UTC", contact="hr@meridian.example"))
    session.add(Unit(id=1, parent_id=None, name="Meridian", added_on=LONG_AGO))
    session.flush()
    number = 1
    for division in range(divisions):
        above = number = number + 1
        session.add(Unit(id=above, parent_id=1, name=f"Division {division + 1}", added_on=LONG_AGO))
        session.flush()
        for team in range(teams):
            number += 1
            session.add(Unit(id=number, parent_id=above, name=f"Team {division + 1}.{team + 1}", added_on=LONG_AGO))
            session.flush()
            for _ in range(people_per_team):
                add_person(session, unit=number, zones=zones)


def add_person(session: Session, *, unit: int, since: date = LONG_AGO, zones: tuple[str, ...] = ("UTC",)) -> int:
    """The next person, with the next number in every name of theirs."""
    number = session.query(Person).count() + 1
    person = Person(
        key=f"P{number:04d}",
        name=f"Person {number}",
        mail=f"person.{number}@meridian.example",
        level=("front_line", "front_line", "front_line", "lead")[number % 4],
        language=("en", "de", "fr", "es")[number % 4],
        time_zone=zones[number % len(zones)],
        hired_on=since,
    )
    session.add(person)
    session.flush()
    session.add(Membership(person_id=person.id, unit_id=unit, from_on=since))
    session.flush()
    return person.id


def move_person(session: Session, person: int, *, unit: int, on: date) -> None:
    membership = session.query(Membership).filter_by(person_id=person, until_on=None).one()
    membership.until_on = on
    session.flush()
    session.add(Membership(person_id=person, unit_id=unit, from_on=on))
    session.flush()


def let_leave(session: Session, person: int, *, on: date) -> None:
    session.query(Membership).filter_by(person_id=person, until_on=None).one().until_on = on
    session.query(Person).filter_by(id=person).one().left_on = on
    session.flush()
