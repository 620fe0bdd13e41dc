"""Where handlers, plans and mails meet in a worker."""

from collections.abc import Mapping
from datetime import UTC, datetime

from survey.db import Stores
from survey.jobs import purge
from survey.jobs.handlers import Handler, Plan
from survey.jobs.sending import Sending
from survey.jobs.worker import Worker


def build_worker(
    stores: Stores,
    handlers: Mapping[str, Handler],
    *,
    plans: tuple[Plan, ...] = (),
    sending: Sending | None = None,
) -> Worker:
    """A worker by the clock of this machine. What is over is deleted by every one, whatever else it does."""
    every = {purge.KIND: purge.HANDLER, **handlers}
    return Worker(stores, every, clock=utc_now, plans=(purge.daily, *plans), sending=sending)


def utc_now() -> datetime:
    return datetime.now(UTC)
