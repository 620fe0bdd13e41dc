"""Units out of a table."""

from tests.survey.importing.reading import Read

HEADER = "wave,unit,person,item,value\n"
UNITS_MAP = "[units]\nfile = 'units.csv'\nparent = 'parent'\nname = 'name'\n"
TABLE = "id,parent,name\n0,,Group\n1,0,North\n2,0,South\n3,1,Sales/Service\n"


def test_a_table_names_units_by_their_full_path(read: Read) -> None:
    found = read(HEADER + "1,3,p,q,3\n1,2,r,q,3\n", survey_map=UNITS_MAP, units=TABLE)

    assert found.units == ("Group", "Group/North", "Group/South", "Group/North/Sales∕Service")
    assert found.tree.parent.tolist() == [-1, 0, 0, 1]


def test_units_nobody_answers_from_are_left_out(read: Read) -> None:
    found = read(HEADER + "1,2,r,q,3\n", survey_map=UNITS_MAP, units=TABLE)

    assert found.units == ("Group", "Group/South")


def test_siblings_of_one_name_are_told_apart_by_their_id(read: Read) -> None:
    found = read(HEADER + "1,1,p,q,3\n1,2,r,q,3\n", survey_map=UNITS_MAP, units=TABLE.replace("South", "North"))

    assert found.units == ("Group", "Group/North (1)", "Group/North (2)")


def test_answers_from_a_unit_the_table_does_not_hold_stand_below_the_root(read: Read) -> None:
    found = read(HEADER + "1,2,p,q,3\n1,77,r,q,3\n", survey_map=UNITS_MAP, units=TABLE)

    assert found.units == ("Group", "Group/77", "Group/South")
    assert any("(77; 1 in all)" in warning for warning in found.warnings)


def test_summaries_of_a_unit_the_table_does_not_hold_are_left_out(read: Read) -> None:
    found = read("wave,unit,item,mean,n\n1,2,q,3,9\n1,77,q,3,9\n", survey_map=UNITS_MAP, units=TABLE)

    assert found.panel.wave.size == 1
    assert any("their rows are left out" in warning for warning in found.warnings)


def test_a_parent_that_has_no_row_is_a_unit_at_the_top(read: Read) -> None:
    found = read(HEADER + "1,a,p,q,3\n1,b,r,q,3\n", survey_map=UNITS_MAP, units="id,parent,name\na,X,\nb,Y,\n")

    assert found.units == ("All", "X", "Y", "X/a", "Y/b")


def test_a_name_that_comes_again_below_itself_is_another_unit(read: Read) -> None:
    found = read(HEADER + "1,Co/A/Co,p,q,3\n")

    assert found.units == ("Co", "Co/A", "Co/A/Co")
    assert any(warning.endswith("not as its own ancestor: Co/A/Co.") for warning in found.warnings)
