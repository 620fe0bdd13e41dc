"""A folder instead of a mail server: letters are written there, and read from there by the demo."""

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any, cast

from survey.mail.addresses import Sender
from survey.mail.letter import Letter
from survey.mail.message import compose
from survey.mail.sending import Receipt, Unreachable

NAME = re.compile(r"[a-z_]+\.[0-9a-f]{32}\.eml")


class NoSuchMail(LookupError):
    """No mail of that name lies in the folder."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A mail in the folder, as a list of mails shows it."""

    name: str
    to: str
    subject: str
    at: datetime


class Mailbox:
    """A channel into a folder. The same letter sent twice is one file; files are readable by their owner alone."""

    def __init__(self, folder: Path, sender: Sender, *, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._sender = sender
        self._clock = clock

    def send(self, letter: Letter) -> Receipt:
        at = self._clock()
        message = compose(letter, self._sender, at=at)
        try:
            _write(self._folder / _file_name(letter.message_id), bytes(message))
        except OSError as fault:
            raise Unreachable(f"{self._folder}: {fault.strerror}") from fault
        return Receipt(letter.message_id, at)

    def close(self) -> None:
        """Nothing is kept open."""


def list_mails(folder: Path) -> tuple[Envelope, ...]:
    """The newest first; a folder that is not there is empty."""
    files = folder.iterdir() if folder.is_dir() else ()
    envelopes = [_envelope(file) for file in files if NAME.fullmatch(file.name)]
    return tuple(sorted(envelopes, key=lambda envelope: (envelope.at, envelope.name), reverse=True))


def read_mail(folder: Path, name: str) -> EmailMessage:
    """The whole mail; its text and HTML with `text_of` and `html_of`."""
    if not NAME.fullmatch(name) or not (folder / name).is_file():
        raise NoSuchMail(f"got {name!r} as the name of a mail; wanted one out of list_mails()")
    return message_from_bytes((folder / name).read_bytes(), policy=policy.SMTP)


def text_of(message: EmailMessage) -> str:
    return _content(message, "plain")


def html_of(message: EmailMessage) -> str:
    return _content(message, "html")


def pictures_of(message: EmailMessage) -> dict[str, bytes]:
    """PNGs that came with the mail, by the names under which its HTML shows them."""
    found = [part for part in message.walk() if part.get_content_type() == "image/png" and part["Content-ID"]]
    return {str(part["Content-ID"]).strip("<>"): bytes(part.get_payload(decode=True)) for part in found}


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((cast("Any", kind),))
    return str(part.get_content()).replace("\r\n", "\n") if part else ""


def _file_name(message_id: str) -> str:
    return f"{message_id.strip('<>').partition('@')[0]}.eml"


def _envelope(file: Path) -> Envelope:
    with file.open("rb") as content:
        headers = cast("Any", BytesHeaderParser(policy=policy.SMTP).parse(content))
    return Envelope(file.name, str(headers["To"]), str(headers["Subject"]), headers["Date"].datetime)


def _write(file: Path, content: bytes) -> None:
    """All of it or nothing, also for whoever reads at the same moment."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".")
    with os.fdopen(handle, "wb") as written:
        written.write(content)
    Path(draft).replace(file)
