"""What a map makes of a file."""

from tests.survey.importing.reading import Read, answers_of, rows_of

HEADER = "wave,unit,person,item,value\n"
SMALL = HEADER + "1,Co/A/x,p1,q1,4\n1,Co/B,p2,q1,2\n2,Co/A/x,p1,q1,3\n2,Co/A/x,p1,q2,5\n"
WIDE = "id,t,bn,co,q1,q2\n1,0,7,A,3,\n2,0,7,B,4,2\n1,1,7,A,2,1\n"
WIDE_MAP = """
[columns]
person = "id"
wave = "t"
unit = ["bn", "co"]
items = ["q2", "q1"]
"""


def test_a_wide_file_is_read_item_by_item(read: Read) -> None:
    found = read(WIDE, survey_map=WIDE_MAP)

    assert found.units == ("7", "7/A", "7/B")
    assert rows_of(found) == {
        ("0", 0, "7/A", "q1", 3),
        ("0", 1, "7/B", "q1", 4),
        ("0", 1, "7/B", "q2", 2),
        ("1", 0, "7/A", "q1", 2),
        ("1", 0, "7/A", "q2", 1),
    }


def test_a_map_may_state_what_holds_for_all_rows_and_filter_rows(read: Read) -> None:
    found = read(
        "q1,status\n3,done\n4,broken\n5,done\n1,test\n",
        survey_map='[columns]\nitems = ["q1"]\n[constants]\nwave = "2024"\nunit = "Co"\nperson = ""\n'
        '[rows]\nstatus = ["done", "test"]\n[leave_out]\nq1 = 1\n',
    )

    assert answers_of(found).value.tolist() == [3, 5]
    assert (found.waves, found.units) == (("2024",), ("Co",))


def test_a_row_of_a_wide_file_without_persons_is_one_person(read: Read) -> None:
    survey_map = '[columns]\nitems = ["q1", "q2"]\n[constants]\nwave = "1"\nunit = "Co"\n'
    found = read("q1,q2\n3,4\n5,1\n", survey_map=survey_map)

    assert rows_of(found) == {
        ("1", p, "Co", q, v) for p, q, v in [(0, "q1", 3), (0, "q2", 4), (1, "q1", 5), (1, "q2", 1)]
    }
    assert "Each row is taken as a person of its own: nothing links answers over the waves." in found.warnings


def test_settings_of_an_item_go_before_its_scale_and_that_before_the_default(read: Read) -> None:
    found = read(
        SMALL + "2,Co/B,p2,q3,9\n",
        survey_map="[scale]\nhigh = 7\n[scales.s]\nitems = ['q1', 'q2']\nhigh = 6\n"
        "[items.q1]\nhigh = 5\nreversed = true\n",
    )

    assert found.instrument.high.tolist() == [5, 6]
    assert found.instrument.reversed.tolist() == [True, False]
    assert "Items in no scale of the map, left out: q3." in found.warnings
