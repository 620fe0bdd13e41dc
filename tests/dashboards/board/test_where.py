"""The heat map: quiet where nothing was found, in the tree's order unless asked otherwise."""

from dashboards.board.overview import Overview, overview_of
from dashboards.board.where import ENOUGH_FOR_AN_ORDER, Asked
from tests.dashboards.board import others
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.tree import FakeSource


def page(source: FakeSource, asked: Asked | None = None) -> Overview:
    board = source.board(None)
    assert board is not None
    return overview_of(source, board, asked or Asked())


def names(source: FakeSource, asked: Asked) -> list[str]:
    where = page(source, asked).where
    assert where is not None
    return [line.name for line in where.lines]


def test_only_what_a_list_holds_is_tinted() -> None:
    where = page(meridian()).where
    assert where is not None
    tints = {(line.name, cell.word): cell.tint for line in where.lines for cell in line.cells if cell.tint}

    assert tints == {("Delivery", "slope"): "down-2", ("Customer Support", "watch"): "down-1"}


def test_a_change_of_mix_is_outlined_and_a_team_is_counted_in_its_division() -> None:
    where = page(meridian()).where
    assert where is not None
    words = {(line.name, cell.word) for line in where.lines for cell in line.cells if cell.word}

    assert ("Sales", "mix") in words
    assert ("Encoding", "1\N{NO-BREAK SPACE}team") in words


def test_the_company_stands_first_in_every_order() -> None:
    source = meridian()

    assert names(source, Asked())[:3] == ["Meridian", "Delivery", "Encoding"]
    assert names(source, Asked(sort="name"))[:3] == ["Meridian", "Customer Success", "Customer Support"]
    assert names(source, Asked(sort="evidence"))[:3] == ["Meridian", "Delivery", "Customer Support"]


def test_an_order_by_level_is_of_large_units_alone() -> None:
    source = meridian()
    ordered = names(source, Asked(sort="level", principle="customer_truth"))
    large = [name for name in ordered[1:] if source.groups[source.unit(name)].asked * 0.68 >= ENOUGH_FOR_AN_ORDER]

    assert ordered[1] == "Customer Support"
    assert ordered[1 : 1 + len(large)] == large


def test_rows_come_sixty_a_page() -> None:
    source = others.many(62, 4)

    assert len(names(source, Asked())) == 61
    assert names(source, Asked(page=2)) == ["Halden Group", "Region 60", "Region 61"]


def test_many_teams_have_a_box_each_and_few_have_none() -> None:
    many = page(others.many(12, 33)).boxes

    assert page(meridian()).boxes is None
    assert many is not None
    assert (many.kind, many.n) == ("team", 396)
    assert many.words == "348 teams are shown; 48 are hatched and not shown."
    assert [row.words for row in many.rows][:2] == ["1 with drift, 4 not shown", "1 with drift, 4 not shown"]


def test_a_hidden_unit_has_no_link_and_says_no_number() -> None:
    where = page(meridian()).where
    assert where is not None
    hidden = next(line for line in where.lines if line.name == "Finance & Legal")

    assert hidden.is_hidden
    assert not hidden.has_page
    assert hidden.answered == ""
