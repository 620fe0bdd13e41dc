"""A queue as a test uses it: each call in a transaction of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from survey.db import Store
from survey.models.company.work import Job, OutboxMail
from survey.queries import work
from survey.queries.work import Claimed, ClaimedMail, NewJob, NewMail

NOW = datetime(2026, 3, 2, 9, 0, 30, tzinfo=UTC)
LEASE = 60.0


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def jobs(n: int, *, kind: str = "count", due_at: datetime = NOW) -> list[NewJob]:
    return [NewJob(f"{kind} {number}", kind, due_at, {"number": number}) for number in range(n)]


def mails(n: int, *, due_at: datetime = NOW) -> list[NewMail]:
    return [NewMail(f"hello {number}", "hello", due_at) for number in range(n)]


@dataclass(frozen=True)
class Queue:
    """What the tests say, on one store."""

    store: Store

    def put(self, works: Iterable[NewJob]) -> int:
        with self.store.write() as session:
            return work.put(session, works)

    def claim(self, *, now: datetime = NOW, limit: int = 1, kinds: tuple[str, ...] | None = None) -> list[Claimed]:
        with self.store.write() as session:
            return list(work.claim_jobs(session, now=now, lease_seconds=LEASE, limit=limit, kinds=kinds))

    def claim_mails(self, *, per_hour: int, now: datetime = NOW, limit: int = 1) -> list[ClaimedMail]:
        with self.store.write() as session:
            return list(work.claim_mails(session, now=now, lease_seconds=LEASE, per_hour=per_hour, limit=limit))

    def finish(self, claimed: Claimed, *, now: datetime = NOW) -> bool:
        with self.store.write() as session:
            return work.finish(session, claimed, now=now)

    def fail(self, claimed: Claimed, *, retry_at: datetime | None, fault: str = "Broken", now: datetime = NOW) -> bool:
        with self.store.write() as session:
            return work.fail(session, claimed, fault=fault, now=now, retry_at=retry_at)

    def renew(self, claimed: Claimed, *, now: datetime = NOW) -> bool:
        with self.store.write() as session:
            return work.renew(session, claimed, now=now, lease_seconds=LEASE)

    def rows(self, table: type[Job] | type[OutboxMail] = Job) -> list[Job | OutboxMail]:
        with self.store.read() as session:
            return list(session.scalars(select(table).order_by(table.id)))
