"""Send the mails of the outbox, one after the other, no more in an hour than may leave.

A mail is claimed in one transaction, sent, and finished in another. When a worker is killed between the server's
answer and the second one, the mail is sent again, with the same Message-ID: nothing can make those two one.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from survey.db import Store
from survey.jobs.channel import Channel, Refused, Unreachable
from survey.jobs.faults import describe
from survey.jobs.handlers import Clock
from survey.jobs.heartbeat import kept
from survey.jobs.patience import Patience
from survey.queries import work

log = logging.getLogger(__name__)
LetterT = TypeVar("LetterT")


@dataclass(frozen=True, slots=True)
class Sending(Generic[LetterT]):
    """How mails are made and sent. `render` gives None for what need not be sent any more."""

    store: Store
    clock: Clock
    render: Callable[[work.ClaimedMail], LetterT | None]
    channel: Channel[LetterT]
    on_refused: Callable[[Session, work.ClaimedMail, str], None]
    per_hour: int
    lease_seconds: float = 300
    patience: Patience = field(default_factory=Patience)

    def send_next(self) -> bool:
        """Send one mail that is due. False when there is none, or nobody takes any."""
        with self.store.write() as session:
            mails = work.claim_mails(
                session, now=self.clock(), lease_seconds=self.lease_seconds, per_hour=self.per_hour
            )
        return bool(mails) and self._send(mails[0])

    def _send(self, mail: work.ClaimedMail) -> bool:
        try:
            with kept(self.store, mail, clock=self.clock, lease_seconds=self.lease_seconds):
                self._deliver(mail)
        except Refused as refusal:
            self._refused(mail, refusal)
        except Unreachable as error:
            self._try_later(mail, error)
            return False
        except Exception as error:  # noqa: BLE001 -- one mail that cannot be made must not hold up the others
            self._try_later(mail, error)
        return True

    def _deliver(self, mail: work.ClaimedMail) -> None:
        letter = self.render(mail)
        if letter is not None:
            self.channel.send(letter)
        with self.store.write() as session:
            work.finish(session, mail, now=self.clock())

    def _refused(self, mail: work.ClaimedMail, refusal: Refused) -> None:
        now = self.clock()
        retry_at = None if refusal.is_lasting else self.patience.retry_at(mail, now=now)
        with self.store.write() as session:
            is_ours = work.fail(session, mail, fault=describe(refusal), now=now, retry_at=retry_at)
            if is_ours and retry_at is None:
                self.on_refused(session, mail, str(refusal))

    def _try_later(self, mail: work.ClaimedMail, error: Exception) -> None:
        now = self.clock()
        log.warning("mail %s %d: %s", mail.kind, mail.id, describe(error))
        with self.store.write() as session:
            work.fail(session, mail, fault=describe(error), now=now, retry_at=self.patience.retry_at(mail, now=now))
