"""Units of a file found among those of the company."""

from pathlib import Path

import pytest

from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import OutsideSurvey, read_survey
from survey.queries.people import Node
from survey.services.history.placing import Placed, place_units
from tests.survey.services.trees import COMPANY, LINE, NORTH, SALES, tree


def read(folder: Path, *units: str) -> OutsideSurvey:
    file = folder / "history.csv"
    file.write_text("\n".join(["wave,unit,item,mean,n", *(f"2024,{unit},Q,3,9" for unit in units)]), encoding="utf-8")
    return read_survey([file])


def placed(folder: Path, *units: str) -> Placed:
    return place_units(read(folder, *units), tree(), tree())


def test_the_top_of_the_file_is_the_company_whatever_its_name(tmp_path: Path) -> None:
    assert placed(tmp_path, "Acme", "Acme/Sales", "Acme/Sales/North").units == (COMPANY, SALES, NORTH)


def test_case_blanks_and_signs_do_not_matter(tmp_path: Path) -> None:
    assert placed(tmp_path, "Acme/SALES", "Acme/ works /Line").units[-1] == LINE


def test_divisions_alone_stand_below_a_top_that_is_added(tmp_path: Path) -> None:
    assert placed(tmp_path, "Sales/North", "Works/Line").units[0] == COMPANY


def test_a_unit_that_is_no_more_is_left_out_and_named(tmp_path: Path) -> None:
    found = placed(tmp_path, "Acme/Sales", "Acme/Fax")

    assert found.unknown == ("Fax",)


def test_a_unit_that_stands_elsewhere_is_left_out_with_its_place(tmp_path: Path) -> None:
    assert placed(tmp_path, "Acme/Sales/Line", "Acme/Works").unknown == ("Sales/Line (here Works/Line)",)


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (("Acme/Fax", "Acme/Telex"), "got a unit that the company does not have; wanted names such as Sales, Works"),
        (("Acme/Sales", "Acme/SALES"), "got a second path beside 'Acme/SALES' for one unit; wanted one path"),
    ],
)
def test_what_cannot_be_placed_is_told_line_by_line(tmp_path: Path, units: tuple[str, ...], told: str) -> None:
    with pytest.raises(UnreadableSurvey) as error:
        placed(tmp_path, *units)

    assert told in error.value.lines[0]


def test_a_path_of_two_units_is_refused(tmp_path: Path) -> None:
    twins = tree() | {9: Node(COMPANY, "Sales")}

    with pytest.raises(UnreadableSurvey, match="got a path that 2 units of the company have; wanted one"):
        place_units(read(tmp_path, "Acme/Sales"), twins, twins)


def test_a_unit_of_today_goes_before_one_that_ended(tmp_path: Path) -> None:
    twins = tree() | {9: Node(COMPANY, "Sales")}

    assert place_units(read(tmp_path, "Acme/Sales"), twins, tree()).units == (COMPANY, SALES)
