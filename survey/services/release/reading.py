"""The one way to read a release: what this reader may see of it, at the smallest group of today.

Pages, exports, mails and alerts read through here and nowhere else; nothing here reaches an answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from survey.queries import newest, programme, releases
from survey.queries.people import Node, path_upwards
from survey.queries.releases import Level, Parts, ReleaseFacts, Row, Told
from survey.questionnaires.questionnaire import Questionnaire
from survey.services import questions
from survey.services.release.findings import ENOUGH_FOR_A_SIZE
from survey.services.release.kept import kept
from survey.services.release.reader import Reader
from survey.services.release.trees import tree_of

SMALLEST_DISTRIBUTION = 10
"""People of whom it is shown how many gave which answer, and never fewer than k."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The release of a wave in a reader's hands; `k` is what holds today, which may be more than at the close."""

    facts: ReleaseFacts
    number: int
    tree: dict[int, Node]
    questionnaire: Questionnaire
    k: int
    reader: Reader

    @property
    def root(self) -> int:
        return next(unit for unit, node in self.tree.items() if node.parent is None)

    @property
    def divisions(self) -> list[int]:
        return self.below(self.root)

    def below(self, unit: int) -> list[int]:
        return [one for one, node in self.tree.items() if node.parent == unit]

    def may_see(self, unit: int) -> bool:
        """The numbers of a unit: company and divisions everybody, others whoever sees all, works there or leads it."""
        return self._is_for_all(unit) or self.is_own(unit)

    def is_own(self, unit: int) -> bool:
        """Whether the reader works there, or leads it or one above it."""
        if unit not in self.tree:
            return False
        return unit in self.reader.own or not self.reader.led.isdisjoint(path_upwards(self.tree, unit))

    def may_hear(self, told: Told) -> bool:
        """Alarms of a unit below the divisions are for its own people, those further down included."""
        if told.list == "watch" and not self.reader.sees_watch_list:
            return False
        return self._is_for_all(told.unit_id) or self.belongs(told.unit_id)

    def belongs(self, unit: int) -> bool:
        """Whether the reader is of this unit or of one below it."""
        return any(unit in path_upwards(self.tree, one) for one in self.reader.own if one in self.tree)

    def _is_for_all(self, unit: int) -> bool:
        if unit not in self.tree:
            return False
        return self.reader.sees_all or len(path_upwards(self.tree, unit)) <= COMPANY_AND_DIVISIONS


COMPANY_AND_DIVISIONS = 2
"""Levels of the tree whose numbers everybody sees."""


def of_waves(session: Session) -> list[ReleaseFacts]:
    """The newest version of each wave's release, the oldest wave first."""
    found = kept(session, newest.numbered, tuple(newest.newest_numbers(session)))
    return [facts for facts in found if facts.wave_id is not None]


def numbered(found: Iterable[ReleaseFacts], number: int) -> ReleaseFacts | None:
    """Of the wave of this number, in the last programme that has come so far."""
    return next((facts for facts in reversed(list(found)) if facts.label == str(number)), None)


def before(found: Iterable[ReleaseFacts], facts: ReleaseFacts) -> ReleaseFacts | None:
    """The release of the wave before, in the same programme."""
    earlier = [one for one in found if one.measured_on < facts.measured_on]
    return earlier[-1] if earlier and int(earlier[-1].label) < int(facts.label) else None


def open_release(session: Session, facts: ReleaseFacts, reader: Reader) -> Opened:
    return _opened(session, facts, reader, k=programme.largest_k(session))


def open_beside(session: Session, opened: Opened, facts: ReleaseFacts) -> Opened:
    """Another release in the same hands."""
    return _opened(session, facts, opened.reader, k=opened.k)


def _opened(session: Session, facts: ReleaseFacts, reader: Reader, *, k: int) -> Opened:
    if facts.wave_id is None:
        raise LookupError(f"release {facts.number} is of no wave")
    (file,) = kept(session, programme.files_of_wave, facts.wave_id)
    return Opened(
        facts=facts,
        number=int(facts.label),
        tree=tree_of(session, facts.wave_id),
        questionnaire=questions.read(file),
        k=max(facts.k, k),
        reader=reader,
    )


def rows(session: Session, opened: Opened, units: Iterable[int] | None = None) -> list[Row]:
    """The numbers of these units, or of all, that this reader may see."""
    if units is None:
        found: Sequence[Row] = releases.rows(session, opened.facts.number)
    else:
        found = kept(session, releases.rows, opened.facts.number, frozenset(filter(opened.may_see, units)))
    return [as_of_today(row, opened) for row in found if opened.may_see(row.unit_id) and is_large(row, opened)]


def levels(session: Session, opened: Opened, shown: Iterable[Row]) -> list[Level]:
    """The estimates of units of which this reader is shown a number, and no bound; `shown` are rows of this release."""
    exact = {(row.unit_id, row.measure) for row in shown if not row.factor and row.points is not None}
    found = kept(session, releases.levels, opened.facts.number, frozenset(unit for unit, _ in exact))
    return [one for one in found if (one.unit_id, one.principle) in exact]


def parts(session: Session, opened: Opened, shown: Iterable[Row]) -> list[Parts]:
    """Mix or mind, of those of these units that show a number of fifty people or more."""
    least = max(ENOUGH_FOR_A_SIZE, opened.k)
    exact = {(row.unit_id, row.measure) for row in shown if not row.factor and row.points is not None}
    large = {(row.unit_id, row.measure) for row in shown if not row.factor and (row.people or 0) >= least} & exact
    found = kept(session, releases.parts, opened.facts.number, frozenset(unit for unit, _ in large))
    return [one for one in found if (one.unit_id, one.principle) in large]


def told(session: Session, opened: Opened) -> list[Told]:
    """The findings this reader may hear of; of units with fewer than 2k people as of today nothing is said."""
    release = opened.facts.number
    found = [one for one in kept(session, releases.told, release) if opened.may_hear(one)]
    units = frozenset(one.unit_id for one in found)
    numbers = kept(session, releases.rows, release, units) if found else ()
    large = {(row.unit_id, row.measure) for row in numbers if not row.factor and (row.people or 0) >= 2 * opened.k}
    return [one for one in found if (one.unit_id, one.principle) in large]


def is_large(row: Row, opened: Opened, facts: ReleaseFacts | None = None) -> bool:
    """Whether a number is of enough people for today, in this release or in an earlier one."""
    shown_in = facts or opened.facts
    return opened.k <= shown_in.k if row.people is None else row.people >= max(opened.k, shown_in.k)


def as_of_today(row: Row, opened: Opened) -> Row:
    """The number, without how many gave which answer where that is of too few."""
    if row.counts is None:
        return row
    has_enough = row.people is not None and row.people >= max(SMALLEST_DISTRIBUTION, opened.k)
    return row if has_enough else replace(row, counts=None)
