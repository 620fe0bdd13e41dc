"""The dry run in one sentence, and in tables."""

from datetime import date

import pytest

from survey.importing.people.columns import mapping_of
from survey.importing.people.groups import plan_groups
from survey.importing.people.summary import headline
from tests.survey.importing.people.company import NOBODY, company, person, plan, staff

HEADER = ("Nr", "Name", "Team", "Abteilung", "Salary")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("9,Meridian/Sales,", "1 person joins; nothing has been changed yet."),
        ("8,Meridian/Sales,\n9,Meridian/Sales,", "2 people join; nothing has been changed yet."),
        (
            "9,Meridian/Sales,\n1,Meridian/New,Ann\n2,Meridian/Sales,Ben\n3,Meridian/Sales,Cem",
            "1 person joins, 1 moves, 2 have other details; nothing has been changed yet.",
        ),
        ("1,Meridian/Sales,", "Nothing changes: the company is as the file says."),
        ("1,,\n9,Meridian,", "1 of 2 rows cannot be used; nothing has been changed."),
        (",Meridian,", "1 row cannot be used; nothing has been changed."),
    ],
)
def test_the_dry_run_in_one_sentence(rows: str, told: str) -> None:
    is_full = rows.startswith(("1,,", ","))
    current = (
        NOBODY if is_full else company(*(person(str(number)) for number in range(1, 4)), person("0", "Meridian/New"))
    )

    assert headline(plan(f"id,unit,name\n{rows}\n", current, is_full=is_full)) == told


def test_who_leaves_and_who_comes_back_is_counted_too() -> None:
    known = company(person("1"), person("2", left_on=date(2026, 1, 1)))

    told = headline(plan("id,unit\n2,Meridian/Sales\n", known, confirmed_leavers=True))
    assert told == "1 person comes back, 1 leaves; nothing has been changed yet."


def test_each_thing_that_happens_has_a_table() -> None:
    text = "id,unit,name,level\n1,Meridian/Support,Ann,lead\n9,Meridian/Sales,Zoe,\n2,Meridian/Sales,,\n"
    groups = plan_groups(plan(text, staff(3), confirmed_leavers=True), wave=19)

    told = [(group.name, group.n_people, [line.key for line in group.lines]) for group in groups]
    assert told == [
        ("join", 1, ["9"]),
        ("move", 1, ["1"]),
        ("have other details", 1, ["1", "1"]),
        ("leave", 1, ["3"]),
    ]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"id": "Nr", "name": "Name"}, {"id": "Nr"}),
        ({"unit": "Team"}, {"unit": "Team"}),
        ({"name": ""}, {"name": ""}),
        ({"mail": ""}, {}),
    ],
)
def test_a_mapping_says_no_more_than_it_must(chosen: dict[str, str], said: dict[str, str]) -> None:
    assert mapping_of(chosen, HEADER) == said
