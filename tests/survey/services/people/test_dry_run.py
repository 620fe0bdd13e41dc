"""A file waits, is looked at, and does what was looked at or nothing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from survey.db import Stores
from survey.jobs.files import HANDLERS
from survey.jobs.worker import Worker
from survey.models.company.waiting import WaitingFile
from survey.queries import people, staff
from survey.services.people.dry_run import Look, Outcome, apply_waiting, look_at, mark_of
from survey.services.people.importing import Load
from survey.services.people.waiting import keep_file, kept_file, say_columns
from tests.survey.company import add_account
from tests.survey.services.programmes import start

NOW = datetime(2026, 1, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
NEW = Load(content=b"id,unit,name\nX1,Meridian/Division 1/Team 1.1,Lea\n", name="new.csv", is_full=False)
ODD = replace(NEW, content=b"Nr,unit\nX1,Meridian/Division 1/Team 1.1\n")


@pytest.fixture
def company(stores: Stores) -> Stores:
    start(stores)
    add_account(stores, "ada@meridian.example", "hr")
    add_account(stores, "ben@meridian.example", "hr")
    return stores


def look(stores: Stores, load: Load, now: datetime = NOW) -> Look:
    with stores.company.write() as session:
        keep_file(session, load, account=1, now=now)
        return look_at(session, load, now=now)


def apply(stores: Stores, seen: str, *, account: int = 1, now: datetime = NOW, is_confirmed: bool = False) -> Outcome:
    with stores.company.write() as session:
        return apply_waiting(session, account=account, seen=seen, is_confirmed=is_confirmed, now=now)


def mark(stores: Stores, load: Load) -> str:
    plan = look(stores, load).plan
    assert plan
    return mark_of(plan)


def n_people(stores: Stores) -> int:
    with stores.company.read() as session:
        return len(people.belonging_on(session, NOW.date()))


def n_waiting(stores: Stores) -> int:
    with stores.company.read() as session:
        return session.query(WaitingFile).count()


def test_what_was_looked_at_is_applied_and_the_file_is_gone(company: Stores) -> None:
    seen = mark(company, NEW)

    assert apply(company, seen) is Outcome.APPLIED
    assert (n_people(company), n_waiting(company)) == (41, 0)
    assert apply(company, seen) is Outcome.GONE


def test_a_company_that_has_changed_is_looked_at_anew(company: Stores) -> None:
    seen = mark(company, NEW)
    with company.company.write() as session:
        staff.change_person(session, 1, name="Somebody else")
    still_the_same = mark(company, NEW)
    with company.company.write() as session:
        staff.add_people(session, [{"key": "X1", "name": "L", "level": "lead", "language": "en", "time_zone": "UTC"}])

    assert seen == still_the_same
    assert apply(company, seen) is Outcome.OTHERWISE
    assert n_people(company) == 40


def test_a_file_chosen_meanwhile_is_not_taken_for_the_one_looked_at(company: Stores) -> None:
    seen = mark(company, NEW)
    look(company, replace(NEW, content=NEW.content.replace(b"Lea", b"Leo")))

    assert apply(company, seen) is Outcome.OTHERWISE


def test_a_file_waits_for_the_one_who_chose_it_alone(company: Stores) -> None:
    seen = mark(company, NEW)

    assert apply(company, seen, account=2) is Outcome.GONE
    assert n_waiting(company) == 1


def test_a_file_waits_for_an_hour(company: Stores) -> None:
    seen = mark(company, NEW)

    assert apply(company, seen, now=LATER) is Outcome.GONE


def test_a_file_nobody_came_back_for_is_taken_away(company: Stores) -> None:
    look(company, NEW)
    now = LATER - timedelta(seconds=1)
    worker = Worker(company, HANDLERS, clock=lambda: now)
    worker.run_all()
    before = n_waiting(company)
    now = LATER
    worker.run_all()

    assert (before, n_waiting(company)) == (1, 0)


def test_half_the_company_leaves_only_if_somebody_says_so(company: Stores) -> None:
    seen = mark(company, replace(NEW, is_full=True))

    assert apply(company, seen) is Outcome.UNCONFIRMED
    assert n_people(company) == 40
    assert apply(company, seen, is_confirmed=True) is Outcome.APPLIED
    assert n_people(company) == 1


def test_a_row_that_cannot_be_used_stops_the_file(company: Stores) -> None:
    seen = mark(company, replace(NEW, content=NEW.content + b"X2,Meridian/Nowhere,Leo\n"))

    assert apply(company, seen, is_confirmed=True) is Outcome.UNCONFIRMED


def test_what_a_file_calls_its_columns_is_kept_when_it_is_applied(company: Stores) -> None:
    before = look(company, ODD)
    with company.company.write() as session:
        say_columns(session, {"id": "Nr"}, account=1)
        load = kept_file(session, account=1, now=NOW)
        assert load
        after = look_at(session, load, now=NOW)
    assert after.plan
    apply(company, mark_of(after.plan))

    assert (before.header, before.columns, before.plan) == (("Nr", "unit"), {"unit": "unit"}, None)
    assert look(company, ODD).plan


def test_what_is_no_table_has_no_header(company: Stores) -> None:
    found = look(company, replace(NEW, content=b""))

    assert (found.header, found.problems) == (
        (),
        ("new.csv: got an empty file; wanted a header, and a row per person below it",),
    )


def test_a_second_click_is_no_fault(company: Stores) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: look(company, NEW), range(8)))

    assert all(one.plan for one in found)
    assert n_waiting(company) == 1
