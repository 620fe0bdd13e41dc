"""The questions of a wave, and those of some in the waves in which nobody is asked one twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from survey.queries.answers import Stored
from survey.queries.people import Node, path_upwards
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES, ROTATING, Pack, Questionnaire
from survey.services.release.earlier import Earlier
from survey.services.release.menu import counted_items
from survey.services.release.rows import item_rows
from survey.services.release.sheets import Seats, Standing, questions_of, sheet_of

if TYPE_CHECKING:
    from analysis.disclosure.build import Decision
    from analysis.disclosure.counts import Mask
    from analysis.disclosure.sheet import Sheet

WAVES = len(ROTATING)


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows of questions, and how many groups of the menu were large enough for one."""

    rows: list[Row]
    n_large_enough: int


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier wave of the window, and what its release showed."""

    earlier: Earlier
    shown: Sequence[Row]


def question_rows(
    now: "Sheet",
    decision: "Decision",
    past: Sequence[Past],
    seats: Seats,
    questionnaire: Questionnaire,
    *,
    k: int,
    is_whole: bool,
) -> Asked:
    """Every question that may be shown now."""
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.counts import place_units  # noqa: PLC0415 -- weight
    from analysis.disclosure.questions import Window, published_questions  # noqa: PLC0415 -- weight

    places = place_units(seats.tree).tolist()
    may = np.column_stack([shown.units[places] for shown in decision.shown])
    is_whole = is_whole and all(_has_same_divisions(one.earlier.tree, seats, places) for one in past)
    used = past if is_whole else ()
    then = np.ones_like(may)
    for one in used:
        then &= _shown_then(one.shown, [seats.units[place] for place in places], questionnaire)
    sheets = (*(_sheet(one.earlier, seats, questionnaire) for one in used), now)
    window = Window(sheets, may, decision.by_counts.units[places], then, is_whole)
    shown = published_questions(window, questions_of(questionnaire), k=k)
    rows = list(item_rows(shown, seats.units, counted_items(questionnaire)))
    return Asked(rows, shown.n_large_enough)


def _shown_then(rows: Sequence[Row], units: Sequence[int], questionnaire: Questionnaire) -> "Mask":
    """Units that showed a principle and its anchors, shape (n_units, n_principles)."""
    import numpy as np  # noqa: PLC0415 -- weight

    exact = {(row.unit_id, row.measure) for row in rows if not row.factor and row.points is not None}
    anchors = {name: [item.code for item in questionnaire.in_pack(Pack.ANCHOR, name)] for name in PRINCIPLES}
    return np.array(
        [[all((unit, one) in exact for one in (name, *anchors[name])) for name in PRINCIPLES] for unit in units],
        np.bool_,
    )


def _has_same_divisions(tree: dict[int, Node], seats: Seats, places: Sequence[int]) -> bool:
    """Whether each division of an earlier wave is one still."""
    root = next(unit for unit, node in tree.items() if node.parent is None)
    return {unit for unit, node in tree.items() if node.parent == root} <= {seats.units[place] for place in places}


def _sheet(earlier: Earlier, seats: Seats, questionnaire: Questionnaire) -> "Sheet":
    """An earlier wave by the divisions in which people were then."""
    division = {unit: path_upwards(earlier.tree, unit)[-2:][0] for unit in earlier.tree}

    def standing(row: Stored) -> Standing:
        return Standing(division[earlier.places[row.id].answer_unit], ())

    return sheet_of(earlier.rows, standing, seats, factors=(), questionnaire=questionnaire)
