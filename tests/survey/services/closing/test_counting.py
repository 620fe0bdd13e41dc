"""The menu's counts."""

from survey.queries.answers import Stored
from survey.services.closing.counting import ANY_ITEM, Block, count
from tests.survey.services.trees import COMPANY, LINE, NORTH, SALES, SOUTH, tree


def row(unit: int, tenure: str = "1_to_3", level: str = "lead", **answers: int | None) -> Stored:
    return Stored(bytes([unit]) * 32, 1, unit, tenure, level, b"", answers)


def counts(*rows: Stored) -> dict[tuple[Block, str], dict[str, int]]:
    return {(one.block, one.item): dict(one.by_value) for one in count(rows, tree())}


def test_an_answer_counts_in_its_unit_and_in_all_above() -> None:
    found = counts(row(NORTH, L1=4), row(SOUTH, L1=4), row(LINE, L1=2))

    assert found[Block(NORTH), "L1"] == {"4": 1}
    assert found[Block(SALES), "L1"] == {"4": 2}
    assert found[Block(COMPANY), "L1"] == {"4": 2, "2": 1}


def test_who_cannot_say_is_counted_apart() -> None:
    assert counts(row(NORTH, L1=None))[Block(COMPANY), "L1"] == {"cannot_say": 1}


def test_people_are_counted_even_without_a_single_answer() -> None:
    assert counts(row(NORTH))[Block(SALES), ANY_ITEM] == {"": 1}


def test_tenure_and_level_count_in_company_and_division_only() -> None:
    found = {block for block, _ in counts(row(NORTH, L1=3))}

    assert {block.unit for block in found if block.tenure} == {COMPANY, SALES}
    assert {block.unit for block in found if block.level} == {COMPANY, SALES}


def test_an_answer_that_stands_at_the_company_counts_there_once() -> None:
    found = counts(row(COMPANY, L1=3))

    assert found[Block(COMPANY), "L1"] == {"3": 1}
    assert found[Block(COMPANY, tenure="1_to_3"), "L1"] == {"3": 1}
