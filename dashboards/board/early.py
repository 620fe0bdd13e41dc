"""The first quarter, when nothing can have drifted yet: levels, and what will be found when."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dashboards.board.findings import alarms
from dashboards.board.gathered import Gathered
from dashboards.board.places import kind, name
from dashboards.board.source import Board
from dashboards.board.values import PRINCIPLES
from dashboards.board.wording import early as words
from dashboards.board.wording.nothing import FEWEST_WAVES
from dashboards.board.wording.principles import headed
from dashboards.board.wording.sight import typical
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
    ahead: Table


def is_early(board: Board) -> bool:
    """Whether no alarm can be raised yet; one from before, of a programme that goes on, is not kept back."""
    return len(board.waves) < FEWEST_WAVES and not alarms(board)


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
    return Early(drawing if rows else None, window, _facts(gathered), words.ahead(_halves(gathered)))


def _halves(gathered: Gathered) -> list[tuple[str, float | None]]:
    """Half the range of a level of the company, a division and a team; as it is now."""
    board = gathered.board
    groups = [("the company", [board.root])]
    for what, units in (
        ("division", list(board.units[board.root].below)),
        ("team", [unit for unit in gathered.rows if kind(board, unit) == "team"]),
    ):
        sizes = [row.asked for unit in units if (row := gathered.rows.get(unit)) and row.asked is not None]
        if sizes:
            groups.append((typical(what, round(median(sizes))), units))
    return [(who, _half(gathered, units)) for who, units in groups]


def _half(gathered: Gathered, units: Sequence[int]) -> float | None:
    cells = [cell for unit in units for principle in PRINCIPLES if (cell := gathered.cell(unit, principle))]
    halves = [cell.level.half for cell in cells if cell.level]
    return median(halves) if halves else None


def _facts(gathered: Gathered) -> list[tuple[str, str]]:
    board = gathered.board
    n_waves = len(board.waves)
    below = board.units[board.root].below
    hidden = sum(all(gathered.cell(unit, principle) is None for principle in PRINCIPLES) for unit in below)
    facts = [("Change", words.change(n_waves)), ("Drift", words.drift(n_waves))]
    apart = _half(gathered, below)
    told = f"{words.where(len(below) - hidden, hidden)} {words.apart(apart)}".strip()
    return [*facts, ("Where", told)] if below else facts
