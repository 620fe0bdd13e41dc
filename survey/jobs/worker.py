"""Whoever does the work: any number of them, in any number of processes."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from survey.db import Stores
from survey.jobs.faults import LeaseLost, describe
from survey.jobs.handlers import Clock, Handler, Plan
from survey.jobs.patience import Patience
from survey.jobs.running import run
from survey.jobs.sending import Sending
from survey.queries import work

log = logging.getLogger(__name__)

LONGEST_SLEEP = 5.0
SHORTEST_SLEEP = 0.1
PER_PASS = 20
"""Jobs, then mails, before it is the turn of the others."""
PLANS_EVERY = timedelta(minutes=1)
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Worker:
    """Takes what is due, does it, and goes on, whatever happens in between."""

    stores: Stores
    handlers: Mapping[str, Handler]
    clock: Clock
    plans: tuple[Plan, ...] = ()
    sending: Sending[Any] | None = None
    lease_seconds: float = 300
    patience: Patience = field(default_factory=Patience)
    _planned_at: datetime = NEVER

    def run_until(self, stop: Event) -> None:
        """Work until told to stop; what is in hand then is brought to its end."""
        while not stop.is_set():
            if not self.run_once(stop):
                stop.wait(self._sleep())

    def run_once(self, stop: Event | None = None) -> int:
        """Do what is due, as far as a pass goes. Returns how many jobs and mails were handled."""
        told = stop or Event()
        self._guarded("plans", self._put_planned)
        n_jobs = self._repeat("jobs", self._do_next, told)
        return n_jobs + (self._repeat("mails", self.sending.send_next, told) if self.sending else 0)

    def _repeat(self, name: str, do_one: Callable[[], bool], stop: Event) -> int:
        n_done = 0
        while n_done < PER_PASS and not stop.is_set() and self._guarded(name, do_one):
            n_done += 1
        return n_done

    def _guarded(self, name: str, do: Callable[[], bool]) -> bool:
        try:
            return do()
        except Exception as error:  # noqa: BLE001 -- a store that is away for a while must not end the worker
            log.error("%s: %s", name, describe(error))  # noqa: TRY400 -- a trace may name somebody
            return False

    def _put_planned(self) -> bool:
        now = self.clock()
        if abs(now - self._planned_at) < PLANS_EVERY:
            return False
        with self.stores.company.read() as session:
            jobs = [job for plan in self.plans for job in plan(session, now)]
        with self.stores.company.write() as session:
            work.put(session, jobs)
        self._planned_at = now
        return True

    def _do_next(self) -> bool:
        with self.stores.company.write() as session:
            found = work.claim_jobs(
                session, now=self.clock(), lease_seconds=self.lease_seconds, kinds=tuple(self.handlers)
            )
        for claimed in found:
            self._do(claimed)
        return bool(found)

    def _do(self, claimed: work.Claimed) -> None:
        if claimed.attempts > self.patience.attempts:
            self._note(claimed, "no attempt came to its end")
            return
        try:
            run(
                self.stores,
                claimed,
                self.handlers[claimed.kind],
                clock=self.clock,
                lease_seconds=self.lease_seconds,
            )
        except LeaseLost:
            log.warning("job %s %d: another worker has taken it", claimed.kind, claimed.id)
        except Exception as error:  # noqa: BLE001 -- whatever a handler raises is noted, and tried again
            self._note(claimed, describe(error))

    def _note(self, claimed: work.Claimed, fault: str) -> None:
        now = self.clock()
        retry_at = self.patience.retry_at(claimed, now=now)
        log.warning("job %s %d: %s; %s", claimed.kind, claimed.id, fault, retry_at or "not tried again")
        with self.stores.company.write() as session:
            work.fail(session, claimed, fault=fault, now=now, retry_at=retry_at)

    def _sleep(self) -> float:
        """Seconds until something is due, as far as one can tell."""
        try:
            now = self.clock()
            with self.stores.company.read() as session:
                due_at = work.next_due_at(session, now=now, kinds=tuple(self.handlers))
        except Exception as error:  # noqa: BLE001 -- as above
            log.error("queue: %s", describe(error))  # noqa: TRY400 -- as above
            return LONGEST_SLEEP
        if due_at is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(SHORTEST_SLEEP, (due_at - now).total_seconds()))
