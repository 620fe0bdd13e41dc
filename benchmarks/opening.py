"""`./run bench opening`: a wave of a hundred thousand people opens, to the last mail that is laid out."""

import argparse
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from benchmarks.submit.command import stores_on
from survey.db import Stores, open_stores
from survey.queries import invited, programme, staff
from survey.queries.people import live_tree
from survey.questionnaires.reading import our_file
from survey.scheduling.plan import Plan
from survey.schema import upgrade_all
from survey.services.programme import By, create_programme
from survey.services.upcoming import next_wave
from survey.services.waves.opening import open_wave
from tests.survey.factories import add_company

PEOPLE = 100_000
TEAM = 20
DIVISIONS = 100
MOST_SECONDS = 60.0
STARTS = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 1, tzinfo=UTC)


def measure(words: Sequence[str] = ()) -> bool:
    """Print the seconds; true if each database stays below the bound."""
    parser = argparse.ArgumentParser(prog="./run bench opening", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, metavar="N", help="people who are asked")
    people = parser.parse_args(list(words)).people
    met = [_measured(database, people) <= MOST_SECONDS for database in ("sqlite", "postgresql")]
    print(f"\nat most {MOST_SECONDS:.0f} s: {'met' if all(met) else 'MISSED'}")
    return all(met)


def _measured(database: str, people: int) -> float:
    with stores_on(database) as settings:
        stores = open_stores(settings)
        upgrade_all(stores)
        _hire(stores, people)
        begun = time.perf_counter()
        wave = _open(stores)
        seconds = time.perf_counter() - begun
        with stores.company.read() as session:
            n_asked = invited.count_invited(session, wave)
        stores.dispose()
    print(f"{database:12}{n_asked:>9,} invitations made and their mails laid out in {seconds:5.1f} s")
    return seconds


def _hire(stores: Stores, people: int) -> None:
    """Teams of twenty under a hundred divisions."""
    since = STARTS - timedelta(days=400)
    with stores.company.write() as session:
        add_company(session, divisions=DIVISIONS, teams=max(1, people // TEAM // DIVISIONS), people_per_team=0)
        tree = live_tree(session, STARTS)
        teams = sorted(set(tree) - {node.parent for node in tree.values()})
        staff.add_people(session, [_person(number) for number in range(1, people + 1)])
        ids = staff.ids_of(session, [f"P{number}" for number in range(1, people + 1)])
        members = [
            {"person_id": id_, "unit_id": teams[at % len(teams)], "from_on": since}
            for at, id_ in enumerate(ids.values())
        ]
        staff.add_memberships(session, members)
        plan = Plan(rule="monthly", starts_on=STARTS)
        create_programme(session, plan, questionnaire=our_file(), with_module=False, by=By(None, NOW))


def _person(number: int) -> dict[str, str]:
    return {
        "key": f"P{number}",
        "name": f"Person {number}",
        "mail": f"person.{number}@meridian.example",
        "level": "front_line",
        "language": "en",
        "time_zone": "UTC",
    }


def _open(stores: Stores) -> int:
    with stores.company.read() as session:
        plan = programme.current_programme(session)
        dates = plan and next_wave(session, plan)
    if not dates:
        raise LookupError("the programme that was created has no wave")
    return open_wave(stores, dates=dates, now=NOW).id
