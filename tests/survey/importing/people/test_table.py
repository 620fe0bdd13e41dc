import pytest

from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.table import MOST_BYTES, read_table

TEXT = "id;name;unit\r\n1;Åsa;Meridian\r\n"


def rows(content: bytes) -> list[tuple[int, list[str]]]:
    return list(read_table(content, "people.csv").rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_a_spreadsheet_saves_is_read(encoding: str) -> None:
    assert rows(TEXT.encode(encoding)) == [(2, ["1", "Åsa", "Meridian"])]


def test_utf_16_is_read_with_its_higher_byte_first_too() -> None:
    assert rows("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be")) == [(2, ["1", "Åsa", "Meridian"])]


def test_a_guessed_encoding_is_told() -> None:
    assert "Windows-1252" in read_table(TEXT.encode("cp1252"), "people.csv").notes[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = TEXT.replace(";", delimiter)

    assert rows(text.encode()) == [(2, ["1", "Åsa", "Meridian"])]


def test_a_name_with_a_comma_does_not_hide_the_semicolon() -> None:
    table = read_table(b'"Name, given";"Unit, path";id;mail\n1;2;3;4\n', "people.csv")

    assert table.header == ("Name, given", "Unit, path", "id", "mail")


def test_the_first_line_may_say_the_delimiter() -> None:
    assert rows(b"sep=|\r\nid|name, and more, and more\r\n1|x\r\n") == [(3, ["1", "x"])]


def test_a_row_after_a_line_break_in_quotes_keeps_its_line_number() -> None:
    assert rows(b'id,name\n1,"Lea\nMoreau"\n\n2,Bo\n') == [(2, ["1", "Lea\nMoreau"]), (5, ["2", "Bo"])]


def test_old_line_ends_are_read() -> None:
    assert rows(b"id,name\r1,Bo\r2,Cy\r") == [(2, ["1", "Bo"]), (3, ["2", "Cy"])]


def test_cells_missing_at_the_end_are_empty() -> None:
    assert rows(b"id,name,unit,,\n1\n") == [(2, ["1", "", ""])]


def test_a_cell_beyond_the_header_is_a_fault_of_its_row() -> None:
    table = read_table(b"id,name\n1,Bo,,\n2,Cy,x\n", "people.csv")

    assert [(fault.line, fault.got) for fault in table.faults] == [(3, "x")]


@pytest.mark.parametrize(
    ("content", "got"),
    [
        (b"", "an empty file"),
        (b" \n\n\n", "an empty file"),
        (b"id,name\n", "a header without rows"),
        (b'id,name\n1,"Bo\n', "a quotation mark that is never closed"),
        (b"x" * 200_000, "a row that cannot be cut into cells (field larger than field limit"),
        (b'id,name\n1,"Bo"x\n', "a row that cannot be cut into cells"),
        (b"id,name\n1,\0\n", "a NUL character"),
        (TEXT.encode("utf-16-le"), "a NUL character"),
        (b"id,name\n1,\x81\n", "the byte 0x81"),
        (b"\xff\xfei", "bytes that are not utf-16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a password, or an old .xls"),
        (b"PK\x03\x04", "a damaged workbook"),
        (b"x" * (MOST_BYTES + 1), "50,000,001 bytes"),
        (b"," * 600 + b"x\n1\n", "601 columns"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, got: str) -> None:
    with pytest.raises(UnreadablePeople, match=r"people\.csv.*got .*; wanted ") as raised:
        read_table(content, "people.csv")

    assert got in raised.value.lines[0]


def test_more_rows_than_a_company_has_people_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.importing.people.table.MOST_ROWS", 2)

    with pytest.raises(UnreadablePeople, match=r":4: got more than 2 rows"):
        read_table(b"id\n1\n2\n3\n", "people.csv")


def test_the_line_of_a_broken_row_is_told() -> None:
    with pytest.raises(UnreadablePeople, match=r"people.csv:3: "):
        read_table(b'id,name\n1,Bo\n2,"Cy\n', "people.csv")
