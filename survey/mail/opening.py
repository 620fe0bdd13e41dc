"""The channel that the settings ask for."""

from collections.abc import Callable
from datetime import datetime

from survey.config import Settings
from survey.mail.addresses import read_sender
from survey.mail.mailbox import Mailbox
from survey.mail.sending import Channel
from survey.mail.smtp import Smtp, SmtpServer


class NoChannel(RuntimeError):
    """The settings name no way by which mail could leave."""


def open_channel(settings: Settings, *, clock: Callable[[], datetime], reply_to: str = "") -> Channel:
    """A folder if one is set, else the server; nothing is connected before the first letter."""
    sender = read_sender(settings.mail_from, reply_to=reply_to)
    if settings.mail_folder:
        return Mailbox(settings.mail_folder, sender, clock=clock)
    if not settings.mail_host:
        raise NoChannel("got neither ALOFT_MAIL_HOST nor ALOFT_MAIL_FOLDER; wanted one, or no mail can leave")
    server = SmtpServer(
        settings.mail_host,
        settings.mail_port,
        user=settings.mail_user,
        password=settings.mail_password.get_secret_value(),
        security=settings.mail_security,
    )
    return Smtp(server, sender, clock=clock)
