"""The three principles of a unit as tabs, each with its level."""

from dataclasses import dataclass

from dashboards.board.gathered import Gathered
from dashboards.board.values import PRINCIPLES
from dashboards.board.wording.principles import headed
from dashboards.wording.numbers import rounded


@dataclass(frozen=True, slots=True)
class Tab:
    principle: str
    name: str
    level: str
    is_current: bool


def tabs(gathered: Gathered, unit: int, current: str) -> list[Tab]:
    return [Tab(one, headed(one), _level(gathered, unit, one), one == current) for one in PRINCIPLES]


def _level(gathered: Gathered, unit: int, principle: str) -> str:
    cell = gathered.cell(unit, principle)
    if cell is None:
        return "not shown"
    return cell.bound if cell.level is None else rounded(cell.level.value)
