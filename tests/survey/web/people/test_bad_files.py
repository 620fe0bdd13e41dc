"""Files as they come: wrong, broken, hostile, too large. Each is told, and none changes anything."""

import csv
from io import BytesIO, StringIO

import pytest
import xlsxwriter
from flask import Flask

from survey.web.uploads import LARGEST_FILE
from tests.survey.web.people.conftest import DRY_RUN, PAGE, Office
from tests.survey.web.visitor import Visitor

HEAD = "id,name,unit\n"
TEAM = "Meridian/Division 1/Team 1.1"
UNREADABLE = "This file cannot be read; nothing has been changed."


def workbook(*rows: tuple[str, ...]) -> bytes:
    held = BytesIO()
    with xlsxwriter.Workbook(held, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "empty.csv", "empty.csv: got an empty file"),
        (HEAD.encode(), "header.csv", "got a header without rows"),
        ((HEAD + f"X1,Zoé,{TEAM}").encode("utf-16-le"), "old.csv", "got a NUL character"),
        (b"\x89PNG\r\n\x1a\n\0\0", "photo.png", "got a NUL character"),
        (b"PK\x03\x04 cut off", "broken.xlsx", "got a damaged workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked.xlsx", "got an Excel file with a password, or an old .xls"),
        (HEAD.encode() + b'X1,"never closed,\n', "quote.csv", "got a quotation mark that is never closed"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(office: Office, content: bytes, name: str, told: str) -> None:
    page = office.choose(content, name)

    assert (page.status_code, UNREADABLE in page.text, told in page.text) == (200, True, True)


def test_an_old_encoding_is_read_and_pointed_out(office: Office) -> None:
    page = office.choose((HEAD + f"X1,Zoé,{TEAM}").encode("cp1252"))

    assert "Zoé" in page.text
    assert "it was read as Windows-1252. Look at a name with an accent before you apply it." in page.text


def test_a_workbook_named_csv_is_read_as_what_it_is(office: Office) -> None:
    page = office.choose(workbook(("id", "name", "unit"), ("X1", "Lea", TEAM)), "people.csv")

    assert "1 person joins" in page.text


def test_a_file_without_a_header_is_asked_about(office: Office) -> None:
    page = office.choose(f"X1,Lea,{TEAM}\nX2,Leo,{TEAM}\n".encode())

    assert "Say which column holds what" in page.text


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (f"{HEAD}X1,Lea,{TEAM}\nX1,Leo,{TEAM}\n", "Also on line 2. Wanted: one row per person."),
        ("id,name,manager\nX1,Lea,X2\nX2,Leo,X1\n", "manager"),
        (f"{HEAD}X1,Lea,{TEAM},surplus\n", "A cell beyond the header. Wanted: 3 cells."),
    ],
)
def test_rows_that_cannot_be_used_are_told_one_by_one(office: Office, rows: str, told: str) -> None:
    page = office.choose(rows.encode(), kind="full")

    assert "cannot be used; nothing has been changed." in page.text
    assert told in page.text
    assert "Apply these changes" not in page.text
    assert office.press(page, "apply", confirmed="yes").status_code in {409, 422}
    assert office.n_people() == 40


def test_four_hundred_faults_are_told_a_hundred_at_once_and_all_in_a_table(office: Office) -> None:
    page = office.choose((HEAD + "".join(f"X{number},Lea,Meridian/Nowhere\n" for number in range(400))).encode())
    table = list(csv.reader(StringIO(office.get(f"{DRY_RUN}.csv").data.decode("utf-8-sig"))))

    assert "400 of 400 rows cannot be used; nothing has been changed." in page.text
    assert page.text.count("No such unit.") == 100
    assert "300 more are in" in page.text
    assert len(table) == 401


def test_a_name_is_no_html_and_no_formula(office: Office) -> None:
    text = f'{HEAD}X1,<script>alert(1)</script>,{TEAM}\nX2,"=HYPERLINK(""x"")",{TEAM}\n'
    page = office.choose(text.encode(), "<b>people.csv")
    table = office.get(f"{DRY_RUN}.csv").text

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<b>people" not in page.text
    assert "'=HYPERLINK" in table


def test_a_name_of_a_file_loses_its_folder_and_what_cannot_be_seen(office: Office) -> None:
    page = office.choose(f"{HEAD}X1,Lea,{TEAM}\n".encode(), "/Users/ada/people\x00\u202e.csv")

    assert "people.csv, changes only" in page.text
    assert "Users" not in page.text


def test_a_file_larger_than_any_form_is_taken(office: Office) -> None:
    rows = "".join(f"X{number},Lea {'x' * 150},{TEAM}\n" for number in range(10_000))

    assert len(rows) > 1024 * 1024
    assert "10,000 people join" in office.choose((HEAD + rows).encode()).text


def test_a_file_of_21_mb_is_refused_in_words(office: Office) -> None:
    page = office.choose(b"x" * (21 * 1024 * 1024))

    assert page.status_code == 413
    assert "The file is larger than 20 MB, and was not kept." in page.text
    assert office.get(DRY_RUN).location == f"{PAGE}?said=gone"


def test_strangers_send_nothing_large(app: Flask) -> None:
    data = {"file": (BytesIO(b"x" * LARGEST_FILE), "people.csv")}

    sent = Visitor.of(app).client.post(f"{PAGE}/file", data=data)
    sent.request.input_stream.close()

    assert sent.status_code == 401
