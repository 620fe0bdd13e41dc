"""A people file becomes people, units, and a history of both."""

from datetime import UTC, date, datetime

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.models.company.people import Company
from survey.queries import audit, people, staff
from survey.services.people.importing import Load, apply_plan, current_company, plan_of_file

JANUARY = date(2026, 1, 5)
MARCH = date(2026, 3, 2)
HEAD = "id,name,mail,unit,level,time_zone,hired_on"
ANN = "p1,Ann,ann@meridian.example,Meridian/Sales/North,front_line,Europe/Berlin,2020-01-01"
BEN = "p2,Ben,ben@meridian.example,Meridian/Sales/South,lead,Asia/Tokyo,2021-01-01"
CEM = "p3,Cem,,Meridian/Works,executive,UTC,2019-01-01"


@pytest.fixture
def company(stores: Stores) -> Stores:
    with stores.company.write() as session:
        session.add(Company(id=1, name="Meridian", language="en", time_zone="UTC", contact="hr@meridian.example"))
    load(stores, JANUARY, ANN, BEN, CEM)
    return stores


def load(stores: Stores, on: date, *rows: str, is_full: bool = True) -> None:
    content = "\n".join((HEAD, *rows)).encode()
    with stores.company.write() as session:
        plan = plan_of_file(
            session, Load(content=content, name="p.csv", is_full=is_full, confirmed_leavers=True), on=on
        )
        assert not plan.faults, plan.faults
        apply_plan(session, plan, account=None, now=datetime(2026, 3, 2, 12, tzinfo=UTC))


def where(stores: Stores, on: date) -> dict[str, str]:
    """Who is in which unit on a day."""
    with stores.company.read() as session:
        tree = people.whole_tree(session)
        keys = {row.id: row.key for row in staff.everybody(session)}
        return {keys[one.person]: tree[one.unit].name for one in people.belonging_on(session, on)}


def units(stores: Stores, on: date) -> set[str]:
    with stores.company.read() as session:
        return {node.name for node in people.live_tree(session, on).values()}


def test_a_first_file_makes_people_and_tree(company: Stores) -> None:
    assert where(company, JANUARY) == {"p1": "North", "p2": "South", "p3": "Works"}
    assert units(company, JANUARY) == {"Meridian", "Sales", "North", "South", "Works"}


def test_the_same_file_again_changes_nothing(company: Stores) -> None:
    content = f"{HEAD}\n{ANN}\n{BEN}\n{CEM}".encode()
    with company.company.read() as session:
        plan = plan_of_file(session, Load(content=content, name="p.csv"), on=MARCH)

    assert plan.steps == ()
    assert plan.n_unchanged == 3


def test_a_mover_was_where_they_were_until_they_moved(company: Stores) -> None:
    load(company, MARCH, ANN.replace("North", "South"), BEN, CEM)

    assert where(company, JANUARY)["p1"] == "North"
    assert where(company, MARCH)["p1"] == "South"


def test_a_unit_that_nobody_is_in_ends(company: Stores) -> None:
    load(company, MARCH, ANN.replace("North", "South"), BEN, CEM)

    assert "North" in units(company, JANUARY)
    assert "North" not in units(company, MARCH)


def test_who_is_not_in_a_full_file_has_left(company: Stores) -> None:
    load(company, MARCH, ANN, CEM)

    assert set(where(company, JANUARY)) == {"p1", "p2", "p3"}
    assert set(where(company, MARCH)) == {"p1", "p3"}


def test_a_delta_lets_nobody_leave(company: Stores) -> None:
    load(company, MARCH, ANN.replace("Ann", "Anna"), is_full=False)

    assert set(where(company, MARCH)) == {"p1", "p2", "p3"}


def test_who_comes_back_is_there_again(company: Stores) -> None:
    load(company, date(2026, 2, 2), ANN, CEM)
    load(company, MARCH, ANN, BEN, CEM)

    assert "p2" not in where(company, date(2026, 2, 15))
    assert where(company, MARCH)["p2"] == "South"


def test_nobody_is_there_before_their_first_day(company: Stores) -> None:
    load(company, MARCH, ANN, BEN, CEM, "p4,Dora,,Meridian/Works,lead,UTC,2026-03-16")

    assert "p4" not in where(company, MARCH)
    assert where(company, date(2026, 3, 16))["p4"] == "Works"


def test_a_plan_with_faults_is_not_written(company: Stores) -> None:
    content = f"{HEAD}\n{ANN}\n{ANN}".encode()
    with company.company.write() as session:
        plan = plan_of_file(session, Load(content=content, name="p.csv"), on=MARCH)
        with pytest.raises(NotPossible):
            apply_plan(session, plan, account=None, now=datetime(2026, 3, 2, tzinfo=UTC))

    assert plan.faults
    assert set(where(company, MARCH)) == {"p1", "p2", "p3"}


def test_the_stored_company_reads_back_as_it_was_written(company: Stores) -> None:
    with company.company.read() as session:
        stored = current_company(session, on=JANUARY)

    assert stored.people["p1"].unit == ("Meridian", "Sales", "North")
    assert stored.people["p3"].mail is None
    assert ("Meridian", "Sales") in stored.units


def test_the_log_tells_how_many_addresses_a_file_has_changed(company: Stores) -> None:
    load(company, MARCH, CEM.replace("Cem,,", "Cem,cem@meridian.example,"), is_full=False)
    with company.company.read() as session:
        entry = audit.last_entry(session)

    assert entry
    assert entry.details == {"join": 0, "leave": 0, "move": 0, "mail": 1, "rows": 1}
