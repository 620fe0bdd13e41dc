"""What cannot be read gets one clear line that says where."""

from pathlib import Path

import pytest

from survey.importing.table import open_sources
from tests.survey.importing.reading import Read, Refusal

HEADER = "wave,unit,person,item,value\n"


def test_a_missing_column_is_named(refusal: Refusal) -> None:
    assert refusal("wave,unit,persn,item,value\n1,Co,p,q,3\n") == [
        "a.csv:1: got the columns wave, unit, persn, item, value; wanted a column 'person'"
    ]


def test_a_column_of_the_map_that_is_not_there_is_named(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co,p,q,3\n", survey_map="[columns]\nitem = 'question'\n") == [
        "a.csv:1: got the columns wave, unit, person, item, value; wanted a column 'question' (the map's item)"
    ]


def test_a_value_off_the_scale_is_told_with_its_line(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co,p1,q1,3\n1,Co,p2,q1,6\n") == ["a.csv:3: got 6 for item 'q1'; wanted 1 to 5"]


def test_a_value_that_is_no_number_is_told_beside_those_off_the_scale(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co,p1,q1,inf\n1,Co,p2,q1,0.5\n1,Co,p3,q1,x\n") == [
        "a.csv:2: got 'inf' as the value; wanted a number, or nothing where it is missing",
        "a.csv:3: got 0.5 for item 'q1'; wanted 1 to 5",
        "a.csv:4: got 'x' as the value; wanted a number, or nothing where it is missing",
    ]


def test_lines_count_what_stands_in_the_file(refusal: Refusal) -> None:
    text = 'wave,unit,person,item,value\n1,"Co\nmpany",p1,q1,3\n\n1,Co,p2,q1,7\n'

    assert refusal(text) == ["a.csv:5: got 7 for item 'q1'; wanted 1 to 5"]


def test_a_line_of_the_second_file_is_told_there(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co,p1,q1,3\n", HEADER + "2,Co,p1,q1,0\n") == [
        "b.csv:2: got 0 for item 'q1'; wanted 1 to 5"
    ]


def test_two_answers_of_one_person_to_one_item_in_one_wave_are_refused(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co,p1,q1,3\n1,Co,p2,q1,3\n1,Co,p1,q1,4\n") == [
        "a.csv:4: got a second answer of person 'p1' to item 'q1' in wave '1'; wanted one"
    ]


def test_a_person_in_two_units_in_one_wave_is_refused(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,Co/A,p1,q1,3\n1,Co/B,p1,q2,3\n") == [
        "a.csv:3: got person 'p1' in unit 'Co/B' and in another one in wave '1'; wanted one unit of a person in a wave"
    ]


@pytest.mark.parametrize("date", ["2024-13-01", "2024-02-30", "soon", "01/02/2024"])
def test_a_date_among_dates_that_does_not_parse_is_refused(refusal: Refusal, date: str) -> None:
    lines = refusal(HEADER + f"2024-01-01,Co,p1,q1,3\n2024-02-01,Co,p1,q1,3\n{date},Co,p1,q1,3\n")

    assert lines == [f"a.csv:4: got {date!r} as the wave; wanted an ISO date (2024, 2024-05, 2024-05-31)"]


@pytest.mark.parametrize("cell", ['"3"é', '"3" é', '"3"xé', '"3"é"', '""é'])
def test_a_cell_that_goes_on_behind_its_quotation_marks_is_refused(refusal: Refusal, cell: str) -> None:
    (line,) = refusal(HEADER + f'1,Co,p1,q1,3\n"1","Co","p2","q1",{cell}\n')

    assert line.startswith("a.csv:3: got a cell that goes on behind its quotation marks")


def test_a_quotation_mark_within_a_cell_is_none(read: Read) -> None:
    assert read(HEADER + '1,"Co ""é"" 5",p1,q1,3\n2,"Co ""é"" 5",p1,q1,3\n').units == ('Co "é" 5',)


def test_a_row_without_wave_or_unit_is_refused(refusal: Refusal) -> None:
    assert refusal(HEADER + ",Co,p1,q1,3\n1,,p1,q1,3\n1,A//B,p1,q1,3\n") == [
        "a.csv:2: got no wave; wanted a number",
        "a.csv:3: got no unit; wanted a path Company/Division/Team without empty names",
        "a.csv:4: got 'A//B' as the unit; wanted a path Company/Division/Team without empty names",
    ]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "a.csv:1: got an empty file; wanted a header and rows"),
        (HEADER.encode(), "a.csv:1: got a header without rows; wanted rows below it"),
        (HEADER.encode() + b"1,Co,p1,q1,\n", "a.csv: got no answer that is not missing; wanted at least one"),
        (
            HEADER.encode() + b",,,,\n",
            "a.csv: got no row that holds anything and that the map keeps; wanted at least one",
        ),
        (b"wave,wave\n1,1\n", "a.csv:1: got the column 'wave' twice; wanted each column once"),
        (b"PAR1 and no more", "a.csv: got a Parquet file that is damaged; wanted a whole one"),
    ],
)
def test_a_file_without_answers_is_refused(refusal: Refusal, data: bytes, line: str) -> None:
    assert refusal(data) == [line]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (
            HEADER.encode() + b"1,Co,p1,q1,3\n1,M\xfcnchen,p2,q1,3\n",
            "a.csv:3: got bytes that are not UTF-8 (1,M\\xfcnchen,p2,",
        ),
        (HEADER.encode("utf-16"), "a.csv:1: got bytes that are not UTF-8 (UTF-16"),
        (b"w\xe4ve,unit\n", "a.csv:1: got bytes that are not UTF-8 (w\\xe4ve"),
        (HEADER.encode() + b"1,Co,p1,q1,3\n1,Co,p1,q1,3,4\n", "a.csv:3: got 6 fields; wanted 5"),
        (HEADER.encode() + b'1,"Co,p1,q1,3\n', "a.csv:2: got a quotation mark without its partner"),
    ],
)
def test_broken_text_is_refused_where_it_breaks(refusal: Refusal, data: bytes, line: str) -> None:
    assert refusal(data)[0].startswith(line)


def test_many_bad_rows_are_counted_after_the_twentieth(refusal: Refusal) -> None:
    lines = refusal(HEADER + "".join(f"1,Co,p{row},q1,9\n" for row in range(1200)))

    assert len(lines) == 21
    assert lines[0].startswith("a.csv:2:")
    assert lines[-1] == "… and 1,180 more"


def test_an_unknown_key_of_the_map_is_refused_with_its_line(refusal: Refusal) -> None:
    assert refusal(HEADER, survey_map="[scale]\nlow = 0\nhihg = 5\n") == [
        "map.toml:3: got the unknown key 'scale.hihg'; wanted one of low, high, kind, reversed"
    ]


@pytest.mark.parametrize(
    ("survey_map", "part"),
    [
        ("[scale]\nlow = 5\nhigh = 1\n", "low 5 is not below high 1"),
        ("[items.q1]\nhigh = 1\n", "item 0 runs from 1.0 to 1.0"),
        ("[scale\n", "text that is no TOML"),
        ("[waves]\nbin = 'day'\n", "'week', 'month', 'quarter' or 'year'"),
        ("[scales.a]\nitems = ['q1']\n[scales.b]\nitems = ['q1']\n", "in the scales 'a' and 'b'"),
        ("[scales.a]\nitems = ['nobody']\n", "no item of the files in any scale"),
    ],
)
def test_a_map_that_cannot_hold_is_refused(refusal: Refusal, survey_map: str, part: str) -> None:
    assert part in refusal(HEADER + "1,Co,p1,q1,3\n", survey_map=survey_map)[0]


UNITS_MAP = "[units]\nfile = 'units.csv'\nparent = 'parent'\n"


def test_a_unit_that_is_its_own_ancestor_is_refused(refusal: Refusal) -> None:
    assert refusal(HEADER + "1,a,p1,q1,3\n", survey_map=UNITS_MAP, units="id,parent\nc,\na,b\nb,a\n") == [
        "units.csv:3: got the unit 'a' below 'b', which makes it its own ancestor; wanted a parent above it",
        "units.csv:4: got the unit 'b' below 'a', which makes it its own ancestor; wanted a parent above it",
    ]


def test_a_table_that_knows_no_unit_of_the_file_is_refused(refusal: Refusal) -> None:
    lines = refusal(HEADER + "1,zz,p1,q1,3\n", survey_map=UNITS_MAP, units="id,parent\nc,\n")

    assert lines == ["map.toml: got no unit of the table, but 'zz' and others; wanted ids of units.csv, column 'id'"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="got no file that can be read"):
        open_sources([tmp_path / "nothing.csv"])
