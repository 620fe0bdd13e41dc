"""People files: CSV and workbooks, read and planned against a company."""

from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.people_file import read_people_file
from survey.importing.people.plan import plan_import
from survey.importing.people.summary import plan_sentences
from survey.importing.people.wording import plan_lines
from tests.fuzz.changes import bytes_like, encoded, repacked, tables
from tests.fuzz.trying import times, try_all
from tests.survey.importing.people.company import TODAY, company, person
from tests.survey.importing.people.test_workbook import sheet

HERE = company(person("1"), person("2", "Meridian/Sales/North"), person("3", left_on=TODAY))
HEADER = ["id", "name", "mail", "unit", "manager", "hired_on", "left_on", "level", "country", "language", "time_zone"]
ROWS = [
    ["1", "Ada", "1@x.example", "Meridian/Sales", "", "2020-01-02", "", "lead", "SE", "de", "Europe/Paris"],
    ["2", "Bo", "2@x.example", "Meridian/Sales/North", "1", "01/02/2020", "", "front_line", "", "en", "UTC"],
    ["4", "Cy", "", "Meridian/New", "2", "", "2026-11-30", "executive", "DE", "", ""],
]
WORKBOOK = sheet([HEADER, *ROWS])


def read(content: bytes) -> None:
    plan = plan_import(read_people_file(content, "p.csv"), HERE, is_full=True, on=TODAY, confirmed_leavers=True)
    assert all(isinstance(line.cells(), tuple) for line in plan_lines(plan))
    plan_sentences(plan, smallest=5)


@times(20_000)
def test_a_table_of_people_is_read_or_refused(n: int) -> None:
    try_all(encoded(tables(HEADER, ROWS)), read, UnreadablePeople, n=n)


@times(10_000)
def test_a_workbook_of_people_is_read_or_refused(n: int) -> None:
    try_all(repacked(WORKBOOK) | bytes_like(WORKBOOK), read, UnreadablePeople, n=n)
