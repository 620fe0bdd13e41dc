"""Small inputs that would be large, deep or long if they were believed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import read_survey
from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.people_file import read_people_file
from survey.importing.people.table import MOST_COLUMNS, read_table
from survey.importing.survey_map import load_map
from survey.questionnaires.faults import UnreadableQuestionnaire
from survey.questionnaires.reading import parse_questionnaire
from tests.fuzz.trying import counted
from tests.survey.importing.people.test_workbook import repacked, sheet

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>'.encode()
HEAD = 'code = "acme-1"\nextends = "aloft-1"\n'
TEXTS = {
    "deep lists": "a = " + "[" * 5_000 + "]" * 5_000,
    "deep tables": "a = " + "{a = " * 5_000 + "1" + "}" * 5_000,
    "a key of a hundred thousand parts": ".".join(["a"] * 100_000) + " = 1",
    "the same in a table": "x = {" + " . ".join(["'a'"] * 1_000) + " = 1}",
    "a long number": "a = " + "9" * 100_000,
    "two megabytes": "a = '" + "x" * 2_000_000 + "'",
}


def refused(read: Callable[[], object], why: type[Exception]) -> str:
    with pytest.raises(why) as raised:
        counted(read)
    return str(raised.value)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_is_too_much_is_refused_as_questionnaire_and_as_map(tmp_path: Path, text: str) -> None:
    file = tmp_path / "map.toml"
    file.write_text(text, encoding="utf-8")

    assert "wanted a questionnaire" in refused(lambda: parse_questionnaire(text, name="x"), UnreadableQuestionnaire)
    assert "wanted a map" in refused(lambda: load_map(file), UnreadableSurvey)


def test_of_a_hundred_thousand_faults_some_are_told_and_the_others_counted(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text("\n".join(f"k{number} = 1" for number in range(60_000)), encoding="utf-8")

    items = HEAD + "[[items]]\n" * 5_000

    assert "more" in refused(lambda: parse_questionnaire(items, name="x"), UnreadableQuestionnaire)
    assert len(refused(lambda: load_map(file), UnreadableSurvey).splitlines()) == 20


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_of_a_workbook_are_not_unfolded(part: str) -> None:
    content = repacked(
        sheet([["id", "unit"], ["1", "Meridian"]]),
        part,
        lambda xml: LAUGHS + xml.partition(b"?>")[2].replace(b"Meridian", b"&e29;"),
    )
    try:
        table = read_table(content, "p.xlsx")
    except UnreadablePeople:
        return
    assert sum(len(cell) for _, cells in table.rows for cell in cells) < 1_000


def test_a_workbook_that_unpacks_to_gigabytes_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 1_000)
        for number in range(7):
            archive.writestr(f"xl/{number}.xml", b"\0" * 100_000_000)
    content = out.getvalue()

    assert len(content) < 1_000_000
    assert "unpacks to too much" in refused(lambda: read_table(content, "p.xlsx"), UnreadablePeople)


def test_a_header_of_ten_thousand_columns_is_refused_or_read_in_time(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(10_000)]
    file = tmp_path / "a.csv"
    file.write_text(",".join(["wave", "unit", "person", "item", "value", *names]) + "\n1,Co,p,q,3\n", encoding="utf-8")

    told = refused(lambda: read_people_file((",".join(names) + "\n1\n").encode(), "p.csv"), UnreadablePeople)
    assert f"10,000 columns; wanted at most {MOST_COLUMNS}" in told
    counted(lambda: read_survey([file]))


def test_units_below_units_without_end_are_refused(tmp_path: Path) -> None:
    file, units, told = tmp_path / "a.csv", tmp_path / "units.csv", tmp_path / "map.toml"
    deep, chain = "/".join(["a"] * 20_000), "".join(f"u{n},u{n + 1}\n" for n in range(5_000))
    units.write_text("id,parent\n" + chain, encoding="utf-8")
    told.write_text('[units]\nfile = "units.csv"\nparent = "parent"\n', encoding="utf-8")
    for unit, survey_map in ((deep, None), ("u0", told)):
        file.write_text(f"wave,unit,person,item,value\n1,{unit},p,q,3\n", encoding="utf-8")

        refused(lambda survey_map=survey_map: read_survey([file], map_path=survey_map), UnreadableSurvey)


@pytest.mark.parametrize("value", ["1e308", "-1e308", "1e-320", "9" * 400, "NaN", "1" + "0" * 4_000])
def test_numbers_without_measure_are_refused_or_read(tmp_path: Path, value: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"wave,unit,person,item,value\n{value},Co,p,q,{value}\n", encoding="utf-8")

    assert "a.csv" in refused(lambda: read_survey([file]), UnreadableSurvey)
