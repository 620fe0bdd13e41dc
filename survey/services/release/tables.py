"""The numbers of a release as lines of tables: units, bands and questions, also those of which nothing is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.models.company.people import LEVELS
from survey.models.company.waves import TENURE_BANDS
from survey.queries.people import path_upwards
from survey.queries.releases import ReleaseFacts
from survey.questionnaires.questionnaire import PRINCIPLES, Item, Pack
from survey.services.release import reading
from survey.services.release.menu import AGAIN, MATCHED, TOGETHER, counted_items
from survey.services.release.reading import Opened
from survey.services.release.shown import Cell, Numbers, item_cell, principle_cell

MENU = tuple(
    [("level", band) for band in LEVELS]
    + [("tenure", band) for band in TENURE_BANDS if band != "unknown"]
    + [("matched", band) for band in (*MATCHED, *AGAIN)]
)
"""Every band of which something may be shown, in company and divisions."""

ALWAYS = frozenset({Pack.ANCHOR, Pack.LAST})
"""Questions that belong to every wave. Others come and go, so that one that is missing was perhaps not asked."""


@dataclass(frozen=True, slots=True)
class Line:
    """A unit, or there a band, with a cell for each principle; None where nothing is shown."""

    unit: int
    factor: str
    band: str
    cells: tuple[Cell | None, ...]

    @property
    def principles(self) -> list[tuple[str, Cell | None]]:
        return list(zip(PRINCIPLES, self.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a unit; None where nothing is shown."""

    unit: int
    item: Item
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Pair:
    """What a reader sees of a wave, and of the one before it."""

    opened: Opened
    now: Numbers
    before: Numbers | None

    def line(self, unit: int, factor: str = "", band: str = "") -> Line:
        cells = (
            principle_cell(self.now, self.before, unit=unit, measure=one, factor=factor, band=band)
            for one in PRINCIPLES
        )
        return Line(unit, factor, band, tuple(cells))

    def bands(self, unit: int) -> list[Line]:
        """Each band of the menu, or what it was joined with."""
        joined = {key[1:3] for key in self.now.rows if key[0] == unit and TOGETHER in key[2]}
        lines: dict[tuple[str, str], Line] = {}
        for factor, band in MENU:
            with_others = [one for one in sorted(joined) if one[0] == factor and band in one[1].split(TOGETHER)]
            alone = [(factor, band)] if not with_others or self._is_shown(unit, factor, band) else []
            lines |= {one: self.line(unit, *one) for one in [*alone, *with_others]}
        return list(lines.values())

    def _is_shown(self, unit: int, factor: str, band: str) -> bool:
        return any((unit, factor, band, principle) in self.now.rows for principle in PRINCIPLES)

    def questions(self, unit: int) -> Iterator[Question]:
        """Those of every wave, and of the others what is shown."""
        for item in counted_items(self.opened.questionnaire):
            row = self.now.rows.get((unit, "", "", item.code))
            if row is not None:
                yield Question(unit, item, item_cell(row, item))
            elif item.pack in ALWAYS:
                yield Question(unit, item, None)


def pair(session: Session, opened: Opened, earlier: ReleaseFacts | None, units: Iterable[int] | None) -> Pair:
    """The numbers of these units now, and in the wave before as the same reader sees them."""
    wanted = None if units is None else tuple(units)
    now = Numbers.of(reading.rows(session, opened, wanted), opened.facts.spread)
    if earlier is None:
        return Pair(opened, now, None)
    then = reading.open_beside(session, opened, earlier)
    return Pair(opened, now, Numbers.of(reading.rows(session, then, wanted), earlier.spread))


def tree_order(opened: Opened) -> list[int]:
    """Every unit after the one above it, with all below it together."""
    below: dict[int | None, list[int]] = {}
    for unit, node in opened.tree.items():
        below.setdefault(node.parent, []).append(unit)
    order, waiting = [], below.get(None, [])[::-1]
    while waiting:
        order.append(unit := waiting.pop())
        waiting += below.get(unit, [])[::-1]
    return order


def path_of(opened: Opened, unit: int) -> str:
    """The names from the company down."""
    return "/".join(opened.tree[one].name for one in reversed(path_upwards(opened.tree, unit)))
