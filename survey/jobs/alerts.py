"""The jobs of alerts: one message to one hook, and the second mail after a week."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.jobs.faults import NotTaken
from survey.jobs.handlers import Clock, Details, Handler, InTransaction, Steps
from survey.queries.work import NewJob
from survey.services.alerting import delivering, repeating
from survey.services.alerting.hooked import Delivery, deliver
from survey.services.hooks import Channels, HookFault


def due(session: Session, now: datetime) -> Iterable[NewJob]:
    """What is to be sent again, and mails to those who are CEO only now."""
    return [*repeating.due(session, now=now), *delivering.owed(session, now=now)]


def handlers(channels: Channels, clock: Clock) -> dict[str, Handler]:
    return {delivering.HOOK: Steps(_delivering(channels, clock)), repeating.KIND: InTransaction(_repeat)}


def _repeat(session: Session, details: Details, now: datetime) -> None:
    repeating.repeat(session, details["alert"], now=now)


def _delivering(channels: Channels, clock: Clock) -> Callable[[Stores, Details, datetime], None]:
    def run(stores: Stores, details: Details, _now: datetime) -> None:
        delivery = Delivery(details["alert"], details["channel"], bool(details["again"]))
        try:
            deliver(stores, channels, delivery, clock=clock)
        except HookFault as fault:
            raise NotTaken(f"{delivery.channel}: {fault}") from None

    return run
