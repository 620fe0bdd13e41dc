import pytest

from survey.importing.people.columns import ALIASES, Columns, match_columns
from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.folding import folded
from survey.importing.people.table import PeopleTable


def matched(header: str, mapping: dict[str, str] | None = None) -> Columns:
    titles = tuple(header.split(","))
    return match_columns(PeopleTable("people.csv", 1, titles, ((2, [""] * len(titles)),)), mapping)


def refusal(header: str, mapping: dict[str, str] | None = None) -> str:
    with pytest.raises(UnreadablePeople) as raised:
        matched(header, mapping)
    return str(raised.value)


def test_no_alias_means_two_things() -> None:
    names = [folded(alias) for ours, aliases in ALIASES.items() for alias in (ours, *aliases)]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "header",
    ["Employee ID,Full Name,E-Mail,Department", "PERSONALNUMMER,Name,e_mail,Abteilung", "Matricule,Nom,Courriel,Unité"],
)
def test_names_other_systems_use_are_understood(header: str) -> None:
    assert matched(header).place == {"id": 0, "name": 1, "mail": 2, "unit": 3}


def test_letters_with_separate_accents_are_understood() -> None:
    assert matched("id,Unite\u0301").place == {"id": 0, "unit": 1}


def test_columns_that_are_not_read_are_named() -> None:
    assert matched("id,unit,Cost centre,Salary").notes == ("Columns that are not read: “Cost centre”, “Salary”.",)


def test_a_path_goes_before_a_manager() -> None:
    found = matched("id,unit,manager")

    assert (found.by_manager, len(found.notes)) == (False, 1)


def test_managers_are_enough() -> None:
    assert matched("id,manager").by_manager


def test_a_mapping_says_what_no_alias_can() -> None:
    assert matched("pers,cc,mail", {"id": "Pers", "unit": "CC"}).title == {"id": "pers", "unit": "cc", "mail": "mail"}


def test_a_mapped_column_is_not_taken_for_another() -> None:
    found = matched("id,Team,Department", {"unit": "Department", "name": "Team"})

    assert found.place == {"id": 0, "unit": 2, "name": 1}


def test_a_mapping_to_nothing_leaves_a_column_out() -> None:
    assert "mail" not in matched("id,unit,mail", {"mail": ""}).place


def test_our_own_name_goes_before_an_alias() -> None:
    assert matched("id,unit,Team").place["unit"] == 1


def test_two_columns_that_may_be_meant_are_refused() -> None:
    assert refusal("id,Department,Team") == (
        "people.csv:1: got the columns “Department” and “Team”; wanted a mapping that says which is unit"
    )


def test_all_that_is_missing_is_told_with_what_was_found() -> None:
    lines = refusal("Ref,Mail").splitlines()

    assert [line.split("; wanted ")[1].split(",")[0] for line in lines] == [
        "a column id",
        "a column unit with paths such as Company/Division/Team",
    ]
    assert all("got the columns “Ref”, “Mail”" in line for line in lines)


@pytest.mark.parametrize(
    ("mapping", "got"),
    [
        ({"salary": "x"}, "got a mapping of “salary”; wanted one of id, name"),
        ({"unit": "Squad"}, "got no such column: “id”, “unit”, “Unit”; wanted one column “Squad” for unit"),
        ({"unit": "unit"}, "got 2 columns named so"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(mapping: dict[str, str], got: str) -> None:
    assert got in refusal("id,unit,Unit", mapping)
