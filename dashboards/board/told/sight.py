"""What could have gone unseen: the smallest fall that would have been found within half a year."""

from collections.abc import Sequence
from statistics import median

from dashboards.board.told.telling import Telling
from dashboards.board.values import Cell, Row

HALF_A_YEAR = 6
HOLDING_POINTS = 3
"""Nobody says "holding" unless a fall of this size in the whole company would have been found in half a year."""


def months_of(row: Row) -> int | None:
    """The longest time up to half a year for which something is known of every principle that is shown."""
    shown = [cell for cell in row.cells if cell is not None]
    known = set.intersection(*(set(cell.unseen) for cell in shown)) if shown else set()
    return max((months for months in known if months <= HALF_A_YEAR), default=None)


def unseen(row: Row, months: int) -> float | None:
    """Of the principle that is seen least."""
    sizes = [cell.unseen[months] for cell in row.cells if cell is not None and months in cell.unseen]
    return max(sizes, default=None)


def is_sharp(row: Row) -> bool:
    """Whether "holding" may be said."""
    size = unseen(row, HALF_A_YEAR)
    is_whole = all(cell is not None and HALF_A_YEAR in cell.unseen for cell in row.cells)
    return is_whole and size is not None and size <= HOLDING_POINTS


def sentence(telling: Telling, company: Row, divisions: Sequence[Row]) -> str:
    """In one sentence, with the number of answers it rests on; empty where nothing is known."""
    months = months_of(company)
    size = None if months is None else unseen(company, months)
    if months is None or size is None:
        return ""
    values = {"size": telling.voice.points(_whole(size)), "months": telling.voice.count(months)}
    smaller = [one for row in divisions if (one := unseen(row, months)) is not None]
    if not smaller:
        return telling.voice.text(
            "A fall of less than %(size)s in the whole company within %(months)s months could have gone unseen.",
            **values,
        )
    return telling.voice.text(
        "A fall of less than %(size)s in the whole company within %(months)s months could have gone unseen, and one "
        "of less than %(smaller)s in a typical division.",
        smaller=telling.voice.points(_whole(median(smaller))),
        **values,
    )


def any_known(cells: Sequence[Cell | None]) -> bool:
    return any(cell is not None and cell.unseen for cell in cells)


def _whole(size: float) -> float:
    """A size that would read as none is one point."""
    return max(1.0, size)
