import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
import xlsxwriter

from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.table import PeopleTable, read_table


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        fill(book)
    return content.getvalue()


def sheet(rows: list[list[object]], first_row: int = 0) -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet("People")
        for number, row in enumerate(rows, start=first_row):
            page.write_row(number, 1, row)

    return workbook(fill)


def repacked(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def read(content: bytes) -> PeopleTable:
    return read_table(content, "people.xlsx")


def test_ids_are_numbers_without_a_decimal_point() -> None:
    table = read(sheet([["id", "level"], [1042, 2.5], ["0042", True]]))

    assert table.rows == ((2, ["1042", "2.5"]), (3, ["0042", "True"]))


def test_dates_are_read_as_dates() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, ["id", "hired", "seen"])
        page.write_string(1, 0, "1")
        page.write_datetime(1, 1, datetime(2020, 1, 5), book.add_format({"num_format": "dd.mm.yyyy"}))  # noqa: DTZ001 -- a cell has no zone
        page.write_datetime(1, 2, datetime(2020, 1, 5, 9, 30), book.add_format({"num_format": "dd.mm.yyyy hh:mm"}))  # noqa: DTZ001 -- same

    assert read(workbook(fill)).rows == ((2, ["1", "2020-01-05", "2020-01-05 09:30:00"]),)


def test_rows_keep_their_number_in_the_sheet() -> None:
    table = read(sheet([["id"], [1], [""], [2]], first_row=3))

    assert (table.header_line, [line for line, _ in table.rows]) == (4, [5, 7])


def test_the_first_sheet_that_can_be_seen_is_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Secret").hide()
        for name in ("People", "Notes"):
            book.add_worksheet(name).write_column(0, 0, ["id", name])
        book.get_worksheet_by_name("People").activate()

    table = read(workbook(fill))

    assert table.rows == ((2, ["People"]),)
    assert table.notes == ("The sheet “People” was read; “Notes” not.",)


@pytest.mark.parametrize("limit", ["MOST_UNPACKED", "MOST_PARTS"])
def test_a_workbook_that_unpacks_to_too_much_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"survey.importing.people.archive.{limit}", 5)

    with pytest.raises(UnreadablePeople, match="unpacks to too much"):
        read(sheet([["id"], [1]]))


def test_a_workbook_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = repacked(sheet([["id"], [1]]), "xl/worksheets/sheet1.xml", lambda part: part + b" " * 3_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    lying = content.replace(true, (100).to_bytes(4, "little"))
    monkeypatch.setattr("survey.importing.people.archive.MOST_UNPACKED", 1_000_000)

    with pytest.raises(UnreadablePeople, match="unpacks to too much"):
        read(lying)


def test_a_lonely_cell_in_the_last_corner_makes_no_room_for_all_others() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write_column(0, 0, ["id", "1"])
        page.write(1_048_575, 16_383, "x")

    with pytest.raises(UnreadablePeople, match="a sheet that spans 17,179,869,184 cells"):
        read(workbook(fill))


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("people.csv", "id\n1\n")

    with pytest.raises(UnreadablePeople, match=r"an archive that is no \.xlsx workbook"):
        read(content.getvalue())


def test_an_odd_compression_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(UnreadablePeople, match="a damaged workbook"):
        read(content.getvalue())


def test_a_workbook_in_which_nothing_can_be_seen_is_refused() -> None:
    hidden = repacked(
        sheet([["id"], [1]]), "xl/workbook.xml", lambda part: part.replace(b"<sheet ", b'<sheet state="hidden" ')
    )

    with pytest.raises(UnreadablePeople, match="a workbook without a sheet that can be seen"):
        read(hidden)


def test_a_broken_sheet_is_refused() -> None:
    content = repacked(sheet([["id"], [1]]), "xl/workbook.xml", lambda part: part[:200])

    with pytest.raises(UnreadablePeople, match="a workbook that cannot be read"):
        read(content)
