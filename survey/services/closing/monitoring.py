"""The drift engine on the answers of the running epoch, with its memory of the epochs before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from survey.queries.answers import Stored
from survey.queries.people import Node
from survey.queries.waves import WaveFacts
from survey.questionnaires.questionnaire import PRINCIPLES, Kind, Questionnaire
from survey.services.estimates.heard import Heard

if TYPE_CHECKING:
    from analysis import Answers, Instrument, Tree
    from analysis.drift.carry import Carry

DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Epoch:
    """What the engine is given: an epoch's waves in order, their rows, and the tree of all units that ever were."""

    waves: list[WaveFacts]
    rows: list[Stored]
    tree: Mapping[int, Node]
    questionnaire: Questionnaire
    waves_per_year: float


def monitor_epoch(epoch: Epoch, carry: "Carry | None") -> Heard | None:
    """None while nobody has answered a question on a principle."""
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis import monitor  # noqa: PLC0415 -- weight

    answers = _answers(epoch)
    if answers is None:
        return None
    tree, instrument = _tree(epoch.tree), _instrument(epoch.questionnaire)
    result = monitor(
        answers,
        tree,
        instrument=instrument,
        times=np.array([wave.opens_on.toordinal() / DAYS_OF_A_YEAR for wave in epoch.waves]),
        epochs=np.zeros(len(epoch.waves), dtype=np.int64),
        waves_per_year=epoch.waves_per_year,
        carry=carry,
    )
    numbers = [wave.number for wave in epoch.waves]
    last = [row for row in epoch.rows if row.wave == epoch.waves[-1].id]
    return Heard(result, answers, instrument, tree, tuple(sorted(epoch.tree)), numbers, epoch.waves_per_year, last)


def _answers(epoch: Epoch) -> "Answers | None":
    from analysis import Answers  # noqa: PLC0415 -- weight

    seats = {unit: seat for seat, unit in enumerate(sorted(epoch.tree))}
    order = {wave.id: place for place, wave in enumerate(epoch.waves)}
    items = {item.code: place for place, item in enumerate(_items(epoch.questionnaire))}
    persons: dict[bytes, int] = {}
    rows = [
        (order[row.wave], persons.setdefault(row.pseudonym, len(persons)), seats[row.unit], items[code], value)
        for row in epoch.rows
        for code, value in row.answers.items()
        if code in items and value is not None
    ]
    return Answers(*zip(*rows, strict=True)) if rows else None


def _items(questionnaire: Questionnaire) -> list[Any]:
    return [item for item in questionnaire.items if item.principle in PRINCIPLES and item.kind is Kind.RATED]


def _instrument(questionnaire: Questionnaire) -> "Instrument":
    from analysis import Instrument  # noqa: PLC0415 -- weight

    items = _items(questionnaire)
    return Instrument(
        [PRINCIPLES.index(item.principle) for item in items],
        [1] * len(items),
        [5] * len(items),
        [item.is_reversed for item in items],
    )


def _tree(tree: Mapping[int, Node]) -> "Tree":
    """Units numbered by their id, so that a unit keeps its number when others are added."""
    from analysis import Tree  # noqa: PLC0415 -- weight

    seats = {unit: seat for seat, unit in enumerate(sorted(tree))}
    return Tree([-1 if (parent := tree[unit].parent) is None else seats[parent] for unit in sorted(tree)])
