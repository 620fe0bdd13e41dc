"""One principle on the brief: its level, what is told of it, its trend."""

from dataclasses import dataclass

from dashboards.board.brief.facts import Facts
from dashboards.board.brief.pictures import picture, window
from dashboards.board.told import principle as told
from dashboards.board.told.principles import title
from dashboards.board.told.telling import Telling
from dashboards.board.values import PRINCIPLES, Cell, Found
from dashboards.figures.axes import Window
from dashboards.figures.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Part:
    """`level` is empty where nothing is shown; `range` is empty beside a bound."""

    key: str
    title: str
    level: str
    range: str
    sentences: list[str]
    drawing: Drawing | None


def parts_of(telling: Telling, facts: Facts) -> tuple[list[Part], Window]:
    """The principle that slides first, then the others in their order; and the axis they share."""
    sliding: dict[str, Found] = {}
    for one in facts.open:
        sliding.setdefault(one.principle, one)
    keys = [*sliding, *(key for key in PRINCIPLES if key not in sliding)]
    axis = window(facts, sliding)
    return [_part(telling, facts, key, axis) for key in keys], axis


def _part(telling: Telling, facts: Facts, key: str, axis: Window) -> Part:
    found = [one for one in facts.open if one.principle == key]
    cell = facts.cell(facts.board.root, key)
    return Part(
        key=key,
        title=title(telling.voice, key),
        level=_level(telling, cell),
        range=telling.voice.span(cell.level.low, cell.level.high) if cell and cell.level else "",
        sentences=_sentences(telling, facts, cell, found),
        drawing=picture(telling, facts, key, found[0] if found else None, axis=axis),
    )


def _level(telling: Telling, cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.bound or (telling.voice.number(cell.level.value) if cell.level else "")


def _sentences(telling: Telling, facts: Facts, cell: Cell | None, found: list[Found]) -> list[str]:
    said = [told.change(telling, cell)]
    elsewhere = [one for one in found if one.unit != facts.board.root]
    if elsewhere and len(elsewhere) == len(found) and cell is not None:
        said.append(told.company(telling))
    said += [told.elsewhere(telling, one, facts.cell(one.unit, one.principle)) for one in elsewhere]
    if found:
        said.append(told.minds(telling, found[0].split))
    return [one for one in said if one]
