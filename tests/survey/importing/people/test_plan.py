from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.survey.importing.people.company import (
    NOBODY,
    TODAY,
    applied,
    company,
    person,
    plan,
    refusals,
    staff,
)

FULL = """id,name,mail,unit,hired_on,left_on,level,country,language,time_zone
1,Lea,lea@x.example,Meridian,2020-01-01,,executive,FR,fr,Europe/Paris
2,Bo,bo@x.example,Meridian/Sales,2027-01-01,2028-01-01,lead,,,
3,Cy,,Meridian/Sales/North,,,,,,
4,Dy,dy@x.example,Meridian/Sales/North,2010-01-01,2020-01-01,,,,
"""


def rows(*keys: object, unit: str = "Meridian/Sales") -> str:
    return "id,unit\n" + "".join(f"{key},{unit}\n" for key in keys)


def test_a_joiner_gets_what_the_file_does_not_say_from_the_company() -> None:
    after = plan(rows("7")).joins[0].after

    assert after == replace(person("7"), name="7", mail=None)


def test_a_plan_made_again_after_it_was_applied_changes_nothing() -> None:
    first = plan(FULL)
    again = plan(FULL, applied(first, NOBODY), on=TODAY + timedelta(days=3))

    assert (len(first.joins), first.n_gone) == (3, 1)
    assert (again.steps, again.units_added, again.units_emptied, again.n_unchanged) == ((), (), (), 3)
    assert again.is_applicable


def test_who_is_missing_in_a_full_load_leaves_on_that_day() -> None:
    done = plan(rows(*range(1, 20)), staff(20))

    assert [(step.key, step.line, step.after.left_on) for step in done.leaves] == [("20", 0, TODAY)]
    assert (done.n_unchanged, done.n_before, done.n_after) == (19, 20, 19)


def test_who_is_missing_in_a_delta_stays() -> None:
    assert not plan(rows("1"), staff(3), is_full=False).steps


def test_who_has_left_does_not_leave_again() -> None:
    here = company(person("1"), person("2", left_on=TODAY))

    assert not plan(rows("1"), here).steps


def test_a_day_of_leaving_that_has_come_is_a_leave() -> None:
    done = plan("id,unit,left_on,name\n1,,2026-11-16,New\n", staff(20), is_full=False)

    assert [step.after for step in done.leaves] == [replace(person("1"), left_on=TODAY)]


def test_a_day_of_leaving_that_is_to_come_is_stored() -> None:
    done = plan("id,unit,left_on\n1,Meridian/Sales,2026-11-17\n", staff(20), is_full=False)

    assert [(change.field, change.new) for change in done.changes[0].changes] == [("left_on", date(2026, 11, 17))]
    assert not done.leaves


def test_another_day_of_leaving_corrects_the_one_known() -> None:
    here = company(person("1", left_on=date(2026, 1, 1)), person("2"))
    done = plan("id,unit,left_on\n1,,2026-02-01\n", here, is_full=False)

    assert [(step.kind, step.after.left_on) for step in done.steps] == [("stays", date(2026, 2, 1))]
    assert (done.n_before, done.n_after) == (1, 1)


def test_an_empty_day_of_leaving_takes_it_back() -> None:
    here = company(person("1", left_on=date(2027, 1, 1)))

    assert plan("id,unit,left_on\n1,Meridian/Sales,\n", here).changes[0].after.left_on is None
    assert not plan(rows("1"), here).steps


def test_who_had_left_and_is_named_again_comes_back() -> None:
    here = company(person("1", left_on=date(2026, 1, 1)), person("2"))
    done = plan(rows("1", "2"), here)

    assert [(step.key, step.after.left_on) for step in done.comes_back] == [("1", None)]
    assert (done.n_before, done.n_after) == (1, 2)


def test_somebody_moves_and_changes_level_in_one_step() -> None:
    done = plan("id,unit,level\n1,Meridian/Support,lead\n2,Meridian/Sales,\n", staff(2))

    assert len(done.steps) == len(done.moves) == len(done.changes) == 1
    assert [(change.field, change.old, change.new) for change in done.steps[0].changes] == [
        ("level", "front_line", "lead")
    ]


def test_a_column_the_file_has_not_changes_nothing() -> None:
    here = company(person("1", level="lead", country="SE", hired_on=date(2020, 1, 1)))

    assert plan(rows("1"), here).n_unchanged == 1


def test_an_empty_cell_changes_nothing_but_the_mail_address() -> None:
    here = company(person("1", level="lead", country="SE", hired_on=date(2020, 1, 1)))
    text = "id,unit,name,mail,level,country,language,time_zone,hired_on\n1,Meridian/Sales,,,,,,,\n"

    assert [(change.field, change.new) for change in plan(text, here).steps[0].changes] == [("mail", None)]


def test_units_are_added_and_emptied() -> None:
    done = plan(rows("1", "2", unit="Meridian/Support/Night"), staff(2))

    assert done.units_added == (("Meridian", "Support"), ("Meridian", "Support", "Night"))
    assert done.units_emptied == (("Meridian", "Sales"),)


def test_a_unit_that_had_nobody_is_not_emptied() -> None:
    here = replace(staff(2), units={("Meridian",), ("Meridian", "Sales"), ("Meridian", "Later")})

    assert not plan(rows("1", "2"), here).units_emptied


@pytest.mark.parametrize(("n_left", "is_applicable", "n_warnings"), [(10, True, 0), (11, False, 1)])
def test_more_than_a_tenth_leaving_asks(n_left: int, is_applicable: bool, n_warnings: int) -> None:  # noqa: FBT001 -- a column of the table
    done = plan(rows(*range(n_left + 1, 101)), staff(100))

    assert (done.is_applicable, done.needs_confirmation, len(done.warnings)) == (
        is_applicable,
        not is_applicable,
        n_warnings,
    )
    assert not done.faults


def test_half_the_company_leaving_is_refused_until_it_is_confirmed() -> None:
    text = rows(*range(51, 101))

    assert [(line, got) for line, got, _ in refusals(plan(text, staff(100)))] == [(0, "50 of 100 (50.0\xa0%) leave")]
    assert plan(text, staff(100), confirmed_leavers=True).is_applicable


def test_the_first_import_asks_about_nobody() -> None:
    assert plan(rows(1, 2)).is_applicable


def test_a_row_that_cannot_be_used_makes_nobody_leave() -> None:
    done = plan("id,unit,level\n1,Meridian/Sales,boss\n2,Meridian/Sales,\n", staff(2))

    assert (len(done.faults), done.steps, done.is_applicable) == (1, (), False)


def test_faults_come_in_the_order_of_lines() -> None:
    done = plan("id,unit,mail,level\n1,Meridian,a@x.example,\n1,Meridian,,\n2,,A@x.example,boss\n")

    assert [line for line, _, _ in refusals(done)] == [2, 2, 3, 4, 4, 4]
