"""Units with too few rows give them upwards."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from survey.queries.people import Node
from survey.services.closing.coarsen import coarsened
from tests.survey.services.trees import COMPANY, LINE, NORTH, SALES, SOUTH, WORKS, tree


def test_a_unit_with_enough_rows_keeps_them() -> None:
    assert coarsened({NORTH: 5, SOUTH: 6, LINE: 7}, tree(), k=5) == {NORTH: NORTH, SOUTH: SOUTH, LINE: LINE}


def test_two_small_teams_meet_in_their_division() -> None:
    assert coarsened({NORTH: 3, SOUTH: 4, LINE: 7}, tree(), k=5) == {NORTH: SALES, SOUTH: SALES, LINE: LINE}


def test_a_small_team_alone_takes_the_smallest_other_group_along() -> None:
    goes_to = coarsened({NORTH: 2, SOUTH: 6, LINE: 9}, tree(), k=5)

    assert goes_to == {NORTH: COMPANY, SOUTH: COMPANY, LINE: LINE}


def test_fewer_than_k_rows_in_all_end_at_the_company() -> None:
    assert coarsened({NORTH: 2, WORKS: 1}, tree(), k=5) == {NORTH: COMPANY, WORKS: COMPANY}


@st.composite
def trees_and_rows(draw: st.DrawFn) -> tuple[dict[int, Node], dict[int, int]]:
    size = draw(st.integers(1, 30))
    nodes = {0: Node(None, "root")} | {unit: Node(draw(st.integers(0, unit - 1)), str(unit)) for unit in range(1, size)}
    return nodes, {unit: draw(st.integers(0, 9)) for unit in nodes}


@given(trees_and_rows(), st.integers(5, 12))
def test_no_unit_ends_with_fewer_than_k_rows(case: tuple[dict[int, Node], dict[int, int]], k: int) -> None:
    nodes, rows = case
    left: Counter[int] = Counter()
    for unit, target in coarsened(rows, nodes, k=k).items():
        left[target] += rows[unit]

    assert left.total() == sum(rows.values())
    assert all(count == 0 or count >= min(k, left.total()) for count in left.values())


@given(trees_and_rows())
def test_coarsening_again_changes_nothing(case: tuple[dict[int, Node], dict[int, int]]) -> None:
    nodes, rows = case
    left: Counter[int] = Counter()
    for unit, target in coarsened(rows, nodes, k=5).items():
        left[target] += rows[unit]
    again = coarsened(left, nodes, k=5)

    assert all(again[unit] == unit for unit, count in left.items() if count)
