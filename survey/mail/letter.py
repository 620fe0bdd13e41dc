"""A mail as written: to whom, what it says, and nothing yet of who sends it or when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that comes with a mail; its HTML shows it as `cid:` and the name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one address. `headers` are those beside To, Subject and Message-ID."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str
    headers: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
