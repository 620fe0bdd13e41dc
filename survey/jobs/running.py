"""Do one job that was claimed."""

import logging

from survey.db import Stores
from survey.jobs.faults import LeaseLost
from survey.jobs.handlers import Clock, Handler, InTransaction, Steps
from survey.jobs.heartbeat import kept
from survey.queries import work

log = logging.getLogger(__name__)


def run(stores: Stores, claimed: work.Claimed, handler: Handler, *, clock: Clock, lease_seconds: float) -> None:
    """Do the job and note that it is done. Raises whatever its handler raises, or LeaseLost."""
    if isinstance(handler, InTransaction):
        _in_transaction(stores, claimed, handler, clock=clock)
    else:
        _in_steps(stores, claimed, handler, clock=clock, lease_seconds=lease_seconds)


def _in_transaction(stores: Stores, claimed: work.Claimed, handler: InTransaction, *, clock: Clock) -> None:
    with stores.company.write() as session:
        # From here on nobody else takes it, however long it lasts: the row is locked until this transaction ends.
        if not work.holds(session, claimed):
            raise LeaseLost
        now = clock()
        handler.run(session, claimed.details, now)
        if not work.finish(session, claimed, now=now):
            raise LeaseLost


def _in_steps(stores: Stores, claimed: work.Claimed, handler: Steps, *, clock: Clock, lease_seconds: float) -> None:
    with kept(stores.company, claimed, clock=clock, lease_seconds=lease_seconds):
        handler.run(stores, claimed.details, clock())
    with stores.company.write() as session:
        if not work.finish(session, claimed, now=clock()):
            raise LeaseLost
