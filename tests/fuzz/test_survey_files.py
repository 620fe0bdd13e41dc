"""Files of other tools: answers and summaries, with maps and tables of units, for `aloft analyse` and the history."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import strategies as st

from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import read_survey
from survey.services.analyse import analyse
from tests.fuzz.changes import bytes_like, encoded, lines_like, tables
from tests.fuzz.trying import times, try_all

MOST_OF_ANALYSIS = 60_000_000

HEADER = ["wave", "unit", "person", "item", "value"]
ROWS = [
    [f"2024-0{wave}", f"Co/{'AB'[person % 2]}", f"p{person}", item, str(1 + (wave + person) % 5)]
    for wave in (1, 2, 3)
    for person in range(4)
    for item in ("q1", "q2")
]
MEANS = ["wave", "unit", "item", "mean", "n", "sd"]
SUMMARIES = [[f"{wave}", f"Co/{unit}", "q1", f"3.{wave}", "12", "0.9"] for wave in (1, 2, 3) for unit in "AB"]
MAP = """\
[columns]
value = "value"
unit = "unit"
[scale]
low = 1
high = 5
[units]
file = "units.csv"
parent = "parent"
"""
UNITS = ["id", "parent", "name"]
TREE = [["Co", "", "Co"], ["Co/A", "Co", "A"], ["Co/B", "Co", "B"], ["Co/C", "Co/B", "C"]]


def with_these(folder: Path) -> list[Path]:
    return [folder / name for name in ("a.csv", "map.toml", "units.csv")]


@pytest.mark.parametrize(("header", "rows"), [(HEADER, ROWS), (MEANS, SUMMARIES)], ids=["answers", "summaries"])
@times(8_000)
def test_a_table_is_read_or_refused(tmp_path: Path, header: list[str], rows: list[list[str]], n: int) -> None:
    file = tmp_path / "a.csv"

    def read(content: bytes) -> None:
        file.write_bytes(content)
        read_survey([file])

    try_all(encoded(tables(header, rows)), read, UnreadableSurvey, n=n)


@times(8_000)
def test_a_table_with_a_map_and_units_is_read_or_refused(tmp_path: Path, n: int) -> None:
    files = with_these(tmp_path)
    right = "\n".join(",".join(row) for row in [HEADER, *ROWS]).encode()

    def read(contents: tuple[bytes, bytes, bytes]) -> None:
        for file, content in zip(files, contents, strict=True):
            file.write_bytes(content)
        read_survey(files[:1], map_path=files[1])

    answers = st.just(right) | encoded(tables(HEADER, ROWS))
    three = st.tuples(answers, encoded(lines_like(MAP)), encoded(tables(UNITS, TREE)))
    try_all(three, read, UnreadableSurvey, n=n)


@times(5_000)
def test_a_damaged_parquet_file_is_read_or_refused(tmp_path: Path, n: int) -> None:
    file = tmp_path / "a.parquet"
    pl.DataFrame(dict(zip(HEADER, zip(*ROWS, strict=True), strict=True))).write_parquet(file)
    right = file.read_bytes()

    def read(content: bytes) -> None:
        file.write_bytes(content)
        read_survey([file])

    try_all(bytes_like(right), read, UnreadableSurvey, n=n)


@times(1_000, always=40)
def test_what_was_read_is_analysed_or_refused(tmp_path: Path, n: int) -> None:
    file = tmp_path / "a.csv"

    def read(text: str) -> None:
        file.write_text(text, encoding="utf-8", errors="replace")
        try:
            found = read_survey([file])
        except UnreadableSurvey:
            return
        analyse(found)

    try_all(tables(HEADER, ROWS) | tables(MEANS, SUMMARIES), read, ValueError, n=n, most=MOST_OF_ANALYSIS)
