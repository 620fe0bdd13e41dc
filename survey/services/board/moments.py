"""Dated events beside the trends."""

from sqlalchemy.orm import Session

from dashboards.board.values import Event
from survey.queries import moments
from survey.services.board.opening import Shown
from survey.services.moments import read_by


def events(session: Session, shown: Shown) -> tuple[Event, ...]:
    """Up to the close of a wave; with the newest one also what lies ahead."""
    is_newest = shown.wave.number == shown.newest
    told = moments.events(session, until=None if is_newest else shown.wave.last_day)
    return tuple(read_by(shown.opened.reader, shown.opened.tree, told))
