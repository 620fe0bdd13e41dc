"""Send the mails of the outbox, one after the other, no more in an hour than may leave.

A mail is claimed in one transaction, sent, and finished in another. When a worker is killed between the server's
answer and the second one, the mail is sent again, with the same Message-ID: nothing can make those two one.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.orm import Session

from survey.db import Store
from survey.jobs.faults import NoEnd, describe
from survey.jobs.handlers import Clock
from survey.jobs.heartbeat import kept
from survey.jobs.patience import Patience
from survey.mail.letter import Letter
from survey.mail.sending import Channel, NotYet, Refused, Unreachable
from survey.queries import work

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sending:
    """How mails are made and sent.

    `render` gives None for what need not be sent any more. `on_refused` is told, within the transaction that gives the
    mail up, what the server said of its address.
    """

    store: Store
    clock: Clock
    render: Callable[[work.ClaimedMail], Letter | None]
    channel: Channel
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
        if not mails:
            self.channel.close()
            return False
        return self._send(mails[0])

    def _send(self, mail: work.ClaimedMail) -> bool:
        if mail.attempts > self.patience.attempts:
            self._give_back(mail, describe(NoEnd()))
            return True
        try:
            with kept(self.store, mail, clock=self.clock, lease_seconds=self.lease_seconds):
                self._deliver(mail)
        except Refused as refusal:
            self._refused(mail, refusal)
        except NotYet as wish:
            self._put_off(mail, wish.seconds)
        except Unreachable as error:
            self._give_back(mail, describe(error))
            return False
        except Exception as error:  # noqa: BLE001 -- one mail that cannot be made must not hold up the others
            self._give_back(mail, describe(error))
        return True

    def _deliver(self, mail: work.ClaimedMail) -> None:
        letter = self.render(mail)
        if letter is not None:
            self.channel.send(letter)
        with self.store.write() as session:
            work.finish(session, mail, now=self.clock())

    def _refused(self, mail: work.ClaimedMail, refusal: Refused) -> None:
        """A lasting refusal of the address is final; one of us (a server that relays for nobody) can be mended."""
        told = str(refusal) if refusal.is_about_address or not refusal.is_lasting else ""
        self._give_back(mail, f"Refused: {refusal.code}", told=told, is_final=refusal.is_about_address)

    def _put_off(self, mail: work.ClaimedMail, seconds: float) -> None:
        with self.store.write() as session:
            work.put_off(session, mail, until=self.clock() + timedelta(seconds=seconds))

    def _give_back(self, mail: work.ClaimedMail, fault: str, *, told: str = "", is_final: bool = False) -> None:
        """Try it later, or give it up; what is to be told of the address is told then."""
        now = self.clock()
        retry_at = None if is_final else self.patience.retry_at(mail, now=now)
        log.warning("mail %s %d: %s; %s", mail.kind, mail.id, fault, retry_at or "not tried again")
        with self.store.write() as session:
            is_ours = work.fail(session, mail, fault=fault, now=now, retry_at=retry_at)
            if is_ours and told and retry_at is None:
                self.on_refused(session, mail, told)
