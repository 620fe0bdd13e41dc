"""Moments are put on the timeline, corrected and withdrawn; who reads which of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dashboards.board.values import Event
from survey.errors import NotPossible
from survey.models.company.moments import LONGEST_WORDS, MOMENT_KINDS
from survey.queries import moments, people
from survey.queries.moments import Kept, MomentFacts
from survey.queries.people import Node, path_upwards
from survey.services import audit
from survey.services.audit import Action, Detail
from survey.services.programme import By
from survey.services.release.reader import Reader
from survey.services.release.reading import COMPANY_AND_DIVISIONS

FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a moment from being kept: the field it is about, and what is wanted."""

    field: str
    wanted: str


def tidy(words: str) -> str:
    """On one line, without characters that are none."""
    return " ".join(words.replace("\0", "").split())


def faults_of(session: Session, moment: MomentFacts) -> list[Fault]:
    found = []
    if not FIRST <= moment.first_day < LAST:
        found.append(
            Fault("first_day", f"day: got {moment.first_day}; wanted one from {FIRST.year} to {LAST.year - 1}")
        )
    if moment.until is not None and not moment.first_day < moment.until < LAST:
        found.append(Fault("until", f"last day: got {moment.until}; wanted a day after the first, or none"))
    if moment.kind not in MOMENT_KINDS:
        found.append(Fault("kind", f"kind: got {moment.kind!r}; wanted one of the list"))
    if not moment.words:
        found.append(Fault("words", "what happened: got nothing; wanted a few words"))
    elif (length := len(moment.words)) > LONGEST_WORDS:
        found.append(Fault("words", f"what happened: got {length} characters; wanted {LONGEST_WORDS} at most"))
    if moment.unit_id is not None and moment.unit_id not in people.whole_tree(session):
        found.append(Fault("unit", "unit: got one that is not in the tree; wanted one of the list"))
    return found


def add_moment(session: Session, moment: MomentFacts, *, by: By) -> int:
    _check(session, moment)
    number = moments.add_moment(session, moment, account=by.account, now=by.now)
    _record(session, Action.MOMENT_ADDED, number, moment, by=by)
    return number


def correct_moment(session: Session, number: int, moment: MomentFacts, *, by: By) -> None:
    _standing(session, number)
    _check(session, moment)
    moments.change_moment(session, number, moment)
    _record(session, Action.MOMENT_CORRECTED, number, moment, by=by)


def withdraw_moment(session: Session, number: int, *, by: By) -> None:
    kept = _standing(session, number)
    moments.withdraw_moment(session, number, now=by.now)
    _record(session, Action.MOMENT_WITHDRAWN, number, kept.moment, by=by)


def read_by(reader: Reader, tree: Mapping[int, Node], events: Iterable[Event]) -> list[Event]:
    """Those of company and divisions are for everybody, others for HR, the CEO, and the people who work there."""
    own = {above for unit in reader.own if unit in tree for above in path_upwards(tree, unit)}
    return [one for one in events if _may_read(reader, tree, own, one.unit)]


def _may_read(reader: Reader, tree: Mapping[int, Node], own: set[int], unit: int | None) -> bool:
    if unit is None:
        return True
    if unit not in tree:
        return reader.sees_all
    return reader.sees_all or unit in own or len(path_upwards(tree, unit)) <= COMPANY_AND_DIVISIONS


def _check(session: Session, moment: MomentFacts) -> None:
    if faults := faults_of(session, moment):
        raise NotPossible(faults[0].wanted)


def _standing(session: Session, number: int) -> Kept:
    kept = moments.kept_moment(session, number)
    if kept is None or kept.is_withdrawn:
        raise NotPossible("this moment has been withdrawn; wanted one that stands on the timeline")
    return kept


def _record(session: Session, action: Action, number: int, moment: MomentFacts, *, by: By) -> None:
    # The words stay out of the log, which is never shortened.
    details: dict[str, Detail] = {
        "moment": number,
        "day": moment.first_day.isoformat(),
        "kind": moment.kind,
        "unit": moment.unit_id,
        "words": len(moment.words),
    }
    audit.record(session, action=action, account_id=by.account, details=details, now=by.now)
