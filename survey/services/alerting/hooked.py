"""One alert to one hook, made when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.queries import alerts, people
from survey.services.alerting.messages import for_chat, for_program, for_teams
from survey.services.alerting.reading import is_told_today
from survey.services.alerting.telling import Place, alerted, gather, local_day
from survey.services.hooks import Channels, Message
from survey.services.hooks.channels import SLACK, TEAMS


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert to one hook, the first time or again."""

    alert: int
    channel: str
    again: bool

    @property
    def key(self) -> str:
        """The same however often it is tried."""
        return f"alert:{self.alert}:{'again:' if self.again else ''}{self.channel}"


def deliver(stores: Stores, channels: Channels, delivery: Delivery, *, clock: Callable[[], datetime]) -> None:
    """Raises `HookFault` where the message was not taken; it is tried again then."""
    if channels.hook(delivery.channel) is None:
        return
    with stores.company.read() as session:
        message = _message(session, channels, delivery, clock())
    if message is not None:
        channels.send(delivery.channel, message)


def _message(session: Session, channels: Channels, delivery: Delivery, now: datetime) -> Message | None:
    alert, company = alerts.find(session, delivery.alert), people.company(session)
    if alert is None or company is None or (delivery.again and alert.state != "open"):
        return None
    if not is_told_today(session, alert):
        return None
    place = Place(company, company.language, channels.settings.base_url.rstrip("/"))
    sent_on = local_day(alert.raised_at, company) if delivery.again else None
    told = alerted(session, gather(session, alert, as_known=delivery.again), place, sent_on=sent_on)
    if delivery.channel == SLACK:
        return for_chat(told)
    if delivery.channel == TEAMS:
        return for_teams(told)
    return for_program(told, delivery=delivery.key, secret=channels.secret, now=now)
