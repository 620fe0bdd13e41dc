"""Answers of outside files, read."""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import read_survey
from tests.survey.importing.reading import Read, answers_of, rows_of

HEADER = "wave,unit,person,item,value\n"
SMALL = HEADER + "1,Co/A/x,p1,q1,4\n1,Co/B,p2,q1,2\n2,Co/A/x,p1,q1,3\n2,Co/A/x,p1,q2,5\n"


def test_rows_keep_their_meaning(read: Read) -> None:
    found = read(SMALL)

    assert rows_of(found) == {
        ("1", 0, "Co/A/x", "q1", 4),
        ("1", 1, "Co/B", "q1", 2),
        ("2", 0, "Co/A/x", "q1", 3),
        ("2", 0, "Co/A/x", "q2", 5),
    }
    assert (found.n_rows, found.n_persons, found.scales) == (4, 2, ("all",))


def test_what_stands_above_a_unit_is_a_unit(read: Read) -> None:
    found = read(SMALL)

    assert found.units == ("Co", "Co/A", "Co/B", "Co/A/x")
    assert found.tree.parent.tolist() == [-1, 0, 0, 1]


@pytest.mark.parametrize(
    "data",
    [
        SMALL.replace(",", ";").encode(),
        SMALL.replace(",", "\t").encode(),
        b"\xef\xbb\xbf" + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n2,", "\n\n2,").encode(),
        SMALL.replace(",q1", ", q1 ").replace("unit", " unit ").encode(),
        SMALL.replace("wave,", '"wave",').replace("Co/B", '"Co/B"').encode(),
        SMALL.replace("\n1,", "\n1.0,").replace("\n2,", "\n2.0,").encode(),
    ],
    ids=["semicolon", "tab", "byte order mark", "carriage returns", "blank line", "blanks", "quoted", "floats"],
)
def test_the_dress_of_a_file_does_not_matter(read: Read, data: bytes) -> None:
    assert rows_of(read(data)) == rows_of(read(SMALL))


def test_rows_may_come_in_any_order(read: Read) -> None:
    lines = SMALL.splitlines()[1:]

    assert rows_of(read(HEADER + "\n".join(reversed(lines)))) == rows_of(read(SMALL))


def test_a_parquet_file_reads_like_the_text(read: Read, tmp_path: Path) -> None:
    frame = pl.read_csv(SMALL.encode())
    frame.with_columns(pl.col("value").cast(pl.Float32)).write_parquet(tmp_path / "a.parquet")

    assert rows_of(read_survey([tmp_path / "a.parquet"])) == rows_of(read(SMALL))


def test_types_of_a_parquet_file_become_labels(tmp_path: Path) -> None:
    columns = {"wave": [date(2024, 1, 15), date(2024, 2, 15)], "person": [7, None], "value": [4, 2]}
    frame = pl.DataFrame({**columns, "unit": ["Co", "Co"], "item": ["q", "q"]})
    frame.with_columns(pl.col("unit").cast(pl.Categorical), pl.col("value").cast(pl.Int8)).write_parquet(tmp_path / "a")

    found = read_survey([tmp_path / "a"])

    assert found.waves == ("2024-01-15", "2024-02-15")
    assert answers_of(found).person.tolist() == [0, -1]


def test_a_bad_row_of_a_parquet_file_has_a_number(tmp_path: Path) -> None:
    pl.read_csv(SMALL.replace("q2,5", "q2,6").encode()).write_parquet(tmp_path / "a")

    with pytest.raises(UnreadableSurvey, match=r"a:4: got 6 for item 'q2'; wanted 1 to 5"):
        read_survey([tmp_path / "a"])


def test_several_files_are_one_survey(read: Read) -> None:
    first, second = SMALL[: SMALL.index("2,Co")], HEADER + SMALL[SMALL.index("2,Co") :]

    assert rows_of(read(first, second)) == rows_of(read(SMALL))


def test_a_person_without_a_name_is_not_linked(read: Read) -> None:
    found = read(HEADER + "1,Co,,q1,4\n2,Co,,q1,3\n")

    assert answers_of(found).person.tolist() == [-1, -1]
    assert "not linked" in found.warnings[-1]


def test_missing_answers_are_left_out_and_counted(read: Read) -> None:
    found = read(HEADER + "1,Co,p1,q1,\n1,Co,p2,q1,NA\n1,Co,p3,q1,3\n2,Co,p1,q1,4\n")

    assert answers_of(found).value.tolist() == [3, 4]
    assert "2 of 4 answers (50 %) have no value and are left out." in found.warnings


def test_several_units_at_the_top_get_a_root(read: Read) -> None:
    found = read(HEADER + "1,A,p1,q1,4\n1,B,p2,q1,4\n2,A,p1,q1,4\n")

    assert found.units == ("All", "A", "B")
    assert found.tree.parent.tolist() == [-1, 0, 0]
    assert "The files name 2 units at the top; “All” stands above them." in found.warnings


def test_a_decimal_comma_is_read_where_it_separates_nothing_else(read: Read) -> None:
    found = read(HEADER.replace(",", ";") + "1;Co;p1;q1;3,5\n2;Co;p1;q1;4\n")

    assert answers_of(found).value.tolist() == [3.5, 4]


def test_columns_nobody_asked_for_are_said(read: Read) -> None:
    found = read("wave,unit,person,item,value,age\n1,Co,p1,q1,3,40\n2,Co,p1,q1,3,40\n")

    assert found.warnings[0] == "Columns that are not read: age."


def test_dated_rows_fall_into_bins_and_the_latest_answer_counts(read: Read) -> None:
    found = read(
        HEADER + "2024-01-03,Co/A,p1,q1,1\n2024-01-30,Co/B,p1,q1,5\n2024-03-01,Co/A,p1,q1,2\n",
        survey_map="[waves]\nbin = 'month'\n",
    )

    assert rows_of(found) == {("2024-01", 0, "Co/B", "q1", 5), ("2024-03", 0, "Co/A", "q1", 2)}
    assert np.allclose(found.times, [0, 2 / 12])
    assert "Answers that a later one in the same bin replaces: 1." in found.warnings
