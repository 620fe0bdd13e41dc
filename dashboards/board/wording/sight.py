"""What could not have been seen, in words."""

from collections.abc import Iterable
from math import ceil

from dashboards.board.values import Cell, Found
from dashboards.board.wording.principles import said
from dashboards.wording.numbers import KEPT, THIN, counted, points, rounded

HOLDING_POINTS = 3
HOLDING_MONTHS = 6
NONE_FOUND = "none"
FEW_BEFORE = (
    "Where a longer time goes with a larger number, few waves lie before a fall of that age to compare it with: that "
    "is harder than few waves after it."
)


def is_sharp(cell: Cell | None) -> bool:
    """Whether "holding" may be said: a fall of 3 points in half a year would have been found."""
    smallest = None if cell is None else cell.unseen.get(HOLDING_MONTHS)
    return smallest is not None and smallest <= HOLDING_POINTS + 0.5


def smallest(size: float | None) -> str:
    """The smallest fall that would have been found; never rounded down."""
    if size is None:
        return NONE_FOUND
    return rounded(size) if size >= 1 else rounded(size, 1)


def unseen(name: str, cells: Iterable[Cell | None]) -> str:
    """What could have gone unseen in half a year, in the least sharp of these cells."""
    sizes = [cell.unseen.get(HOLDING_MONTHS) for cell in cells if cell]
    known = [size for size in sizes if size is not None]
    span = counted(HOLDING_MONTHS, "month")
    if not sizes or len(known) < len(sizes):
        return f"What could have gone unseen in {name} within {span} is unknown."
    return (
        f"A fall in {name} of less than {points(max(1, ceil(max(known) - 0.5)))} within {span} could have gone unseen."
    )


def typical(kind: str, people: int | None) -> str:
    """The head of a row of what could not have been seen: "a division of about 50"."""
    return f"a typical {kind}" if people is None else f"a {kind} of about{KEPT}{people}"


def after_a_fall(who: str, found: Found) -> str:
    """Why a unit that has been alarmed has larger numbers than its like."""
    moved = "fall" if found.direction == "down" else "rise"
    return (
        f"For {said(found.principle)} in {who}, a further fall is meant, beyond the {moved} that was found: it is "
        "compared with the waves since alone, and therefore harder to see."
    )


def found_on(principle: str) -> str:
    """What the numbers of a table on one principle are."""
    return (
        f"The smallest fall of {said(principle)}, in points, that would have been found with a probability of "
        f"80{THIN}%, by the time since it began; “none” where none would have been."
    )
