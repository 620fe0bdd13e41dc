import pytest

from survey.importing.people.manager_delta import NEW_MANAGER
from tests.survey.importing.people.company import NOBODY, applied, plan, refusals

FULL = "id,name,mail,manager\n1,Ann,,\n2,Bo,bo@x.example,1\n3,Cy,,2\n4,Dy,,1\n5,Ed,,4\n6,Fi,,1\n"
HERE = applied(plan(FULL), NOBODY)


@pytest.mark.parametrize("manager", ["2", "BO@x.example"])
def test_a_joiner_is_placed_with_a_known_lead(manager: str) -> None:
    done = plan(f"id,manager\n7,{manager}\n", HERE, is_full=False)

    assert [step.after.unit for step in done.joins] == [("Meridian", "Team of Bo")]


def test_somebody_moves_from_one_lead_to_another() -> None:
    assert [step.after.unit[-1] for step in plan("id,manager\n3,4\n", HERE, is_full=False).moves] == ["Team of Dy"]


def test_a_known_person_without_a_manager_in_the_file_stays_there() -> None:
    assert not plan("id,manager\n3,\n", HERE, is_full=False).steps


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("7,", "No manager. Wanted: the id of one."),
        ("7,6", "The unit this manager leads is not known. Wanted: a full load, or paths."),
        ("2,4", "This person leads a unit, which would move with all who are in it. Wanted: a full load, or paths."),
        ("7,9", "No such person in the company."),
        ("7,8\n8,4", NEW_MANAGER),
    ],
)
def test_what_only_a_full_load_can_tell_is_refused(row: str, wanted: str) -> None:
    assert [text for _, _, text in refusals(plan(f"id,manager\n{row}\n", HERE, is_full=False))] == [wanted]


def test_a_lead_who_stays_with_the_manager_stays_in_the_own_unit() -> None:
    here = applied(plan(FULL.replace("5,Ed,,4", "5,Ed,,2").replace("4,Dy,,1", "4,Dy,,5")), NOBODY)

    assert not plan("id,manager\n5,2\n", here, is_full=False).steps


def test_who_leaves_needs_no_manager() -> None:
    assert len(plan("id,manager,left_on\n3,99,2026-01-01\n", HERE, is_full=False).leaves) == 1
