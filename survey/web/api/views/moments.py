"""Moments on the timeline: read, added, corrected, withdrawn."""

from collections.abc import Iterable, Mapping

from flask import abort
from sqlalchemy.orm import Session

from survey.queries import moments as kept
from survey.queries import people
from survey.queries.moments import MomentFacts
from survey.queries.people import Node
from survey.services import moments as services
from survey.web.api.problems import Refused
from survey.web.api.shapes.moments import Moment, Moments, NewMoment
from survey.web.api.shapes.problem import Fault
from survey.web.moments.form import paths, unit_of
from survey.web.programme.answers import by
from survey.web.programme.typed import Unreadable
from survey.web.service import service


def moments() -> Moments:
    """The timeline, the newest day first."""
    with service().stores.company.read() as session:
        names = paths(people.whole_tree(session))
        return Moments(moments=[_moment(one.id, one.moment, names) for one in kept.kept_moments(session)])


def add_moment(body: NewMoment) -> Moment:
    """Put a moment on the timeline."""
    with service().stores.company.write() as session:
        facts, names = _read(session, body)
        return _moment(services.add_moment(session, facts, by=by()), facts, names)


def correct_moment(number: int, body: NewMoment) -> Moment:
    """Correct a moment."""
    with service().stores.company.write() as session:
        _standing(session, number)
        facts, names = _read(session, body)
        services.correct_moment(session, number, facts, by=by())
        return _moment(number, facts, names)


def withdraw_moment(number: int) -> None:
    """Withdraw a moment. It is shown no more; the audit log keeps that it was there."""
    with service().stores.company.write() as session:
        _standing(session, number)
        services.withdraw_moment(session, number, by=by())


def _standing(session: Session, number: int) -> None:
    found = kept.kept_moment(session, number)
    if found is None or found.is_withdrawn:
        abort(404)


def _read(session: Session, body: NewMoment) -> tuple[MomentFacts, Mapping[int, str]]:
    tree = people.whole_tree(session)
    until = None if body.until == body.first_day else body.until
    facts = MomentFacts(body.first_day, until, body.kind, services.tidy(body.words), _unit(tree, body.unit))
    if found := services.faults_of(session, facts):
        raise _refused(Fault(pointer=f"/{one.field}", detail=one.wanted) for one in found)
    return facts, paths(tree)


def _unit(tree: Mapping[int, Node], given: str | None) -> int | None:
    try:
        return unit_of(tree, given or "")
    except Unreadable as error:
        raise _refused([Fault(pointer="/unit", detail=str(error))]) from None


def _refused(faults: Iterable[Fault]) -> Refused:
    return Refused(422, "the moment cannot be kept", list(faults))


def _moment(number: int, facts: MomentFacts, names: Mapping[int, str]) -> Moment:
    unit = None if facts.unit_id is None else names[facts.unit_id]
    return Moment(
        id=number, first_day=facts.first_day, until=facts.until, kind=facts.kind, words=facts.words, unit=unit
    )
