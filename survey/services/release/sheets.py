"""The rows of a wave as the table from which a release is counted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from survey.queries.answers import Stored
from survey.queries.people import Node
from survey.questionnaires.questionnaire import PRINCIPLES, Item, Kind, Pack, Questionnaire
from survey.services.release.menu import BANDS, counted_items

if TYPE_CHECKING:
    from analysis import Tree
    from analysis.disclosure.sheet import Questions, Sheet

STEPS = {Kind.RATED: 4, Kind.COUNT: 4, Kind.HOURS: 40}
LOWEST = {Kind.RATED: 1, Kind.COUNT: 0, Kind.HOURS: 0}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stood in a wave: unit and bands, in the order of the factors."""

    unit: int
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """Units of a tree by the number that `analysis` gives them."""

    units: tuple[int, ...]
    tree: "Tree"

    @property
    def of(self) -> dict[int, int]:
        return {unit: seat for seat, unit in enumerate(self.units)}


def seats_of(tree: Mapping[int, Node]) -> Seats:
    from analysis import Tree  # noqa: PLC0415 -- weight

    units = tuple(sorted(tree))
    seat = {unit: at for at, unit in enumerate(units)}
    return Seats(units, Tree([-1 if (parent := tree[unit].parent) is None else seat[parent] for unit in units]))


def most_answers(questionnaire: Questionnaire, principle: str) -> int:
    """Questions of a principle that one person is asked in a wave: the anchors, and one of the others."""
    return len(questionnaire.in_pack(Pack.ANCHOR, principle)) + 1


def questions_of(questionnaire: Questionnaire) -> "Questions":
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.sheet import Questions  # noqa: PLC0415 -- weight

    items = counted_items(questionnaire)
    scale = [PRINCIPLES.index(item.principle) if _is_scored(item) else -1 for item in items]
    return Questions(
        np.array(scale, np.int64),
        np.array([STEPS[item.kind] for item in items], np.int64),
        np.array([item.pack is Pack.ANCHOR for item in items], np.bool_),
        len(PRINCIPLES),
    )


def sheet_of(
    rows: Sequence[Stored],
    standing: Callable[[Stored], Standing],
    seats: Seats,
    *,
    factors: tuple[str, ...],
    questionnaire: Questionnaire,
) -> "Sheet":
    """A row per person; answers to reversed items are turned round."""
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.sheet import NOT_ANSWERED, Sheet  # noqa: PLC0415 -- weight

    items = counted_items(questionnaire)
    column = {item.code: at for at, item in enumerate(items)}
    value = np.full((len(rows), len(items)), NOT_ANSWERED, np.int16)
    unit, band = np.zeros(len(rows), np.int64), np.zeros((len(rows), len(factors)), np.int64)
    seat, place = seats.of, [{name: at for at, name in enumerate(BANDS[factor])} for factor in factors]
    for at, row in enumerate(rows):
        stood = standing(row)
        unit[at] = seat[stood.unit]
        band[at] = [place[factor][name] for factor, name in enumerate(stood.bands)]
        for code, answer in row.answers.items():
            if answer is not None and code in column:
                value[at, column[code]] = steps_of(items[column[code]], answer)
    return Sheet(seats.tree, unit, band, tuple(len(BANDS[factor]) for factor in factors), value)


def steps_of(item: Item, answer: int) -> int:
    """Steps above the lower end; the upper end is what the principle wants."""
    steps = min(answer - LOWEST[item.kind], STEPS[item.kind])
    return STEPS[item.kind] - steps if item.is_reversed else steps


def pseudonyms(rows: Iterable[Stored]) -> set[bytes]:
    return {row.pseudonym for row in rows}


def _is_scored(item: Item) -> bool:
    return item.principle in PRINCIPLES and item.kind is Kind.RATED
