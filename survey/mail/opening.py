"""The channel that the settings ask for."""

from collections.abc import Callable
from datetime import datetime

from survey.config import Settings
from survey.mail.addresses import is_address, read_sender
from survey.mail.mailbox import Mailbox
from survey.mail.sending import Channel
from survey.mail.smtp import Smtp, SmtpServer


class NoChannel(RuntimeError):
    """The settings name no way by which mail could leave."""


def has_channel(settings: Settings) -> bool:
    """Whether mails can leave at all."""
    return bool(settings.mail_folder or settings.mail_host)


def open_channel(settings: Settings, *, clock: Callable[[], datetime], contact: str = "") -> Channel:
    """A folder if one is set, else the server; nothing is connected before the first letter.

    Answers go to the contact, if that is an address.
    """
    sender = read_sender(settings.mail_from, reply_to=contact if is_address(contact) else "")
    if settings.mail_folder:
        return Mailbox(settings.mail_folder, sender, clock=clock)
    if not has_channel(settings):
        raise NoChannel("got neither ALOFT_MAIL_HOST nor ALOFT_MAIL_FOLDER; wanted one, or no mail can leave")
    server = SmtpServer(
        settings.mail_host,
        settings.mail_port,
        user=settings.mail_user,
        password=settings.mail_password.get_secret_value(),
        security=settings.mail_security,
    )
    return Smtp(server, sender, clock=clock)
