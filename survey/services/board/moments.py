"""Dated events beside the trends. The one place that knows where they are kept: nowhere yet."""

from sqlalchemy.orm import Session

from dashboards.board.values import Event
from survey.services.board.opening import Shown


def events(session: Session, shown: Shown) -> tuple[Event, ...]:
    """None are kept so far."""
    del session, shown
    return ()
