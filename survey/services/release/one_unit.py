"""What a reader sees of one unit in a wave: its numbers, those of the units below it, and what was found."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.queries.people import path_upwards
from survey.queries.releases import ReleaseFacts, Told
from survey.services.release import reading
from survey.services.release.reading import COMPANY_AND_DIVISIONS, Opened
from survey.services.release.tables import Line, Question, pair


@dataclass(frozen=True, slots=True)
class OneUnit:
    """`path` runs from the company to the unit; `own` are units of the reader that stand nowhere else on the page."""

    opened: Opened
    number_before: int | None
    path: tuple[int, ...]
    line: Line
    below: tuple[Line, ...]
    own: tuple[Line, ...]
    bands: tuple[Line, ...]
    questions: tuple[Question, ...]
    told: tuple[Told, ...]

    @property
    def unit(self) -> int:
        return self.path[-1]

    @property
    def is_company(self) -> bool:
        return len(self.path) == 1

    @property
    def shows_something(self) -> bool:
        return any(self.line.cells)

    @property
    def new(self) -> list[Told]:
        return [one for one in self.told if one.told_in == self.opened.number]

    def name(self, unit: int) -> str:
        return self.opened.tree[unit].name


def one_unit(session: Session, opened: Opened, earlier: ReleaseFacts | None, unit: int) -> OneUnit:
    path = tuple(reversed(path_upwards(opened.tree, unit)))
    below = [one for one in opened.below(unit) if opened.may_see(one)]
    is_company, is_high = len(path) == 1, len(path) <= COMPANY_AND_DIVISIONS
    own = sorted(opened.reader.own & opened.tree.keys() - {unit, *below}) if is_company else []
    both = pair(session, opened, earlier, [unit, *below, *own])
    alarms = [one for one in reading.told(session, opened) if one.list == "alarm"]
    return OneUnit(
        opened=opened,
        number_before=int(earlier.label) if earlier else None,
        path=path,
        line=both.line(unit),
        below=tuple(map(both.line, below)),
        own=tuple(map(both.line, own)),
        bands=tuple(both.bands(unit)) if is_high else (),
        questions=tuple(both.questions(unit)) if is_high else (),
        told=tuple(one for one in alarms if unit in path_upwards(opened.tree, one.unit_id)),
    )
