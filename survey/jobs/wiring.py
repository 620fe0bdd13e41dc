"""Where handlers, plans and mails meet in a worker."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from survey.config import Settings
from survey.db import Stores
from survey.jobs import alerts, announcing, files, purge, waves
from survey.jobs.handlers import Clock, Handler
from survey.jobs.sending import Sending
from survey.jobs.worker import Worker
from survey.mail.addresses import read_sender
from survey.mail.opening import NoChannel, open_channel
from survey.queries import people
from survey.queries.work import NewJob
from survey.secret import read_secret
from survey.services.chat import with_chats
from survey.services.hooks import channels_of
from survey.services.letters import Letters
from survey.services.upcoming import due_jobs


def utc_now() -> datetime:
    return datetime.now(UTC)


def build_worker(settings: Settings, stores: Stores, *, clock: Clock = utc_now) -> Worker:
    """A worker, by the clock of this machine if no other is given. Without a way for mails to leave they wait."""
    channels = channels_of(settings)
    handlers: dict[str, Handler] = {
        purge.KIND: purge.HANDLER,
        **files.HANDLERS,
        **waves.HANDLERS,
        **alerts.handlers(channels, clock),
        **announcing.handlers(channels, clock),
    }
    plans = (purge.daily, planned, alerts.due)
    return Worker(stores, handlers, clock=clock, plans=plans, sending=sending(settings, stores, clock))


def planned(session: Session, now: datetime) -> list[NewJob]:
    return due_jobs(session, now=now)


def sending(settings: Settings, stores: Stores, clock: Clock) -> Sending | None:
    with stores.company.read() as session:
        company = people.company(session)
    try:
        channel = open_channel(settings, clock=clock, contact=company.contact if company else "")
    except NoChannel:
        return None
    sender = read_sender(settings.mail_from)
    letters = Letters(stores, clock, read_secret(settings), settings.base_url.rstrip("/"), sender.domain)
    return Sending(
        store=stores.company,
        clock=clock,
        render=letters.render,
        channel=with_chats(channel, settings, clock=clock),
        on_refused=letters.on_refused,
        per_hour=settings.mail_per_hour,
    )
