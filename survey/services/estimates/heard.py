"""What the engine said at a close, and what it was told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from survey.queries.answers import Stored

if TYPE_CHECKING:
    from analysis import Answers, Instrument, Tree
    from analysis.drift.result import Result


@dataclass(frozen=True, slots=True)
class Heard:
    """Units by seat in the tree, waves of the epoch by number; `rows` are those of the last wave as they will lie."""

    result: "Result"
    answers: "Answers"
    instrument: "Instrument"
    tree: "Tree"
    units: tuple[int, ...]
    numbers: Sequence[int]
    waves_per_year: float
    rows: Sequence[Stored]
