"""Units in a sentence: "Delivery", "one team, Ingest", "two teams, Ingest and Peering"."""

from collections.abc import Sequence

from dashboards.board.places import division_of, kind, name
from dashboards.board.source import Board
from dashboards.wording.numbers import in_words, listed

MOST_NAMED = 2


def where(board: Board, units: Sequence[int]) -> str:
    """Where something happened, with what kind of unit it is when it is below a division."""
    kinds = {kind(board, unit) for unit in units}
    names = [name(board, unit) for unit in units]
    if kinds <= {"company", "division"}:
        return _named(names, "divisions")
    one = kinds.pop() if len(kinds) == 1 else "unit"
    if len(units) == 1:
        return f"one {one}, {names[0]}"
    return (
        f"{in_words(len(units))} {one}s, {_named(names, f'{one}s')}" if len(units) <= MOST_NAMED else _many(units, one)
    )


def placed(board: Board, unit: int) -> str:
    """A unit by its name and, below a division, that of its division: "Ingest in Encoding"."""
    division = division_of(board, unit)
    if division is None or division == unit:
        return name(board, unit)
    return f"{name(board, unit)} in {name(board, division)}"


def path(board: Board, unit: int) -> str:
    """For a list, "Encoding / Ingest"; the company by its name."""
    names = [name(board, one) for one in board.path(unit)]
    return " / ".join(names[1:] or names)


def _named(names: Sequence[str], kinds: str) -> str:
    return listed(names) if len(names) <= MOST_NAMED + 1 else f"{in_words(len(names))} {kinds}"


def _many(units: Sequence[int], one: str) -> str:
    return f"{in_words(len(units))} {one}s"
