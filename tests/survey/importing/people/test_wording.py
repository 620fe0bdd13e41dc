from datetime import date

import pytest

from survey.importing.people.spreadsheet import safe_text
from survey.importing.people.summary import plan_counts, plan_sentences
from survey.importing.people.wording import PlanLine, plan_lines
from tests.survey.importing.people.company import company, person, plan, staff, told

NEXT = "from wave 19"


def one(text: str, **known: object) -> str:
    (line,) = told(plan(text, company(person("1", **known)), is_full=False))
    return line


def test_a_row_that_cannot_be_used_says_what_is_wanted() -> None:
    assert told(plan("id,unit,started on\n1,Meridian,2026-13-04\n")) == [
        "! cannot be used | line 2 | – | started on “2026-13-04” | Not a date. Wanted: YYYY-MM-DD."
    ]


def test_a_fault_of_the_whole_file_names_no_line() -> None:
    line = told(plan("id,unit\n1,Meridian/Sales\n", staff(2)))[0]

    assert line.startswith("! cannot be used | the file | – | 1 of 2 (50.0\xa0%) leave | Half of the company or more.")


def test_a_row_without_an_id_names_the_column() -> None:
    assert told(plan("Emp ID,unit\n,Meridian\n"))[0].startswith("! cannot be used | line 2 | – | Emp ID | No id.")


def test_who_joins_is_asked_from_the_next_wave() -> None:
    assert told(plan("id,unit,name\n7,Meridian/Sales/North,Lea\n")) == [
        "+ joins | Lea | – | Sales / North, front line | Asked from wave 19."
    ]


def test_who_joins_later_is_asked_later() -> None:
    line = next(plan_lines(plan("id,unit,hired_on\n7,Meridian,2027-01-01\n")))

    assert (line.after, line.follows) == ("Meridian, front line", "Asked from the first wave after 2027-01-01.")


def test_who_comes_back_left_once() -> None:
    line = one("id,unit\n1,Meridian/Sales\n", left_on=date(2026, 1, 1))

    assert line == "+ comes back | Person 1 | left on 2026-01-01 | Sales, front line | Asked from wave 19."


def test_who_leaves_is_not_asked_any_more() -> None:
    lines = told(plan("id,unit,left_on\n1,,2026-01-01\n", staff(20), is_full=False))

    assert lines == ["− leaves | Person 1 | Sales | – | Not asked any more. Answers given stay in their waves."]


def test_who_moves_counts_in_the_new_unit() -> None:
    line = told(plan("id,unit\n1,Meridian/Support\n", staff(1)))[0]

    assert line == (
        "→ changes team | Person 1 | Sales | Support | Counts in Support from wave 19; earlier waves do not change."
    )


@pytest.mark.parametrize(
    ("column", "cell", "line"),
    [
        ("level", "lead", "level | Person 1 | Sales, front line | Sales, lead | Counts as a lead from wave 19."),
        ("mail", "n@x.example", "mail address | Person 1 | 1@x.example | n@x.example | The next mail goes there."),
        ("mail", "", "mail address | Person 1 | 1@x.example | – | Gets no mail: the link has to be given on paper."),
        ("left_on", "2027-01-01", "day of leaving | Person 1 | – | 2027-01-01 | Not asked from 2027-01-01 on."),
        ("name", "Ann", "name | Ann | Person 1 | Ann | Mails use the new name."),
        ("language", "sv", "language | Person 1 | en | sv | Mails and questions are in that language from wave 19."),
    ],
)
def test_every_change_says_what_follows(column: str, cell: str, line: str) -> None:
    assert one(f"id,unit,{column}\n1,,{cell}\n") == f"→ changes {line}"


def test_a_day_of_leaving_taken_back_is_told() -> None:
    assert one("id,unit,left_on\n1,,\n", left_on=date(2027, 1, 1)).endswith("| 2027-01-01 | – | Stays.")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_a_spreadsheet_calculates_nothing(text: str) -> None:
    assert safe_text(text) == f"'{text}"


def test_cells_of_a_line_are_safe_and_plain_texts_stay() -> None:
    line = PlanLine("+", "joins", "=HYPERLINK(1)", "–", "Sales", "Asked.")

    assert line.cells() == ("joins", "'=HYPERLINK(1)", "–", "Sales", "Asked.")


def test_numbers_above_the_dry_run_count_people() -> None:
    text = "id,unit,level,name\n1,Meridian/Support,lead,Ann\n2,Meridian/Sales,,\n3,Meridian/Sales,boss,\n9,Meridian,,\n"

    assert {what: count for count, what in plan_counts(plan(text, staff(3)))} == {
        "join": 1, "come back": 0, "leave": 0, "change team": 1, "change level": 1, "change something else": 1,
        "unchanged": 1, "row cannot be used": 1,
    }  # fmt: skip


def test_what_it_does_to_the_results_is_told_in_sentences() -> None:
    rows = "".join(f"{number},Meridian/{'Brand' if number < 7 else 'Sales'}\n" for number in range(2, 21))

    assert plan_sentences(plan(f"id,unit\n{rows}", staff(20)), smallest=5) == (
        "20 people become 19.",
        "1 leaves: 5.0\xa0%, not above the 10\xa0% at which an import stops and asks.",
        "New: Brand.",
    )


def test_units_that_cross_the_smallest_size_are_told() -> None:
    here = company(*(person(str(n), "Meridian/Brand" if n < 6 else "Meridian/Sales") for n in range(9)))
    done = plan("id,unit\n4,Meridian/Sales\n5,Meridian/Sales\n", here, is_full=False)

    assert plan_sentences(done, smallest=5) == (
        "9 people before and after.",
        "Too small to be shown, and counted in the unit above: Brand (6 to 4 people).",
        "Large enough to be shown: Sales (3 to 5 people).",
    )


def test_units_left_empty_are_told() -> None:
    done = plan("id,unit\n1,Meridian/Support\n2,Meridian\n", staff(2))

    assert plan_sentences(done, smallest=5)[1:] == ("New: Support.", "Empty from now on: Sales.")
