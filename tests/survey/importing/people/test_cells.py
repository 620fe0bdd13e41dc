from datetime import date

import pytest

from survey.importing.people.people_file import read_people_file
from survey.importing.people.person_row import PeopleRows, PersonRow


def read(column: str, *cells: str) -> PeopleRows:
    rows = "".join(f"{number}\tMeridian\t{cell}\n" for number, cell in enumerate(cells, start=1))
    return read_people_file(f"id\tunit\t{column}\n{rows}".encode(), "people.csv")


def value(column: str, cell: str) -> object:
    people = read(column, cell)
    assert not people.faults
    return getattr(people.rows[0], column)


def wrong(column: str, *cells: str) -> list[str]:
    return [fault.wanted for fault in read(column, *cells).faults]


def test_a_row_is_read_with_its_line() -> None:
    text = "id,name,mail,unit,hired_on,left_on,level,country,language,time_zone\n"
    text += " 7 , Lea Moreau,lea@x.example,Meridian / Sales,2020-01-31,2027-01-01,lead,FR,fr,Europe/Paris\n"

    assert read_people_file(text.encode(), "people.csv").rows == (
        PersonRow(
            2, "7", "Lea Moreau", "lea@x.example", ("Meridian", "Sales"), "", date(2020, 1, 31), date(2027, 1, 1),
            "lead", "FR", "fr", "Europe/Paris",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["2020-02-13", "13.02.2020", "13.2.2020", "13/02/2020", "02/13/2020", "20200213", "2020-02-13T00:00:00"],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert value("hired_on", text) == date(2020, 2, 13)


@pytest.mark.parametrize(
    ("texts", "day"),
    [(["13/02/2020", "01/02/2020"], date(2020, 2, 1)), (["02/13/2020", "01/02/2020"], date(2020, 1, 2))],
)
def test_one_date_tells_the_order_of_its_column(texts: list[str], day: date) -> None:
    assert read("hired_on", *texts).rows[1].hired_on == day


def test_a_column_that_does_not_tell_day_from_month_is_refused() -> None:
    faults = read("hired_on", "01/02/2020", "05/05/2020").faults

    assert [(fault.line, fault.got, fault.column) for fault in faults] == [(2, "01/02/2020", "hired_on")]
    assert faults[0].wanted == "Day or month first? No date of the column tells. Wanted: YYYY-MM-DD."


def test_a_column_of_both_orders_is_refused() -> None:
    assert (
        wrong("hired_on", "13/02/2020", "02/13/2020")
        == ["Some dates of the column have the day first, some the month. Wanted: YYYY-MM-DD."] * 2
    )


@pytest.mark.parametrize("text", ["2026-13-04", "soon", "45", "1.2.20", "31.04.2020", "99/99/2020", "2020-02-13 09:30"])
def test_what_is_no_date_is_refused(text: str) -> None:
    assert wrong("hired_on", text) == ["Not a date. Wanted: YYYY-MM-DD."]


def test_a_year_nobody_works_in_is_refused() -> None:
    assert wrong("hired_on", "0200-01-01")[0].startswith("Not a year between 1900 and 2199.")


def test_nobody_leaves_before_the_first_day() -> None:
    people = read_people_file(b"id,unit,hired_on,left_on\n1,M,2020-01-02,2020-01-01\n", "people.csv")

    assert [(fault.column, fault.wanted) for fault in people.faults] == [
        ("left_on", "Before the first day, 2020-01-02. Wanted: a later day.")
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [("front_line", "front_line"), ("Front Line", "front_line"), ("Führungskraft", "lead"), ("Chef d’équipe", "lead"),
     ("Vorstand", "executive"), ("DIRECTEUR", "executive"), ("empleada", "front_line")],
)  # fmt: skip
def test_levels_are_understood_in_four_languages(text: str, level: str) -> None:
    assert value("level", text) == level


@pytest.mark.parametrize(("text", "zone"), [("Europe/Paris", "Europe/Paris"), ("america/new york", "America/New_York")])
def test_time_zones_are_those_of_the_tz_database(text: str, zone: str) -> None:
    assert value("time_zone", text) == zone


def test_the_nearest_time_zone_is_suggested() -> None:
    assert wrong("time_zone", "Europe/Stockhlm")[0].endswith("Nearest: “Europe/Stockholm”.")


@pytest.mark.parametrize(
    ("text", "tag"), [("de", "de"), ("pt_br", "pt-BR"), ("zh-hans-CN", "zh-Hans-CN"), ("Deutsch", "de")]
)
def test_languages_are_tags_or_names(text: str, tag: str) -> None:
    assert value("language", text) == tag


@pytest.mark.parametrize(("text", "code"), [("SE", "SE"), ("gb", "GB"), ("Deutschland", "DE"), ("España", "ES")])
def test_countries_are_codes_or_names(text: str, code: str) -> None:
    assert value("country", text) == code


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("level", "boss"), ("time_zone", "+01:00"), ("time_zone", "localtime"), ("country", "EU"), ("country", "USA"),
        ("language", "xx"), ("language", "de-"), ("mail", "lea"), ("mail", "lea@x"), ("mail", "a@b@x.example"),
        ("mail", "Lea <lea@x.example>"), ("mail", "lea..m@x.example"), ("mail", "lea@x.example, bo@x.example"),
        ("mail", '"lea@x.example\nBcc: all@x.example"'), ("name", '"Lea\nMoreau"'), ("name", "a\u202eb"),
        ("name", "a\x1b[31m"), ("name", "x" * 201), ("time_zone", "x" * 101), ("manager", "1,2E+05"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_what_is_wanted(column: str, text: str) -> None:
    assert [sentence.count("Wanted: ") for sentence in wrong(column, text)] == [1]


@pytest.mark.parametrize("text", ["lea.moreau+x@mail.x.example", "o'neil@x.example", "a@xn--bcher-kva.xn--p1ai"])
def test_mail_addresses_are_taken_as_they_are(text: str) -> None:
    assert value("mail", text) == text


def test_a_row_without_an_id_is_refused() -> None:
    faults = read_people_file(b"ID,unit,name\n,Meridian,Bo\n", "people.csv").faults

    assert [(fault.line, fault.column, fault.got) for fault in faults] == [(2, "ID", "")]


def test_an_id_a_spreadsheet_has_rounded_is_refused() -> None:
    faults = read_people_file(b"id,unit\n1.23457E+11,Meridian\n", "people.csv").faults

    assert faults[0].wanted == "A number the spreadsheet has rounded. Wanted: the id as text."


def test_what_was_got_is_shown_without_what_a_terminal_would_obey() -> None:
    fault = read("name", "\x1b[2J" + "x" * 300).faults[0]

    assert fault.got == "⟨U+001B⟩[2J" + "x" * 76 + "…"


def test_suggestions_end_before_nonsense_costs_much() -> None:
    zones = [f"Europe/Stockhol{number}" for number in range(30)]

    assert sum("Nearest" in sentence for sentence in wrong("time_zone", *zones)) == 20
