"""The same reading, of many releases at once: each wave by the tree it had, all by the k of today."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from survey.queries import over_waves
from survey.queries.over_waves import Wanted
from survey.queries.releases import ReleaseFacts, Row, Told
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.release.kept import kept
from survey.services.release.reading import Opened, as_of_today, is_large

Place = tuple[int, int]
"""A release, by its number, and a unit."""


def numbers(session: Session, opened: Opened, past: Sequence[ReleaseFacts], wanted: Wanted) -> dict[int, list[Row]]:
    """What this reader may see of units in releases of the past, by the number of the release.

    A unit that is a division today may have been a team then, whose numbers were for its own people.
    """
    units = frozenset(unit for unit in wanted.units if opened.may_see(unit))
    of_number = {facts.number: facts for facts in past}
    asked = Wanted(units, tuple(wanted.measures), tuple(wanted.factors))
    found = kept(session, over_waves.numbers, tuple(of_number), asked)
    high = _high_places(session, opened, past, units)
    shown: dict[int, list[Row]] = {number: [] for number in of_number}
    for number, row in found:
        may_see = high is None or opened.is_own(row.unit_id) or (number, row.unit_id) in high
        if may_see and is_large(row, opened, of_number[number]):
            shown[number].append(as_of_today(row, opened))
    return shown


def told(session: Session, opened: Opened, past: Sequence[ReleaseFacts]) -> list[Told]:
    """The watch list of this release, and every alarm up to it, as the last release in which it stands tells it.

    Nothing is told of a unit that had fewer than 2k people, by the k of today, in that release.
    """
    order = {facts.number: at for at, facts in enumerate(past)}
    every = kept(session, over_waves.findings, tuple(order), opened.facts.number)
    # By wave: the release of a wave that was corrected later has a number of its own beyond those of later waves.
    heard = sorted(((number, one) for number, one in every if opened.may_hear(one)), key=lambda one: order[one[0]])
    units = frozenset(one.unit_id for _, one in heard)
    high = _high_places(session, opened, past, units)
    newest: dict[tuple[str, int, str, int], tuple[int, Told]] = {}
    for number, one in heard:
        if high is None or (number, one.unit_id) in high or opened.belongs(one.unit_id):
            newest[one.list, one.unit_id, one.principle, one.told_in] = number, one
    told_in = frozenset(number for number, _ in newest.values())
    rows = kept(session, over_waves.numbers, told_in, Wanted(units, PRINCIPLES, ("",)))
    large = {(number, row.unit_id, row.measure) for number, row in rows if (row.people or 0) >= 2 * opened.k}
    return [one for number, one in newest.values() if (number, one.unit_id, one.principle) in large]


def _high_places(
    session: Session, opened: Opened, past: Sequence[ReleaseFacts], units: Iterable[int]
) -> set[Place] | None:
    """Where these units were company or division; None for who sees all units anyway."""
    if opened.reader.sees_all:
        return None
    number_of = {facts.wave_id: facts.number for facts in past if facts.wave_id is not None}
    found = kept(session, over_waves.high_places, tuple(number_of), frozenset(units))
    return {(number_of[wave], unit) for wave, unit in found}
