"""What could hide means the same on the overview and on the page of a unit, and is read with what stands below it."""

from dashboards.board.gathered import for_overview, for_unit
from dashboards.board.sight import Sight, sight
from dashboards.board.unseen import unseen
from dashboards.board.wording.sight import FEW_BEFORE
from tests.dashboards.board.app import made
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.others import nothing_shown, quiet
from tests.dashboards.board.tree import FakeSource, Group


def on_the_overview(source: FakeSource) -> Sight:
    board = source.board(None)
    assert board is not None
    found = sight(for_overview(source, board, board.units[board.root].below))
    assert found is not None
    return found


def on_its_page(source: FakeSource, unit: int, principle: str) -> Sight:
    board = source.board(None)
    assert board is not None
    found = unseen(for_unit(source, board, unit, board.units[unit].below), unit, principle).sight
    assert found is not None
    return found


def just_fallen() -> tuple[FakeSource, int]:
    """Delivery, where equal say has fallen; a further fall of it is hard to see."""
    source = meridian()
    unit = source.unit("Delivery")
    source.unseen_of[unit, "equal_say"] = {3: 24, 6: 18, 12: 13}
    return source, unit


def test_a_unit_has_the_same_numbers_on_the_overview_and_on_its_page() -> None:
    source, unit = just_fallen()

    (row,) = (one for one in on_the_overview(source).table.rows if one[0].startswith("Delivery"))
    assert row[1:] == [one[1] for one in on_its_page(source, unit, "equal_say").table.rows] == ["24", "18", "13"]


def test_a_unit_that_has_just_fallen_is_said_to_hide_a_further_fall() -> None:
    source, unit = just_fallen()

    remark = "For equal say in Delivery, a further fall is meant"
    assert on_the_overview(source).remarks[0].startswith(remark)
    assert on_its_page(source, unit, "equal_say").remarks[0].startswith(remark)
    assert on_its_page(source, unit, "learning").remarks == []


def test_a_number_that_grows_with_time_is_explained() -> None:
    source = quiet()
    assert on_the_overview(source).remarks == []

    source.unseen_of[1, "learning"] = {3: 9, 6: 8, 12: 10}

    assert on_the_overview(source).remarks == [FEW_BEFORE]


def test_no_fall_is_larger_than_what_is_there() -> None:
    source = FakeSource(Group("Low", 12, (31, 31, 31)))
    source.unseen_of[1, "learning"] = {3: 80, 6: 26, 12: 21}

    assert [row[1] for row in on_its_page(source, 1, "learning").table.rows] == ["none", "26", "21"]


def test_the_table_and_its_remark_stand_on_the_page() -> None:
    source, _ = just_fallen()
    html = made(source).test_client().get("/dashboards").text

    assert "<td>24</td>" in html
    assert "For equal say in Delivery, a further fall is meant" in html


def test_falls_of_levels_that_are_not_shown_are_not_shown() -> None:
    html = made(nothing_shown()).test_client().get("/dashboards").text

    assert "nothing can be told of falls in them" in html
    assert "too few waves to say which falls" not in html
