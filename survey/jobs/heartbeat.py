"""Keep a lease while the work goes on."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from survey.db import Store
from survey.jobs.handlers import Clock
from survey.queries import work

log = logging.getLogger(__name__)


@contextmanager
def kept(store: Store, claimed: work.Claimed, *, clock: Clock, lease_seconds: float) -> Iterator[None]:
    """Renew the lease three times before it would end, until the block is left or somebody else has taken the row."""
    is_over = Event()

    def beat() -> None:
        while not is_over.wait(lease_seconds / 3):
            try:
                with store.write() as session:
                    if not work.renew(session, claimed, now=clock(), lease_seconds=lease_seconds):
                        return
            except SQLAlchemyError as error:
                # The next beat may come through; if none does, the fence settles who may finish.
                log.warning("lease of %s %d not renewed: %s", claimed.kind, claimed.id, type(error).__name__)

    thread = Thread(target=beat, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
