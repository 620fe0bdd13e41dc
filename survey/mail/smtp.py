"""Letters leave through an SMTP server; one connection serves a batch."""

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from typing import Literal

from survey.mail.addresses import Sender, read_address
from survey.mail.letter import Letter
from survey.mail.message import compose
from survey.mail.sending import Receipt, Refused, Unreachable

SERVICE_CLOSES = 421
NO_SUCH_ADDRESSES_HERE = 553


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where it is and how to speak to it; `timeout` in seconds, for each step of the conversation."""

    host: str
    port: int = 587
    user: str = ""
    password: str = field(default="", repr=False)
    security: Literal["starttls", "tls", "none"] = "starttls"
    timeout: float = 30.0


class Smtp:
    """A channel to one server. After a hang the letter may have left all the same: its Message-ID tells them apart."""

    def __init__(self, server: SmtpServer, sender: Sender, *, clock: Callable[[], datetime]) -> None:
        self._server = server
        self._sender = sender
        self._clock = clock
        self._connection: smtplib.SMTP | None = None

    def send(self, letter: Letter) -> Receipt:
        at = self._clock()
        message = compose(letter, self._sender, at=at)
        to = read_address(letter.to).addr_spec
        try:
            self._hand_over(message, to)
        except smtplib.SMTPRecipientsRefused as refusal:
            raise self._refused(letter.to, *refusal.recipients[to]) from None
        except smtplib.SMTPDataError as refusal:
            raise self._refused(letter.to, refusal.smtp_code, refusal.smtp_error) from None
        except (smtplib.SMTPException, OSError) as fault:
            raise self._unreachable(fault) from None
        return Receipt(letter.message_id, at)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            try:
                connection.quit()
            except (smtplib.SMTPException, OSError):
                connection.close()

    def _hand_over(self, message: EmailMessage, to: str) -> None:
        connection = self._ready()
        if not to.isascii() and not connection.has_extn("smtputf8"):
            text = b"5.6.7 the mail server takes only addresses of plain letters (it has no SMTPUTF8)"
            raise smtplib.SMTPRecipientsRefused({to: (NO_SUCH_ADDRESSES_HERE, text)})
        connection.send_message(message, read_address(self._sender.address).addr_spec, [to])

    def _ready(self) -> smtplib.SMTP:
        """The connection kept, if it still lives (which costs a round trip, and saves a letter that would wait)."""
        if self._connection and _lives(self._connection):
            return self._connection
        self._connection = None
        self._connection = _connect(self._server, self._sender.domain)
        return self._connection

    def _refused(self, address: str, code: int, text: bytes | str) -> Refused | Unreachable:
        words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        if code == SERVICE_CLOSES:
            return self._unreachable(smtplib.SMTPResponseException(code, words))
        return Refused(address, code, words, is_lasting=code >= 500)

    def _unreachable(self, fault: Exception) -> Unreachable:
        self._drop()
        return Unreachable(f"{self._server.host}:{self._server.port}: {type(fault).__name__}: {_words(fault)}")

    def _drop(self) -> None:
        """Without a farewell: a server that hangs would not answer it."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()


def _lives(connection: smtplib.SMTP) -> bool:
    try:
        return connection.rset()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _connect(server: SmtpServer, own_name: str) -> smtplib.SMTP:
    context = ssl.create_default_context()
    connection: smtplib.SMTP
    if server.security == "tls":
        connection = smtplib.SMTP_SSL(server.host, server.port, own_name, timeout=server.timeout, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, own_name, timeout=server.timeout)
    try:
        if server.security == "starttls":
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
        connection.ehlo_or_helo_if_needed()
    except BaseException:
        connection.close()
        raise
    return connection


def _words(fault: Exception) -> str:
    """What a server said, without the addresses and bytes that smtplib puts around it."""
    if isinstance(fault, smtplib.SMTPResponseException):
        text = fault.smtp_error
        said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        return " ".join(f"{fault.smtp_code} {said}".split())
    return str(fault) or "no answer"
