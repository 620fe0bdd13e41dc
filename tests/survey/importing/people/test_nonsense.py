"""Whatever a file holds, it is read, or refused in our own words."""

import io
import unicodedata
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from survey.importing.people.faults import UNSEEN, UnreadablePeople, shown
from survey.importing.people.people_file import read_people_file
from survey.importing.people.plan import ImportPlan, plan_import
from survey.importing.people.summary import plan_sentences
from survey.importing.people.wording import plan_lines
from tests.survey.importing.people.company import TODAY, company, person
from tests.survey.importing.people.test_workbook import sheet

HERE = company(person("1"), person("2", "Meridian/Sales/North"), person("3", left_on=TODAY))
QUIET = settings(deadline=None)
HEADERS = ("id,unit,name,mail,hired_on,left_on", "id,manager,left_on,level", "id;manager;country;language;time_zone")
CELLS = st.one_of(
    st.sampled_from(["1", "2", "3", "4", "1@x.example", "Meridian/Sales", "Meridian/Sales/North", "Meridian", "M/x"]),
    st.sampled_from(["2020-01-02", "01/02/2020", "13/02/2020", "lead", "SE", "de", "Europe/Paris", "", "", ""]),
    st.text(max_size=12),
)
WORKBOOK = sheet([["id", "unit", "hired_on"], [1, "Meridian", 43831], ["2", "Meridian/Sales", "x"]])


def planned(content: bytes, *, is_full: bool) -> ImportPlan | None:
    try:
        people = read_people_file(content, "people.csv")
    except UnreadablePeople:
        return None
    done = plan_import(people, HERE, is_full=is_full, on=TODAY, confirmed_leavers=True)
    for line in plan_lines(done):
        assert "" not in line.cells()
    plan_sentences(done, smallest=5)
    return done


@QUIET
@given(st.binary(max_size=4_000), st.booleans())
@example(b"\xff\xfe", True)
@example(b"sep=,", False)
def test_any_bytes_are_read_or_refused(content: bytes, is_full: bool) -> None:  # noqa: FBT001 -- drawn at random
    planned(content, is_full=is_full)


@QUIET
@given(st.sampled_from(HEADERS), st.binary(max_size=4_000), st.booleans())
def test_any_bytes_below_a_header_are_read_or_refused(header: str, content: bytes, is_full: bool) -> None:  # noqa: FBT001 -- drawn at random
    planned(header.encode() + b"\n" + content, is_full=is_full)


@QUIET
@given(st.sampled_from(HEADERS), st.lists(st.lists(CELLS, max_size=6), max_size=12), st.booleans())
def test_any_table_is_planned_or_refused(header: str, cells: list[list[str]], is_full: bool) -> None:  # noqa: FBT001 -- drawn at random
    rows = [";".join(f'"{cell.replace(chr(34), chr(39))}"' for cell in row) for row in cells]

    planned("\n".join(["sep=;", header.replace(",", ";"), *rows]).encode("utf-8", "replace"), is_full=is_full)


@QUIET
@given(st.integers(0, 40), st.binary(min_size=1, max_size=40), st.floats(0, 1))
def test_any_damage_to_a_workbook_is_read_or_refused(part: int, damage: bytes, where: float) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for number, name in enumerate(names):
            content = old.read(name)
            place = int(where * len(content))
            damaged = content[:place] + damage + content[place + len(damage) :]
            new.writestr(name, damaged if number == part % len(names) else content)
    planned(out.getvalue(), is_full=True)


@QUIET
@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_to_an_archive_is_read_or_refused(place: int, damage: bytes) -> None:
    planned(WORKBOOK[:place] + damage + WORKBOOK[place + len(damage) :], is_full=False)


@QUIET
@given(st.text(max_size=90))
def test_nothing_unseen_is_told(text: str) -> None:
    assert not any(unicodedata.category(letter) in UNSEEN for letter in shown(text))
