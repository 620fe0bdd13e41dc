"""The first quarter, when nothing can have drifted yet: levels, and what will be found when."""

from dataclasses import dataclass

from dashboards.board.gathered import Gathered
from dashboards.board.places import name
from dashboards.board.values import PRINCIPLES
from dashboards.board.wording import early as words
from dashboards.board.wording.nothing import FEWEST_WAVES
from dashboards.board.wording.principles import headed
from dashboards.figures.axes import Window, window_of
from dashboards.figures.drawing import Drawing, Series, Table
from dashboards.figures.levels import Level, levels
from dashboards.wording.numbers import answered, level


@dataclass(frozen=True, slots=True)
class Early:
    """`window` is that of the axis."""

    drawing: Drawing | None
    window: Window
    facts: list[tuple[str, str]]


def is_early(n_waves: int) -> bool:
    return n_waves < FEWEST_WAVES


def early(gathered: Gathered) -> Early:
    board = gathered.board
    known = [
        (principle, cell.level, cell.people)
        for principle in PRINCIPLES
        if (cell := gathered.cell(board.root, principle)) and cell.level
    ]
    rows = [Level(headed(principle), one.value, one.low, one.high) for principle, one, _ in known]
    window = window_of([Series(row.name, [row.mean], [row.low], [row.high]) for row in rows])
    table = Table(
        ["Principle", "Level", "Answered"],
        [
            [headed(principle), level(one.value, one.low, one.high), "" if people is None else answered(people)]
            for principle, one, people in known
        ],
    )
    drawing = Drawing("levels", levels(rows, window=window), words.alt(name(board, board.root), rows), table)
    return Early(drawing if rows else None, window, _facts(gathered))


def _facts(gathered: Gathered) -> list[tuple[str, str]]:
    board = gathered.board
    n_waves = len(board.waves)
    below = board.units[board.root].below
    hidden = sum(all(gathered.cell(unit, principle) is None for principle in PRINCIPLES) for unit in below)
    facts = [("Change", words.change(n_waves)), ("Drift", words.drift(n_waves))]
    return [*facts, ("Where", words.where(len(below) - hidden, hidden))] if below else facts
