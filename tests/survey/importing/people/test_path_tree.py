import pytest

from tests.survey.importing.people.company import company, person, plan, refusals

HERE = company(person("1", "Meridian/Delivery/Onboarding Europe"), person("2", "Meridian/Sales/North"))


def test_units_above_others_are_units_too() -> None:
    done = plan("id,unit\n1,Meridian/Sales/North\n2,Meridian\n")

    assert done.units_added == (("Meridian",), ("Meridian", "Sales"), ("Meridian", "Sales", "North"))


def test_a_second_root_is_refused_with_both_names() -> None:
    done = plan("id,unit\n1,Meridian/A\n2,Meridian/B\n3,Merdian/A\n4,Meridian\n")

    assert refusals(done) == [
        (4, "Merdian/A", "Another root than “Meridian” (line 2 and others: 3 rows). Wanted: one root for all paths.")
    ]


def test_the_root_of_the_company_stays() -> None:
    done = plan("id,unit\n1,Meridian Group/Sales\n2,Meridian Group\n", HERE)

    assert [wanted for _, _, wanted in refusals(done)] == [
        "Another root than “Meridian”. Wanted: one root for all paths."
    ] * 2


def test_a_delta_names_units_that_are_there() -> None:
    done = plan("id,unit\n3,Meridian/Delivery/Onbording Europe\n", HERE, is_full=False)

    assert refusals(done) == [
        (2, "Meridian/Delivery/Onbording Europe", "No such unit. Nearest: “Meridian/Delivery/Onboarding Europe”.")
    ]


@pytest.mark.parametrize("unit", ["Meridian/sales/North", "Meridian/Sales/Nor th"])
def test_a_delta_refuses_another_way_to_write_a_unit(unit: str) -> None:
    done = plan(f"id,unit\n3,{unit}\n", HERE, is_full=False)

    assert refusals(done) == [(2, unit, "No such unit. Nearest: “Meridian/Sales/North”.")]


def test_blanks_around_names_do_not_matter() -> None:
    assert plan("id,unit\n3,Meridian /Sales/ North \n", HERE, is_full=False).joins[0].after.unit[-1] == "North"


@pytest.mark.parametrize(
    ("unit", "near"), [("Meridian/sales", "Meridian/Sales"), ("Meridian/Sales/Nortth", "Meridian/Sales/North")]
)
def test_a_full_load_asks_about_a_new_unit_that_is_nearly_a_known_one(unit: str, near: str) -> None:
    text = f"id,unit\n1,Meridian/Delivery/Onboarding Europe\n2,Meridian/Sales/North\n3,{unit}\n"

    assert plan(text, HERE).warnings == (f"“{unit}” (line 4) is nearly “{near}”: is it another unit?",)


@pytest.mark.parametrize("other", ["Onboarding 12", "Finance", "Desk 1"])
def test_units_that_differ_in_more_than_writing_are_not_asked_about(other: str) -> None:
    here = company(person("1", "Meridian/Onboarding 11"))

    assert not plan(f"id,unit\n1,Meridian/Onboarding 11\n2,Meridian/{other}\n", here).warnings


def test_many_nearly_equal_units_are_told_in_a_few_lines() -> None:
    rows = "".join(f"{n},Meridian/Unit {n}\n{n + 100},Meridian/unit {n}\n" for n in range(30))

    warnings = plan(f"id,unit\n{rows}").warnings

    assert (len(warnings), warnings[-1]) == (21, "10 more units are nearly named like another.")


def test_a_unit_may_be_called_by_its_name_where_one_only_has_it() -> None:
    assert plan("id,unit\n3,North\n", HERE, is_full=False).joins[0].after.unit == ("Meridian", "Sales", "North")


def test_a_name_two_units_have_is_not_enough() -> None:
    here = company(person("1", "Meridian/Sales/North"), person("2", "Meridian/Support/North"))

    assert len(refusals(plan("id,unit\n3,North\n", here, is_full=False))) == 1


def test_a_row_without_a_unit_is_refused() -> None:
    assert refusals(plan("id,unit\n1,Meridian\n2,\n")) == [
        (3, "", "No unit. Wanted: a path such as Company/Division/Team.")
    ]


def test_who_has_left_needs_no_unit() -> None:
    assert not plan("id,unit,left_on\n1,Meridian,\n2,,2020-01-01\n").faults


def test_a_delta_without_a_unit_leaves_people_where_they_are() -> None:
    done = plan("id,unit,name\n2,,Bo\n", HERE, is_full=False)

    assert (done.faults, done.moves, len(done.changes)) == ((), (), 1)


def test_a_path_with_a_fault_is_told_once() -> None:
    assert [line for line, _, _ in refusals(plan("id,unit\n1,Meridian\n2,Meridian//x\n"))] == [3]
