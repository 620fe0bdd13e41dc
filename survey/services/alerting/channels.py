"""The hooks that the settings name, and a message to one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.config import Settings
from survey.db import Stores
from survey.queries import alerts, people
from survey.services.alerting.messages import Message, for_chat, for_program
from survey.services.alerting.reading import is_told_today
from survey.services.alerting.telling import Place, alerted, gather, local_day
from survey.services.hooks import Hook, HookFault, Hooks, PinnedHooks, read_hook
from survey.services.hooks.sending import NoHook

SLACK, WEBHOOK = "slack", "webhook"
SHORTEST_SECRET = 32
SETTING = {SLACK: "ALOFT_ALERT_SLACK_URL", WEBHOOK: "ALOFT_ALERT_WEBHOOK_URL"}


@dataclass(frozen=True, slots=True)
class Channels:
    """Sends to the hooks that are set; nothing where one is not."""

    settings: Settings
    hooks: Hooks

    def hook(self, channel: str) -> Hook | None:
        """Raises `HookFault`, which says what is wrong with the setting."""
        url = address_of(self.settings, channel)
        if not url:
            return None
        if channel == WEBHOOK and len(self.settings.alert_webhook_secret.get_secret_value()) < SHORTEST_SECRET:
            raise HookFault(f"ALOFT_ALERT_WEBHOOK_SECRET: wanted {SHORTEST_SECRET} characters at least")
        try:
            return read_hook(url)
        except NoHook as fault:
            raise HookFault(f"{SETTING[channel]}: {fault}") from None

    def send(self, channel: str, message: Message) -> bool:
        """False where no such hook is set."""
        hook = self.hook(channel)
        if hook is None:
            return False
        self.hooks.post(hook, message.body, message.headers)
        return True


def channels_of(settings: Settings) -> Channels:
    return Channels(settings, PinnedHooks(settings.hooks_may_be_private))


def address_of(settings: Settings, channel: str) -> str:
    found = {SLACK: settings.alert_slack_url, WEBHOOK: settings.alert_webhook_url}[channel]
    return found.get_secret_value().strip()


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
        message = _message(session, channels.settings, delivery, clock())
    if message is not None:
        channels.send(delivery.channel, message)


def _message(session: Session, settings: Settings, delivery: Delivery, now: datetime) -> Message | None:
    alert, company = alerts.find(session, delivery.alert), people.company(session)
    if alert is None or company is None or (delivery.again and alert.state != "open"):
        return None
    if not is_told_today(session, alert):
        return None
    place = Place(company, company.language, settings.base_url.rstrip("/"))
    sent_on = local_day(alert.raised_at, company) if delivery.again else None
    told = alerted(session, gather(session, alert, as_known=delivery.again), place, sent_on=sent_on)
    if delivery.channel == SLACK:
        return for_chat(told)
    secret = settings.alert_webhook_secret.get_secret_value()
    return for_program(told, delivery=delivery.key, secret=secret, now=now)
